// A program's tables as pointers.
#ifndef CKERNELS_TABLES_H
#define CKERNELS_TABLES_H

#include "include/program.h"

typedef struct {
  int32_t stage_count, row_stride, input, input_count;
  const kernels_stage *stages;
  const kernels_panel *panels;
  const kernels_segment *segments;
  const kernels_pass *passes;
  const kernels_operation *operations;
  const void *constants;
  const void *weights;
} kernels_tables;

static inline kernels_tables kernels_tables_of(const kernels_program *program) {
  const char *start = (const char *)program;
  return (kernels_tables){
      .stage_count = program->stage_count,
      .row_stride = program->row_stride,
      .input = program->input,
      .input_count = program->input_count,
      .stages = (const kernels_stage *)(start + program->stages),
      .panels = (const kernels_panel *)(start + program->panels),
      .segments = (const kernels_segment *)(start + program->segments),
      .passes = (const kernels_pass *)(start + program->passes),
      .operations = (const kernels_operation *)(start + program->operations),
      .constants = start + program->constants,
      .weights = start + program->weights,
  };
}

#endif
