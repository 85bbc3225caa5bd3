/// The part of ncurses that Swift cannot call by itself: globals, attribute macros, wide glyphs.
///
/// No curses type appears here, so Swift never builds a module from curses.h. (macOS has one of
/// its own, without the wide functions.) Everything below belongs to the main thread.
#ifndef CNCURSES_H
#define CNCURSES_H

#include "guard.h"

#include <stdbool.h>
#include <stdint.h>

/// How a glyph stands out; the bits may be combined.
enum {
  cn_bold = 1,
  cn_underline = 2,
  cn_reverse = 4,
  cn_dim = 8,
};

/// One glyph of a row.
typedef struct {
  /// What is drawn and its combining marks, ended by 0 if there are fewer than four.
  uint32_t scalars[4];
  /// How many columns it takes, 1 or 2.
  int32_t columns;
  /// A colour pair from cn_define_pair, or 0.
  int32_t pair;
  /// Bits as above.
  uint32_t attributes;
} cn_glyph;

/// Whether the terminfo database knows the name; cn_capability then reads from that entry.
bool cn_load(const char *term);

/// A string capability such as "rmcup", or NULL.
const char *cn_capability(const char *name);

/// A number capability such as "colors"; below 0 if the entry has none.
int32_t cn_number(const char *name);

/// Takes the terminal over: raw, no echo, cursor hidden. The size is 80×24 until cn_resize.
bool cn_open(const char *term, int32_t input, int32_t output);

/// Gives the terminal back; cn_reopen takes it over again.
void cn_close(void);

/// Takes the terminal over again and forgets what it shows.
void cn_reopen(void);

/// The number of colours, 0 without colour.
int32_t cn_colors(void);

/// The number of colour pairs, pair 0 included.
int32_t cn_pairs(void);

/// Gives a pair its colours; -1 is the terminal's own.
void cn_define_pair(int32_t pair, int32_t foreground, int32_t background);

/// Tells curses the size of the terminal.
void cn_resize(int32_t columns, int32_t rows);

/// Replaces a row from its first column on.
void cn_put_row(int32_t y, const cn_glyph *glyphs, int32_t count);

/// Sends what changed.
void cn_flush(void);

/// Makes the next cn_flush send this place again, whatever curses believes to be there.
void cn_forget(int32_t y, int32_t x);

/// Makes the next cn_flush send everything.
void cn_forget_screen(void);

/// The size of the window that a terminal shows; false if it does not say.
bool cn_window_size(int32_t descriptor, int32_t *columns, int32_t *rows);

/// Whether the locale that is set now writes UTF-8.
bool cn_locale_is_utf8(void);

/// How many columns a character takes in the locale that is set now.
int32_t cn_columns(uint32_t scalar);

#endif
