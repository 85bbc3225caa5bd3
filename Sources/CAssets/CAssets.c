#include "CAssets.h"

static const unsigned char agreement[] = {
#embed "../../Assets/agreement.safetensors"
};

static const unsigned char agreement_peephole[] = {
#embed "../../Assets/agreement-peephole.safetensors"
};

static const unsigned char agreement_100[] = {
#embed "../../Assets/agreement-100.safetensors"
};

static const cassets_file files[] = {
  {"agreement", agreement, sizeof agreement},
  {"agreement-peephole", agreement_peephole, sizeof agreement_peephole},
  {"agreement-100", agreement_100, sizeof agreement_100},
};

const cassets_file *cassets_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
