// The kernels for AVX-512; the attribute names the widest registers, which clang avoids by itself.

#if defined(__x86_64__)
#pragma clang attribute push(                                                   \
    __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma"))),     \
    apply_to = function)
#define WIDTH 64
#define FUSED 1
#define SET_SUFFIX avx512
#include "kernels.inc"
#pragma clang attribute pop
#endif
