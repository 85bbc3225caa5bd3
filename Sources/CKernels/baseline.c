// The kernels with what every processor of the architecture has: SSE2 or NEON.

#define WIDTH 16
#if defined(__aarch64__)
#define FUSED 1
#else
#define FUSED 0
#endif
#define SET_SUFFIX baseline
#include "kernels.inc"
