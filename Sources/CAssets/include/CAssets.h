/// The models of the top-level folder Assets, inside the program.
///
/// C, because only C can take files in at compile time (#embed) without a bundle beside the
/// program. An edit of a file rebuilds it.
#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// One embedded file.
typedef struct cassets_file {
  /// The file's name without its ending.
  const char *name;
  const unsigned char *bytes;
  size_t count;
} cassets_file;

/// All embedded files.
const cassets_file *cassets_files(size_t *count);

#endif
