#include "guard.h"

#include "kept_error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

// Everything that a handler touches is written before `terminal` becomes `taken`, or is atomic.
static atomic_int terminal;
enum { free_again, taken, being_restored };
static atomic_uint events;
static atomic_int ending;
static int wake[2] = {-1, -1};
static int tty_in, tty_out;
static struct termios settings;
/// Whether they were ever read.
static bool knows_settings;
static char restore_bytes[512], crash_message[256];
static size_t restore_count;
static char alternate_stack[64 * 1024];

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT};
static const int endings[] = {SIGTERM, SIGHUP, SIGINT};
static const int wakers[] = {SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction earlier[NSIG];
static bool is_installed;
// What is said, and the exit status, when curses breaks on a description of the terminal.
static char blame[512];
static int blame_status;
static atomic_bool uses_description;
#define EACH(i, list) size_t i = 0; i < sizeof list / sizeof list[0]; i++

// Room for the restore bytes, even if the other side reads nothing: drops what waits there.
static void write_restore_bytes(void) {
  struct pollfd ready = {.fd = tty_out, .events = POLLOUT};
  if (poll(&ready, 1, 50) == 0) tcflush(tty_out, TCOFLUSH);
  int flags = fcntl(tty_out, F_GETFL);
  fcntl(tty_out, F_SETFL, flags | O_NONBLOCK);
  guard_write_soon(tty_out, restore_bytes, restore_count);
  fcntl(tty_out, F_SETFL, flags);
}

// Who dies while another restores, or was interrupted by a mistake while restoring, gives the other time
// and sets the settings once more.
static void restore_late(void) {
  for (int tries = 0; tries < 10 && atomic_load(&terminal) == being_restored; tries++) poll(NULL, 0, 10);
  if (knows_settings) tcsetattr(tty_in, TCSANOW, &settings);
}

// Async-signal-safe. Returns whether there was something to restore.
static bool restore(void) {
  int found = taken;
  if (!atomic_compare_exchange_strong(&terminal, &found, being_restored)) {
    if (found == being_restored) restore_late();
    return false;
  }
  signal(SIGTTOU, SIG_IGN);  // in the background tcsetattr would stop the process instead
  write_restore_bytes();
  if (knows_settings) tcsetattr(tty_in, TCSANOW, &settings);
  guard_release_error();
  atomic_store(&terminal, free_again);
  return true;
}

static void restore_at_exit(void) { restore(); }

_Noreturn void guard_die(int32_t number) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

// A mistake of this process, not a signal that somebody sent. The terminal sends SIGQUIT as the kernel.
static bool is_mistake(int number, const siginfo_t *facts) {
  if (number == SIGQUIT) return false;
#ifdef SI_TKILL
  if (number == SIGABRT) return facts->si_code == SI_TKILL;
#endif
  return number == SIGABRT || facts->si_code > 0;
}

static void on_crash(int number, siginfo_t *facts, void *context) {
  (void)context;
  if (atomic_load(&uses_description) && is_mistake(number, facts)) {
    restore();
    guard_write_soon(STDERR_FILENO, blame, strlen(blame));
    _exit(blame_status);
  }
  if (restore() && number != SIGQUIT)
    guard_write_soon(STDERR_FILENO, crash_message, strlen(crash_message));
  guard_die(number);
}

static void on_alarm(int number) {
  int first = atomic_load(&ending);
  restore();
  guard_die(first ? first : number);
}

static void note(unsigned bits) {
  int error = errno;
  atomic_fetch_or(&events, bits);
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;
  errno = error;
}

static void start_clock(int milliseconds) {
  struct itimerval once = {.it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_REAL, &once, NULL);
}

static void on_ending(int number) {
  int none = 0;
  if (!atomic_compare_exchange_strong(&ending, &none, number)) {
    if (number == SIGHUP) return;  // a closing terminal sends it more than once
    restore();
    guard_die(number);
  }
  start_clock(200);
  note(guard_ending);
}

static void on_wake(int number) {
  note(number == SIGWINCH ? guard_resized : number == SIGTSTP ? guard_stop : guard_continued);
}

// What is ignored on purpose, by nohup or a shell without job control, stays ignored.
static bool is_ignored(int number) {
  bool may_be = number == SIGHUP || number == SIGINT || number == SIGQUIT || number == SIGTSTP;
  return may_be && earlier[number].sa_handler == SIG_IGN;
}

// What ends the process waits until a handler that may be restoring is done.
static void install(int number, struct sigaction action) {
  sigemptyset(&action.sa_mask);
  for (EACH(i, endings)) sigaddset(&action.sa_mask, endings[i]);
  sigaddset(&action.sa_mask, SIGALRM);
  sigaction(number, NULL, &earlier[number]);
  if (!is_ignored(number)) sigaction(number, &action, NULL);
}

static void handle(int number, void (*handler)(int), int flags) {
  install(number, (struct sigaction){.sa_handler = handler, .sa_flags = flags});
}

int32_t guard_install(void) {
  if (wake[0] < 0) {
    if (!guard_open_pipe(wake)) return -1;
    atexit(restore_at_exit);
  }
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  struct sigaction crash = {
    .sa_sigaction = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO};
  for (EACH(i, crashes)) install(crashes[i], crash);
  for (EACH(i, endings)) handle(endings[i], on_ending, SA_ONSTACK | SA_RESTART);
  for (EACH(i, wakers)) handle(wakers[i], on_wake, SA_ONSTACK | SA_RESTART);
  handle(SIGALRM, on_alarm, SA_ONSTACK);
  is_installed = true;
  sigset_t none;  // the parent may have left some of them blocked
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
  return wake[0];
}

void guard_remove(void) {
  if (!is_installed) return;
  is_installed = false;
  start_clock(0);
  for (EACH(i, crashes)) sigaction(crashes[i], &earlier[crashes[i]], NULL);
  for (EACH(i, endings)) sigaction(endings[i], &earlier[endings[i]], NULL);
  for (EACH(i, wakers)) sigaction(wakers[i], &earlier[wakers[i]], NULL);
  sigaction(SIGALRM, &earlier[SIGALRM], NULL);
}

void guard_blame(const char *sentence, int32_t status) {
  strncpy(blame, sentence, sizeof blame - 1);
  blame_status = status;
}

void guard_use_description(bool begins) { atomic_store(&uses_description, begins); }

static bool is_in_background(void) {
  pid_t foreground = tcgetpgrp(tty_in);
  return foreground > 0 && foreground != getpgrp();
}

// Stops the job until somebody lets it go on; returns whether it did stop.
static bool stop_by(int number) {
  kill(0, number);
  // Another thread may be the one that stops: what follows must not run before the job goes on.
  // A job that nobody could wake never stops; then the wait ends by itself.
  struct pollfd continued = {.fd = wake[0], .events = POLLIN};
  return poll(&continued, 1, 50) > 0;
}

// Whoever lets the job go on in the background keeps the terminal: it stops again.
static void wait_for_foreground(void) {
  bool did_stop = true;
  while (did_stop && is_in_background() && !(guard_take() & guard_ending))
    did_stop = stop_by(SIGTTIN);
}

void guard_arm(int32_t input, int32_t output, const char *bytes, const char *message) {
  tty_in = input;
  tty_out = output;
  wait_for_foreground();  // in the background the settings are the shell's
  // Where they cannot be read, those that were read before stay; none are made up.
  for (int tries = 0; tries < 2; tries++) {
    if (tcgetattr(input, &settings) != 0) continue;
    knows_settings = true;
    break;
  }
  restore_count = strlen(bytes);
  if (restore_count > sizeof restore_bytes) restore_count = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, restore_count);
  strncpy(crash_message, message, sizeof crash_message - 1);
  guard_keep_error();
  atomic_store(&terminal, taken);
}

void guard_disarm(void) {
  if (atomic_load(&terminal) != taken) return;
  if (knows_settings) tcsetattr(tty_in, TCSANOW, &settings);
  if (atomic_exchange(&terminal, free_again) == taken) guard_release_error();
}

uint32_t guard_take(void) {
  char buffer[64];
  while (read(wake[0], buffer, sizeof buffer) > 0) continue;
  unsigned found = atomic_exchange(&events, 0);
  if (found & guard_ending) start_clock(500);
  return found;
}

int32_t guard_ending_signal(void) { return atomic_load(&ending); }

void guard_stop_job(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, NULL, &ours);
  if (ours.sa_handler == SIG_IGN) return;
  // Who was asked to end meanwhile ends instead of stopping.
  if (guard_take() & guard_ending) return;
  sigaction(SIGTSTP, &standard, NULL);
  if (stop_by(SIGTSTP)) wait_for_foreground();
  sigaction(SIGTSTP, &ours, NULL);
}
