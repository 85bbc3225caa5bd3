/// Vector kernels for recurrent cells, in plain C without build flags.
///
/// Every kernel exists for float (`_f32`) and double (`_f64`) and for each instruction set that the
/// processor may have; the caller asks `kernels_supports` once and passes its choice along. Nothing
/// here allocates.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "activation.h"
#include "instruction_set.h"
#include "program.h"

#endif
