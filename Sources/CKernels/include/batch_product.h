#ifndef CKERNELS_BATCH_PRODUCT_H
#define CKERNELS_BATCH_PRODUCT_H

#include <stdbool.h>
#include <stddef.h>

enum {
  /// The columns of a panel: matrices that are multiplied from the right stand in such panels.
  kernels_batch_panel = 32,
  /// What the number of columns of such a matrix is a multiple of.
  kernels_batch_padding = 16,
};

/// C = S + A B for blocks of larger matrices.
///
/// A(m, k) stands at `left[m * left_row + k * left_column]`, where one of the two steps is 1. Column
/// n of row k of B stands at `right[n / 32 * right_panel + k * right_row + n % 32]`, and C and S, the
/// start of the sums, in the same way. S may be C itself, NULL for zeros, or one row with a
/// `start_row` of 0. `columns` is a multiple of `kernels_batch_padding`.
typedef struct {
  size_t rows, columns, depth;
  const float *left;
  size_t left_row, left_column;
  const float *right;
  size_t right_panel, right_row;
  const float *start;
  size_t start_panel, start_row;
  float *result;
  size_t result_panel, result_row;
  /// Whether one row is multiplied from the last panel to the first: in every second step what was
  /// read last is then still in the cache. The result is the same.
  bool backwards;
} kernels_batch_product_f32;

/// The same in double.
typedef struct {
  size_t rows, columns, depth;
  const double *left;
  size_t left_row, left_column;
  const double *right;
  size_t right_panel, right_row;
  const double *start;
  size_t start_panel, start_row;
  double *result;
  size_t result_panel, result_row;
  bool backwards;
} kernels_batch_product_f64;

/// Multiplies two matrices.
void kernels_batch_multiply_f32(int instruction_set, const kernels_batch_product_f32 *product);
/// The same in double.
void kernels_batch_multiply_f64(int instruction_set, const kernels_batch_product_f64 *product);

#endif
