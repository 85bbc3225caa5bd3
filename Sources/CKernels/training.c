// The public kernels of training: each calls the instance that the caller chose.

#include "training_instances.h"

#define TRAINING(type, scalar)                                                                    \
  void kernels_batch_multiply_##type(                                                             \
      int instruction_set, const kernels_batch_product_##type *product) {                         \
    KERNELS_CALL(instruction_set, batch_multiply_##type, (product));                              \
  }                                                                                               \
  void kernels_batch_run_##type(                                                                  \
      int instruction_set, size_t length, const kernels_batch_instruction *program, size_t rows,  \
      scalar *const *bases, const size_t *steps) {                                                \
    KERNELS_CALL(instruction_set, batch_run_##type, (length, program, rows, bases, steps));       \
  }                                                                                               \
  double kernels_squared_error_##type(                                                            \
      int instruction_set, size_t rows, size_t columns, scalar *predictions,                      \
      size_t prediction_row, const scalar *targets, size_t target_row, scalar scale) {            \
    return KERNELS_CALL(                                                                          \
        instruction_set, squared_error_##type,                                                    \
        (rows, columns, predictions, prediction_row, targets, target_row, scale));                \
  }                                                                                               \
  double kernels_cross_entropy_##type(                                                            \
      int instruction_set, size_t rows, size_t columns, scalar *scores, size_t score_row,         \
      const int32_t *targets, scalar scale) {                                                     \
    return KERNELS_CALL(                                                                          \
        instruction_set, cross_entropy_##type,                                                    \
        (rows, columns, scores, score_row, targets, scale));                                      \
  }                                                                                               \
  void kernels_gather_##type(                                                                     \
      int instruction_set, size_t rows, size_t columns, const int32_t *places,                    \
      const scalar *matrix, size_t matrix_panel, const scalar *start, size_t start_row,           \
      scalar *result, size_t result_row) {                                                        \
    KERNELS_CALL(                                                                                 \
        instruction_set, gather_##type,                                                           \
        (rows, columns, places, matrix, matrix_panel, start, start_row, result, result_row));     \
  }                                                                                               \
  void kernels_scatter_##type(                                                                    \
      int instruction_set, size_t rows, size_t columns, const int32_t *places, scalar *matrix,    \
      size_t matrix_panel, const scalar *values, size_t value_row) {                              \
    KERNELS_CALL(                                                                                 \
        instruction_set, scatter_##type,                                                          \
        (rows, columns, places, matrix, matrix_panel, values, value_row));                        \
  }                                                                                               \
  double kernels_sum_of_squares_##type(                                                           \
      int instruction_set, size_t count, const scalar *numbers) {                                 \
    return KERNELS_CALL(instruction_set, sum_of_squares_##type, (count, numbers));                \
  }                                                                                               \
  void kernels_adam_##type(                                                                       \
      int instruction_set, size_t count, const kernels_adam *settings, scalar *parameters,        \
      const scalar *gradient, scalar *first_moments, scalar *second_moments) {                    \
    KERNELS_CALL(                                                                                 \
        instruction_set, adam_##type,                                                             \
        (count, settings, parameters, gradient, first_moments, second_moments));                  \
  }                                                                                               \
  void kernels_transpose_##type(                                                                  \
      size_t rows, size_t columns, const scalar *matrix, size_t matrix_panel, scalar *result,     \
      size_t result_panel) {                                                                      \
    for (size_t first = 0; first < rows; first += kernels_batch_padding) {                        \
      const size_t end = first + kernels_batch_padding < rows ? first + kernels_batch_padding : rows; \
      scalar *to = result + first / kernels_batch_panel * result_panel + first % kernels_batch_panel; \
      for (size_t column = 0; column < columns; column++) {                                       \
        const scalar *from =                                                                      \
            matrix + column / kernels_batch_panel * matrix_panel + column % kernels_batch_panel;  \
        for (size_t row = first; row < end; row++) {                                              \
          to[column * kernels_batch_panel + row - first] = from[row * kernels_batch_panel];       \
        }                                                                                         \
      }                                                                                           \
    }                                                                                             \
  }

TRAINING(f32, float)
TRAINING(f64, double)
