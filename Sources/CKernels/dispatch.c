// The public kernels: each calls the instance of the instruction set that the caller chose.

#include "include/CKernels.h"
#include "instances.h"

bool kernels_supports(int instruction_set) {
#if defined(__x86_64__)
  switch (instruction_set) {
  case kernels_baseline: return true;
  case kernels_avx2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case kernels_avx512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  default: return false;
  }
#else
  return instruction_set == kernels_baseline;
#endif
}

void kernels_activate_f32(
    int instruction_set, int function, size_t count, const float *input, float *output) {
  KERNELS_CALL(instruction_set, activate_f32, (function, count, input, output));
}

void kernels_activate_f64(
    int instruction_set, int function, size_t count, const double *input, double *output) {
  KERNELS_CALL(instruction_set, activate_f64, (function, count, input, output));
}
