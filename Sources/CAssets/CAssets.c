#include "CAssets.h"

static const unsigned char agreement[] = {
#embed "../../Assets/agreement.safetensors"
};

static const unsigned char agreement_peephole[] = {
#embed "../../Assets/agreement-peephole.safetensors"
};

static const cassets_file files[] = {
  {"agreement", agreement, sizeof agreement},
  {"agreement-peephole", agreement_peephole, sizeof agreement_peephole},
};

const cassets_file *cassets_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
