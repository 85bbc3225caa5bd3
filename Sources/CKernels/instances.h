// Every kernel is declared for each instruction set, and called by the one that the caller chose.
#ifndef CKERNELS_INSTANCES_H
#define CKERNELS_INSTANCES_H

#include "include/program.h"

#include <stddef.h>

#if defined(__x86_64__)
/// Declares a kernel of one type: `KERNELS_DECLARE(void, release_f32, (int, size_t))`.
#define KERNELS_DECLARE(result, name, parameters) \
  result name##_baseline parameters;              \
  result name##_avx2 parameters;                  \
  result name##_avx512 parameters
/// Calls a kernel: `KERNELS_CALL(instruction_set, release_f32, (code, count))`.
#define KERNELS_CALL(instruction_set, name, arguments)         \
  ((instruction_set) == kernels_avx512 ? name##_avx512 arguments \
   : (instruction_set) == kernels_avx2 ? name##_avx2 arguments   \
                                       : name##_baseline arguments)
#else
#define KERNELS_DECLARE(result, name, parameters) result name##_baseline parameters
#define KERNELS_CALL(instruction_set, name, arguments) \
  ((void)(instruction_set), name##_baseline arguments)
#endif

KERNELS_DECLARE(
    void, step_f32,
    (const kernels_program *, float *, const float *, const float *, size_t));
KERNELS_DECLARE(
    void, step_f64,
    (const kernels_program *, double *, const double *, const double *, size_t));
KERNELS_DECLARE(void, run_f32, (const kernels_program *, float *, const float *, size_t));
KERNELS_DECLARE(void, run_f64, (const kernels_program *, double *, const double *, size_t));

#endif
