/// Vector kernels for recurrent cells, in plain C without build flags.
///
/// Every kernel exists for float (`_f32`) and double (`_f64`) and for each instruction set that the
/// processor may have; the caller asks `kernels_supports` once and passes its choice along. No kernel
/// allocates.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "activation.h"
#include "batch_product.h"
#include "batch_rows.h"
#include "instruction_set.h"
#include "learning.h"
#include "memory.h"
#include "program.h"

#endif
