#ifndef CKERNELS_LEARNING_H
#define CKERNELS_LEARNING_H

#include <stddef.h>
#include <stdint.h>

/// Turns predictions into slopes of the squared error and gives the sum of squares.
///
/// difference = prediction - target; prediction = difference * scale.
double kernels_squared_error_f32(
    int instruction_set, size_t rows, size_t columns, float *predictions, size_t prediction_row,
    const float *targets, size_t target_row, float scale);
/// The same in double.
double kernels_squared_error_f64(
    int instruction_set, size_t rows, size_t columns, double *predictions, size_t prediction_row,
    const double *targets, size_t target_row, double scale);

/// Turns scores into slopes of the cross entropy and gives its sum in nats.
///
/// score = (softmax(scores) - onehot(target)) * scale; with a scale of 0 only the sum is wanted and
/// the scores become 0.
double kernels_cross_entropy_f32(
    int instruction_set, size_t rows, size_t columns, float *scores, size_t score_row,
    const int32_t *targets, float scale);
/// The same in double.
double kernels_cross_entropy_f64(
    int instruction_set, size_t rows, size_t columns, double *scores, size_t score_row,
    const int32_t *targets, double scale);

/// Writes start + row `places[r]` of a matrix in panels into each row r.
///
/// A `start_row` of 0 stands for one start for all rows; the start may be the result itself.
void kernels_gather_f32(
    int instruction_set, size_t rows, size_t columns, const int32_t *places, const float *matrix,
    size_t matrix_panel, const float *start, size_t start_row, float *result, size_t result_row);
/// The same in double.
void kernels_gather_f64(
    int instruction_set, size_t rows, size_t columns, const int32_t *places, const double *matrix,
    size_t matrix_panel, const double *start, size_t start_row, double *result,
    size_t result_row);

/// Adds each row r to row `places[r]` of a matrix in panels.
void kernels_scatter_f32(
    int instruction_set, size_t rows, size_t columns, const int32_t *places, float *matrix,
    size_t matrix_panel, const float *values, size_t value_row);
/// The same in double.
void kernels_scatter_f64(
    int instruction_set, size_t rows, size_t columns, const int32_t *places, double *matrix,
    size_t matrix_panel, const double *values, size_t value_row);

/// The sum of squares of `count` numbers, a multiple of `kernels_batch_padding`.
double kernels_sum_of_squares_f32(int instruction_set, size_t count, const float *numbers);
/// The same in double.
double kernels_sum_of_squares_f64(int instruction_set, size_t count, const double *numbers);

/// What one update of Adam is made with.
typedef struct {
  /// What the gradient is multiplied with first, for clipping.
  double gradient_scale;
  /// β₁ and β₂.
  double first_decay, second_decay;
  /// 1 - β₁ᵗ and 1 - β₂ᵗ.
  double first_correction, second_correction;
  double epsilon, rate;
  /// The share of each parameter that decays, times the rate.
  double weight_decay;
} kernels_adam;

/// Moves `count` parameters, a multiple of `kernels_batch_padding`, one step of Adam.
void kernels_adam_f32(
    int instruction_set, size_t count, const kernels_adam *settings, float *parameters,
    const float *gradient, float *first_moments, float *second_moments);
/// The same in double.
void kernels_adam_f64(
    int instruction_set, size_t count, const kernels_adam *settings, double *parameters,
    const double *gradient, double *first_moments, double *second_moments);

/// Transposes one matrix in panels, [rows][columns], into another, [columns][rows].
///
/// Both numbers of columns are padded to a multiple of `kernels_batch_padding`; `columns` is the number of
/// rows that the result has.
void kernels_transpose_f32(
    size_t rows, size_t columns, const float *matrix, size_t matrix_panel, float *result,
    size_t result_panel);
/// The same in double.
void kernels_transpose_f64(
    size_t rows, size_t columns, const double *matrix, size_t matrix_panel, double *result,
    size_t result_panel);

#endif
