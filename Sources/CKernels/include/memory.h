#ifndef CKERNELS_MEMORY_H
#define CKERNELS_MEMORY_H

#include <stddef.h>

/// Zeros that begin at a cache line, so that no vector lies across two; NULL if there is no memory.
///
/// A megabyte and more begins at a large page and asks the system for such pages where it has them:
/// then neither the search for addresses nor the choice of pages slows the stream of weights down.
void *kernels_allocate(size_t bytes);

/// Gives back what `kernels_allocate` has given for as many bytes.
void kernels_release(void *memory, size_t bytes);

#endif
