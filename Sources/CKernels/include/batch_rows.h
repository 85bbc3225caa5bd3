#ifndef CKERNELS_BATCH_ROWS_H
#define CKERNELS_BATCH_ROWS_H

#include <stddef.h>
#include <stdint.h>

/// What an instruction does.
enum {
  /// target = left.
  kernels_batch_copy = 0,
  /// target = function(left).
  kernels_batch_activate = 1,
  /// target = left ∘ right.
  kernels_batch_multiply = 2,
  /// target = left + right.
  kernels_batch_add = 3,
  /// target = 1 - left.
  kernels_batch_complement = 4,
  /// target = -left.
  kernels_batch_negate = 5,
  /// target = left ∘ function'(…), where right is the function's value.
  kernels_batch_slope = 6,
  /// target = 0.
  kernels_batch_clear = 7,
  /// target += the sum of left over all rows.
  kernels_batch_sum_rows = 8,
  /// target += the sum of left ∘ right over all rows.
  kernels_batch_sum_products = 9,
};

/// Where an operand stands: an offset from one of the caller's bases.
typedef struct {
  int32_t base;
  int32_t offset;
} kernels_batch_place;

/// One element-wise operation on a block of rows.
typedef struct {
  int32_t operation;
  /// One of `kernels_sigmoid` ….
  int32_t function;
  /// Numbers in each row, a multiple of `kernels_batch_padding`.
  int32_t count;
  /// Whether the result is added to the target.
  int32_t adds;
  kernels_batch_place target, left, right;
} kernels_batch_instruction;

/// Runs a list of operations over rows of numbers, a few rows at a time.
///
/// Row r of an operand stands at `bases[base] + offset + r * steps[base]`; a step of 0 stands for one
/// row that all rows share.
void kernels_batch_run_f32(
    int instruction_set, size_t length, const kernels_batch_instruction *program, size_t rows,
    float *const *bases, const size_t *steps);
/// The same in double.
void kernels_batch_run_f64(
    int instruction_set, size_t length, const kernels_batch_instruction *program, size_t rows,
    double *const *bases, const size_t *steps);

#endif
