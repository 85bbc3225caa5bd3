// Memory for weights and values.

// For MAP_ANONYMOUS and madvise.
#define _DEFAULT_SOURCE

#include "include/memory.h"
#include "include/program.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static const size_t least_large = 1 << 20;
static const size_t large_page = 1 << 21;

static size_t whole(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

/// Whole large pages: more is mapped than is needed, and what stands before and behind is given back.
static void *large(size_t bytes) {
  const size_t length = whole(bytes, large_page);
  char *mapped = mmap(
      NULL, length + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return NULL;
  const size_t before = whole((uintptr_t)mapped, large_page) - (uintptr_t)mapped;
  if (before > 0) munmap(mapped, before);
  munmap(mapped + before + length, large_page - before);
#if defined(MADV_HUGEPAGE)
  madvise(mapped + before, length, MADV_HUGEPAGE);
#endif
  return mapped + before;
}

void *kernels_allocate(size_t bytes) {
  if (bytes >= least_large) return large(bytes);
  void *memory;
  // Of no bytes the C library may give NULL.
  if (posix_memalign(&memory, kernels_block_bytes, bytes ? bytes : 1)) return NULL;
  return memset(memory, 0, bytes);
}

void kernels_release(void *memory, size_t bytes) {
  if (bytes >= least_large) {
    munmap(memory, whole(bytes, large_page));
  } else {
    free(memory);
  }
}
