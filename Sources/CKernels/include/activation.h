#ifndef CKERNELS_ACTIVATION_H
#define CKERNELS_ACTIVATION_H

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

#endif
