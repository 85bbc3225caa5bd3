#ifndef CKERNELS_ACTIVATION_H
#define CKERNELS_ACTIVATION_H

#include <stddef.h>

/// A function of one number.
enum {
  /// 1 / (1 + e^-x).
  kernels_sigmoid = 0,
  /// tanh x.
  kernels_tanh = 1,
  /// max(0, x).
  kernels_relu = 2,
  /// 4 / (1 + e^-x) - 2, computed as 2 tanh(x / 2).
  kernels_double_bipolar_sigmoid = 3,
  /// 2 / (1 + e^-x) - 1, computed as tanh(x / 2).
  kernels_bipolar_sigmoid = 4,
};

/// output[i] = function(input[i]) for `count` numbers; both may be the same place.
void kernels_activate_f32(
    int instruction_set, int function, size_t count, const float *input, float *output);
/// The same in double.
void kernels_activate_f64(
    int instruction_set, int function, size_t count, const double *input, double *output);

#endif
