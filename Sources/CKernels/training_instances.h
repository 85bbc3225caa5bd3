// The kernels of training, declared for each instruction set.
#ifndef CKERNELS_TRAINING_INSTANCES_H
#define CKERNELS_TRAINING_INSTANCES_H

#include "include/CKernels.h"
#include "instances.h"

#define KERNELS_DECLARE_TRAINING(type, scalar)                                                    \
  KERNELS_DECLARE(void, batch_multiply_##type, (const kernels_batch_product_##type *));           \
  KERNELS_DECLARE(                                                                                \
      void, batch_run_##type,                                                                     \
      (size_t, const kernels_batch_instruction *, size_t, scalar *const *, const size_t *));      \
  KERNELS_DECLARE(                                                                                \
      double, squared_error_##type,                                                               \
      (size_t, size_t, scalar *, size_t, const scalar *, size_t, scalar));                        \
  KERNELS_DECLARE(                                                                                \
      double, cross_entropy_##type,                                                               \
      (size_t, size_t, scalar *, size_t, const int32_t *, scalar));                               \
  KERNELS_DECLARE(                                                                                \
      void, gather_##type,                                                                        \
      (size_t, size_t, const int32_t *, const scalar *, size_t, const scalar *, size_t, scalar *, \
       size_t));                                                                                  \
  KERNELS_DECLARE(                                                                                \
      void, scatter_##type,                                                                       \
      (size_t, size_t, const int32_t *, scalar *, size_t, const scalar *, size_t));               \
  KERNELS_DECLARE(double, sum_of_squares_##type, (size_t, const scalar *));                       \
  KERNELS_DECLARE(                                                                                \
      void, adam_##type,                                                                          \
      (size_t, const kernels_adam *, scalar *, const scalar *, scalar *, scalar *))

KERNELS_DECLARE_TRAINING(f32, float);
KERNELS_DECLARE_TRAINING(f64, double);

#endif
