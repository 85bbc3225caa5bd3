/// What the guard needs for pipes, and for standard error, which is kept back while the screen is ours.
#ifndef KEPT_ERROR_H
#define KEPT_ERROR_H

#include <stdbool.h>
#include <stddef.h>

/// Writes all of it unless nobody reads: a handler must not wait for a terminal that hangs, nor try
/// for ever where every write fails, as when the terminal is gone. Async-signal-safe.
void guard_write_soon(int descriptor, const char *bytes, size_t count);

/// A pipe that no child inherits and that nobody waits for; one that could not be made so would hang.
bool guard_open_pipe(int ends[2]);

/// Keeps back what is written to standard error from now on, if it is a terminal.
void guard_keep_error(void);

/// Writes out what was kept. Async-signal-safe.
void guard_release_error(void);

#endif
