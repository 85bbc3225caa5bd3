#include "kept_error.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

static int kept_error = -1, error_pipe[2];

void guard_write_soon(int descriptor, const char *bytes, size_t count) {
  for (int tries = 0; count > 0 && tries < 100; tries++) {
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    if (poll(&ready, 1, 50) == 0) return;
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

bool guard_open_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0;
#else
  if (pipe(ends) != 0) return false;
  bool is_ready = true;
  for (int i = 0; i < 2; i++) {
    is_ready = is_ready && fcntl(ends[i], F_SETFD, FD_CLOEXEC) == 0
               && fcntl(ends[i], F_SETFL, O_NONBLOCK) == 0;
  }
  if (is_ready) return true;
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
  return false;
#endif
}

void guard_keep_error(void) {
  if (kept_error >= 0 || !isatty(STDERR_FILENO) || !guard_open_pipe(error_pipe)) return;
  kept_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (kept_error < 0) {
    close(error_pipe[0]);
    close(error_pipe[1]);
    return;
  }
  dup2(error_pipe[1], STDERR_FILENO);
}

void guard_release_error(void) {
  if (kept_error < 0) return;
  dup2(kept_error, STDERR_FILENO);
  char buffer[1024];
  ssize_t count;
  while ((count = read(error_pipe[0], buffer, sizeof buffer)) > 0)
    guard_write_soon(STDERR_FILENO, buffer, (size_t)count);
  close(kept_error);
  close(error_pipe[0]);
  close(error_pipe[1]);
  kept_error = -1;
}
