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

void kernels_step(
    const kernels_program *program, void *row, const void *previous, const void *input,
    size_t step) {
  if (program->number_bytes == sizeof(float)) {
    KERNELS_CALL(program->instruction_set, step_f32, (program, row, previous, input, step));
  } else {
    KERNELS_CALL(program->instruction_set, step_f64, (program, row, previous, input, step));
  }
}

void kernels_run(const kernels_program *program, void *row, const void *inputs, size_t count) {
  if (program->number_bytes == sizeof(float)) {
    KERNELS_CALL(program->instruction_set, run_f32, (program, row, inputs, count));
  } else {
    KERNELS_CALL(program->instruction_set, run_f64, (program, row, inputs, count));
  }
}

int32_t kernels_vector_bytes(int32_t instruction_set) {
  return instruction_set == kernels_avx512 ? 64 : instruction_set == kernels_avx2 ? 32 : 16;
}
