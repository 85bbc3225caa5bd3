// Must stand before any header: it makes curses.h declare the wide-character functions.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

#include "CNcurses.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum { widest_row = 1000 };

static void take_over(void) {
  raw();
  noecho();
  nonl();
  curs_set(0);
}

static void begin(void) {
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  typeahead(-1);
  leaveok(stdscr, TRUE);
  take_over();
}

// A stream of its own, so that curses' buffers are nobody else's; no other program gets it.
static FILE *open_again(int32_t descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  FILE *stream = copy < 0 ? NULL : fdopen(copy, mode);
  if (!stream && copy >= 0) close(copy);
  return stream;
}

static bool close_both(FILE *to, FILE *from) {
  if (to) fclose(to);
  if (from) fclose(from);
  return false;
}

bool cn_open(const char *term, int32_t input, int32_t output) {
  FILE *to = open_again(output, "w");
  FILE *from = open_again(input, "r");
  if (!to || !from) return close_both(to, from);
  // The size comes from cn_resize. Here it must be small and known: a window of 65535×65535 stops
  // newterm, and so does a description without a size, such as that of linux.
  setenv("LINES", "24", 1);
  setenv("COLUMNS", "80", 1);
  // Only printing terminals need pauses, and a damaged description may ask for minutes.
  setenv("NCURSES_NO_PADDING", "1", 1);
  guard_use_description(true);
  bool is_open = newterm((char *)(uintptr_t)term, to, from) != NULL;
  unsetenv("LINES");
  unsetenv("COLUMNS");
  unsetenv("NCURSES_NO_PADDING");
  if (is_open) begin();
  guard_use_description(false);
  return is_open || close_both(to, from);
}

void cn_close(void) {
  guard_use_description(true);
  endwin();
  guard_use_description(false);
}

void cn_reopen(void) {
  guard_use_description(true);
  take_over();
  guard_use_description(false);
  clearok(curscr, TRUE);
}

int32_t cn_colors(void) { return has_colors() ? COLORS : 0; }

int32_t cn_pairs(void) { return has_colors() ? COLOR_PAIRS : 1; }

void cn_define_pair(int32_t pair, int32_t foreground, int32_t background) {
#if NCURSES_VERSION_PATCH >= 20180127
  init_extended_pair(pair, foreground, background);
#else
  init_pair((short)pair, (short)foreground, (short)background);
#endif
}

void cn_resize(int32_t columns, int32_t rows) {
  // Not resizeterm: that queues a key for getch, which nobody calls.
  resize_term(rows, columns);
  clearok(curscr, TRUE);
}

static attr_t attributes_of(uint32_t bits) {
  attr_t attributes = WA_NORMAL;
  if (bits & cn_bold) attributes |= WA_BOLD;
  if (bits & cn_underline) attributes |= WA_UNDERLINE;
  if (bits & cn_reverse) attributes |= WA_REVERSE;
  if (bits & cn_dim) attributes |= WA_DIM;
  return attributes;
}

// Writes one glyph and returns how many elements it takes. Of characters that are joined in a way that curses cannot
// hold, as in flags, only the first is written. One that the C library measures otherwise than the canvas would shift
// the rest of the row: question marks take its place.
static int append(cchar_t *to, const cn_glyph *glyph) {
  wchar_t text[5] = {0};
  for (int i = 0; i < 4 && glyph->scalars[i]; i++) text[i] = (wchar_t)glyph->scalars[i];
  attr_t attributes = attributes_of(glyph->attributes);
  short pair = (short)glyph->pair;
  if (wcwidth(text[0]) == glyph->columns) {
    if (setcchar(to, text, attributes, pair, NULL) == OK) return 1;
    text[1] = 0;
    if (setcchar(to, text, attributes, pair, NULL) == OK) return 1;
  }
  for (int i = 0; i < glyph->columns; i++) setcchar(to + i, L"?", attributes, pair, NULL);
  return glyph->columns;
}

void cn_put_row(int32_t y, const cn_glyph *glyphs, int32_t count) {
  cchar_t row[widest_row + 2];
  int used = 0;
  for (int32_t i = 0; i < count && used < widest_row; i++) used += append(row + used, &glyphs[i]);
  mvwadd_wchnstr(stdscr, y, 0, row, used);
}

void cn_flush(void) {
  guard_use_description(true);
  wnoutrefresh(stdscr);
  doupdate();
  guard_use_description(false);
}

void cn_forget(int32_t y, int32_t x) {
  // Something that no picture has: control characters are not drawn.
  const cchar_t nothing = {.chars = {0x7F}};
  mvwadd_wchnstr(curscr, y, x, &nothing, 1);
  wtouchln(newscr, y, 1, 1);
}

void cn_forget_screen(void) { clearok(curscr, TRUE); }

bool cn_window_size(int32_t descriptor, int32_t *columns, int32_t *rows) {
  struct winsize window;
  if (ioctl(descriptor, TIOCGWINSZ, &window) != 0) return false;
  *columns = window.ws_col;
  *rows = window.ws_row;
  return true;
}

bool cn_locale_is_utf8(void) {
  const char *name = nl_langinfo(CODESET);
  return name && strcmp(name, "UTF-8") == 0;
}

int32_t cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
