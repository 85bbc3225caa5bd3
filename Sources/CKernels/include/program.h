#ifndef CKERNELS_PROGRAM_H
#define CKERNELS_PROGRAM_H

#include <stddef.h>
#include <stdint.h>

/// All values of one time step stand in a row; rows follow each other at a fixed distance.
///
/// Each signal begins at a multiple of a block of 64 bytes and is padded to whole blocks. A step
/// reads its own row, the row of the step before and the program's constants.
enum {
  kernels_block_bytes = 64,
};

/// What an operand's offset counts from.
enum {
  kernels_row = 0,
  kernels_previous_row = 1,
  kernels_constants = 2,
};

/// Where the numbers of an operand begin.
typedef struct {
  int32_t base;
  /// In numbers.
  int32_t offset;
} kernels_place;

/// What an operation does; the functions of `activation.h` have the codes below these.
enum {
  /// output = left
  kernels_copy = 8,
  /// output = left * right
  kernels_product = 9,
  /// output = left + right
  kernels_sum = 10,
  /// output = 1 - left
  kernels_complement = 11,
  /// output += left * right
  kernels_weighted = 12,
};

/// One element-wise operation.
typedef struct {
  int32_t code;
  /// Whether an operand is what the operation before has computed, still in registers.
  int32_t left_is_last, right_is_last;
  kernels_place left, right;
  /// Where the result goes in the row.
  int32_t output;
} kernels_operation;

/// Operations over the same number of blocks, done one after the other on a few blocks at a time.
typedef struct {
  int32_t first_operation, operation_count;
  int32_t block_count;
} kernels_pass;

/// One operand of stacked matrices: `column_count` numbers.
typedef struct {
  kernels_place operand;
  int32_t column_count;
} kernels_segment;

/// Rows of stacked matrices that are multiplied together: 1, 2, 4 or 8 vectors of sums.
///
/// The weights of a panel are [column][row], the columns of its segments one after the other.
typedef struct {
  /// Where the sums go in the row.
  int32_t sums;
  /// Where the biases stand in the constants.
  int32_t biases;
  /// The number of rows in vectors of the instruction set.
  int32_t vector_count;
  int32_t first_segment, segment_count;
  /// So many of the first segments read the input, which may be known before the step.
  int32_t known_count;
  /// Where the weights begin, in numbers.
  int64_t weights;
} kernels_panel;

/// Panels that can be multiplied at the same time, and what follows element by element.
typedef struct {
  int32_t first_panel, panel_count;
  int32_t first_pass, pass_count;
} kernels_stage;

/// A cell as a program: what is computed in one time step.
typedef struct {
  int32_t instruction_set;
  /// 4 for float, 8 for double; all numbers below have this size.
  int32_t number_bytes;
  int32_t stage_count;
  /// The distance of two rows in numbers.
  int32_t row_stride;
  const kernels_stage *stages;
  const kernels_panel *panels;
  const kernels_segment *segments;
  const kernels_pass *passes;
  const kernels_operation *operations;
  const void *weights;
  const void *constants;
} kernels_program;

/// Computes one time step; the row holds the input already.
///
/// - step: its number; every second one walks the panels backwards, which changes no result.
void kernels_step(const kernels_program *program, void *row, const void *previous, size_t step);

/// Computes `count` time steps whose inputs stand in their rows already, the first at `row`.
///
/// The row of the step before stands before it. All products with inputs are done beforehand, some
/// steps at a time. The results are those of `kernels_step`, bit for bit.
void kernels_run(const kernels_program *program, void *row, size_t count);

/// How many vectors a panel has at most.
enum {
  kernels_panel_vectors = 8,
};

/// The bytes of a vector.
int32_t kernels_vector_bytes(int32_t instruction_set);

/// Asks the system for large pages where it knows them; the memory must not have been used yet.
void kernels_prefer_large_pages(void *memory, size_t bytes);

#endif
