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
  /// So many vectors stand side by side; those behind them begin `distance` numbers after the first,
  /// in the row and in the constants.
  int32_t neighbour_count, distance;
  /// The first of its rows: of each sum if it holds all sums of its units, otherwise of all sums of
  /// its product one behind the other.
  int32_t first_row;
  /// The number of rows in vectors of the instruction set.
  int32_t vector_count;
  int32_t first_segment, segment_count;
  /// So many of the first segments read the input, which may be known before the step.
  int32_t known_count;
  /// Where the weights begin, in numbers.
  int64_t weights;
  /// The weights of all other segments once more, those of the next panel right behind them: a run
  /// reads only these, and the processor fetches ahead along one stream.
  int64_t state_weights;
  /// Whether the loop over all columns, or over those of the states, is written out in long turns.
  int32_t is_long, state_is_long;
} kernels_panel;

/// Panels that can be multiplied at the same time, and what follows element by element.
typedef struct {
  int32_t first_panel, panel_count;
  int32_t first_pass, pass_count;
  /// The compiled shape of the first pass (`kernels_shape_of`) if each panel holds all sums of its
  /// units, so that the pass is done for these units behind the panel, with the sums in registers;
  /// otherwise −1.
  int32_t shape;
} kernels_stage;

/// A cell as a program: what is computed in one time step.
///
/// The tables and numbers stand in the same block of memory behind it, so a program is one array
/// that can be copied; their places are in bytes from its beginning. The block begins at a multiple
/// of 64 bytes, and so do weights and constants.
typedef struct {
  int32_t instruction_set;
  /// 4 for float, 8 for double; all numbers below have this size.
  int32_t number_bytes;
  int32_t stage_count;
  /// The distance of two rows in numbers.
  int32_t row_stride;
  /// Where the input stands in the row, and how many numbers it has.
  int32_t input, input_count;
  /// kernels_stage, kernels_panel, kernels_segment, kernels_pass, kernels_operation.
  int64_t stages, panels, segments, passes, operations;
  /// Numbers; the weights of states that stand a second time end the block.
  int64_t constants, weights;
} kernels_program;

/// Computes one time step.
///
/// - input: x of the step, copied into the row; NULL if it stands there already.
/// - step: its number; every second one walks the panels backwards, which changes no result.
void kernels_step(
    const kernels_program *program, void *row, const void *previous, const void *input,
    size_t step);

/// Computes `count` time steps, the first at `row`; the row of the step before stands before it.
///
/// - inputs: x of all steps, one after the other; NULL if they stand in their rows already.
///
/// All products with inputs are done beforehand, some steps at a time. The results are those of
/// `kernels_step`, bit for bit.
void kernels_run(const kernels_program *program, void *row, const void *inputs, size_t count);

/// The number of the compiled shape that some operations have: what each does and which results of
/// the others it reads; −1 if they have none.
///
/// - sums: where the sums of the first signal of a product stand in the row; those of the others
///   follow, each `distance` behind the one before.
int32_t kernels_shape_of(
    const kernels_operation *operations, int32_t operation_count, int32_t sums, int32_t sum_count,
    int32_t distance);

/// How many vectors a panel has at most.
enum {
  kernels_panel_vectors = 8,
};

/// The bytes of a vector.
int32_t kernels_vector_bytes(int32_t instruction_set);

#endif
