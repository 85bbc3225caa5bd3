// The kernels for AVX2 with fused multiply-add.

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define WIDTH 32
#define FUSED 1
#define SET_SUFFIX avx2
#include "kernels.inc"
#pragma clang attribute pop
#endif
