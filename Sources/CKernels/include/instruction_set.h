#ifndef CKERNELS_INSTRUCTION_SET_H
#define CKERNELS_INSTRUCTION_SET_H

#include <stdbool.h>

/// The instruction sets that kernels are built for.
enum {
  /// What every processor of the architecture has: SSE2, or NEON on arm64.
  kernels_baseline = 0,
  /// AVX2 with fused multiply-add.
  kernels_avx2 = 1,
  /// AVX-512 F, DQ, BW and VL.
  kernels_avx512 = 2,
};

/// Whether this processor runs the kernels of an instruction set.
bool kernels_supports(int instruction_set);

#endif
