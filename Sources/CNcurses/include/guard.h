/// Gives the terminal back however the process ends.
///
/// Between guard_arm and guard_disarm every signal that ends the process first writes the restore
/// bytes and puts the terminal's settings back. Other signals only wake the main loop.
#ifndef GUARD_H
#define GUARD_H

#include <stdbool.h>
#include <stdint.h>

/// What guard_take found, as bits.
enum {
  guard_resized = 1,
  guard_stop = 2,
  guard_continued = 4,
  guard_ending = 8,
};

/// Installs the handlers, unblocks all signals and returns a descriptor that is readable when
/// guard_take has something to say, or -1.
///
/// To be called on the main thread: only that one survives an overflow of its stack long enough to
/// give the terminal back.
int32_t guard_install(void);

/// Puts the handlers back that were there before guard_install, if there was one.
void guard_remove(void);

/// What is said before the process ends with a status if curses itself breaks while it uses a
/// description of the terminal: descriptions come from the environment and may be damaged. Copied.
void guard_blame(const char *sentence, int32_t status);

/// Begins or ends a use of the description; for this library.
void guard_use_description(bool begins);

/// From here on the terminal must be given back: its settings are remembered now, `restore` is what
/// is written to `output`, `message` is what a crash says last. Both are copied.
///
/// Until guard_disarm standard error is kept back if it is a terminal: what is written there would
/// be lost with the screen.
void guard_arm(int32_t input, int32_t output, const char *restore, const char *message);

/// Restores the settings that guard_arm remembered and writes out what standard error kept.
void guard_disarm(void);

/// What happened since the last call, as bits. Never waits.
uint32_t guard_take(void);

/// The first signal that asked the process to end, or 0.
///
/// From the signal on the process has 0.2 s to call guard_take and from there 0.5 s to end;
/// after that the guard gives the terminal back and ends it.
int32_t guard_ending_signal(void);

/// Stops the whole job as Ctrl-Z does; returns when it goes on in the foreground or has to end.
void guard_stop_job(void);

/// Ends the process by the signal's default action.
_Noreturn void guard_die(int32_t signal);

#endif
