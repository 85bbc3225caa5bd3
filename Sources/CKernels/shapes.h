// Element-wise operations in orders that the compiler is told, so that results stay in registers.
//
// A shape says what each operation does and whose result it reads, not what a signal means: every
// cell whose sums are followed by the same operations takes the same compiled code, and any other is
// done by `elementwise.inc`, operation by operation.
#ifndef CKERNELS_SHAPES_H
#define CKERNELS_SHAPES_H

#include "include/activation.h"
#include "include/program.h"

/// One operation of a shape. What it reads is the result of an earlier one by its number, the sum of
/// a panel (`kernels_sum_0` and so on) or a number in memory.
typedef struct {
  int code, left, right;
  /// What `kernels_weighted` adds to.
  int addend;
} kernels_shaped;

enum {
  kernels_memory = -1,
  /// The operation has no such operand.
  kernels_nothing = -2,
  kernels_sum_0 = 100,
  kernels_sum_1 = 101,
  kernels_sum_2 = 102,
  kernels_sum_3 = 103,
  /// How many operations a shape has at most.
  kernels_shape_operations = 12,
};

#define UNARY(code, operand) {code, operand, kernels_nothing, kernels_nothing}
#define BINARY(code, left, right) {code, left, right, kernels_nothing}
/// Memory times the operand, and the addend.
#define WEIGHTED(operand, addend) {kernels_weighted, kernels_memory, operand, addend}

/// One function of a sum.
static const kernels_shaped kernels_shape_tanh[] = {UNARY(kernels_tanh, kernels_sum_0)};
/// A memory that is kept and written to through gates, and a gated function of it.
static const kernels_shaped kernels_shape_memory[] = {
    UNARY(kernels_sigmoid, kernels_sum_0),
    UNARY(kernels_sigmoid, kernels_sum_1),
    UNARY(kernels_tanh, kernels_sum_3),
    BINARY(kernels_product, 0, kernels_memory),
    BINARY(kernels_product, 1, 2),
    BINARY(kernels_sum, 4, 3),
    UNARY(kernels_sigmoid, kernels_sum_2),
    UNARY(kernels_tanh, 5),
    BINARY(kernels_product, 6, 7),
};
/// The same where the gates see the memory.
static const kernels_shaped kernels_shape_seen_memory[] = {
    WEIGHTED(kernels_memory, kernels_sum_1),
    WEIGHTED(kernels_memory, kernels_sum_2),
    UNARY(kernels_sigmoid, 0),
    UNARY(kernels_sigmoid, 1),
    UNARY(kernels_tanh, kernels_sum_0),
    BINARY(kernels_product, 2, kernels_memory),
    BINARY(kernels_product, 3, 4),
    BINARY(kernels_sum, 6, 5),
    WEIGHTED(7, kernels_sum_3),
    UNARY(kernels_sigmoid, 8),
    UNARY(kernels_tanh, 7),
    BINARY(kernels_product, 9, 10),
};

#undef UNARY
#undef BINARY
#undef WEIGHTED

enum { kernels_number_tanh, kernels_number_memory, kernels_number_seen_memory };

#define kernels_length(array) ((int)(sizeof(array) / sizeof *(array)))

/// Every shape with the vectors of its panels: how many, and how many of them side by side.
///
/// Side by side stand all powers of two from `kernels_panel_vectors` by the number of sums down to
/// 1, because a panel at the end of the units is as narrow as they are; each must be listed.
#define KERNELS_SHAPES(EACH) \
  EACH(tanh, 8, 8)           \
  EACH(tanh, 4, 4)           \
  EACH(tanh, 2, 2)           \
  EACH(tanh, 1, 1)           \
  EACH(memory, 8, 2)         \
  EACH(memory, 4, 1)         \
  EACH(seen_memory, 8, 2)    \
  EACH(seen_memory, 4, 1)

#endif
