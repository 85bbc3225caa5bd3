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

static const unsigned char agreement_gru[] = {
#embed "../../Assets/agreement-gru.safetensors"
};

static const unsigned char agreement_rnn[] = {
#embed "../../Assets/agreement-rnn.safetensors"
};

static const unsigned char source[] = {
#embed "../../Assets/source.safetensors"
};

static const cassets_file files[] = {
  {"agreement", agreement, sizeof agreement},
  {"agreement-peephole", agreement_peephole, sizeof agreement_peephole},
  {"agreement-100", agreement_100, sizeof agreement_100},
  {"agreement-gru", agreement_gru, sizeof agreement_gru},
  {"agreement-rnn", agreement_rnn, sizeof agreement_rnn},
  {"source", source, sizeof source},
};

const cassets_file *cassets_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
