// Which shape a program's operations have.

#include "shapes.h"

#include <stdbool.h>
#include <string.h>

/// Where an operand comes from, as a shape says it.
static int source_of(
    kernels_place place, const kernels_operation *operations, int before, int32_t sums,
    int32_t sum_count, int32_t distance) {
  if (place.base != kernels_row) return kernels_memory;
  for (int i = before - 1; i >= 0; i--) {
    if (operations[i].output == place.offset) return i;
  }
  const int32_t behind = place.offset - sums;
  if (behind < 0 || behind % distance || behind / distance >= sum_count) return kernels_memory;
  return kernels_sum_0 + behind / distance;
}

int32_t kernels_shape_of(
    const kernels_operation *operations, int32_t operation_count, int32_t sums, int32_t sum_count,
    int32_t distance) {
  if (operation_count > kernels_shape_operations) return -1;
  kernels_shaped found[kernels_shape_operations];
  for (int i = 0; i < operation_count; i++) {
    const int code = operations[i].code;
    const bool is_binary = code == kernels_product || code == kernels_sum || code == kernels_weighted;
#define SOURCE(place) source_of(place, operations, i, sums, sum_count, distance)
    const kernels_place output = {kernels_row, operations[i].output};
    found[i] = (kernels_shaped){
        code, SOURCE(operations[i].left),
        is_binary ? SOURCE(operations[i].right) : kernels_nothing,
        code == kernels_weighted ? SOURCE(output) : kernels_nothing};
#undef SOURCE
  }
#define MATCH(shape, count, neighbours)                                               \
  if (sum_count * neighbours == count &&                                              \
      operation_count == kernels_length(kernels_shape_##shape) &&                     \
      memcmp(found, kernels_shape_##shape, sizeof kernels_shape_##shape) == 0) {      \
    return kernels_number_##shape;                                                    \
  }
  KERNELS_SHAPES(MATCH)
#undef MATCH
  return -1;
}
