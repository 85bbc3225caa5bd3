// The least an ncurses program can do to show a screen that somebody else has worked out: reads what
// `cellscope show --format ansi` prints, writes each glyph with its colours, waits for a key. C-l
// draws everything anew, q ends.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

static int colors[256][2];
static int pair_count = 0;

static int pair_of(int foreground, int background) {
  for (int i = 0; i < pair_count; i++)
    if (colors[i][0] == foreground && colors[i][1] == background) return i + 1;
  if (pair_count == 255) return 0;
  colors[pair_count][0] = foreground;
  colors[pair_count][1] = background;
  init_extended_pair(++pair_count, foreground, background);
  return pair_count;
}

// Reads the rest of ESC [ ... m, which sets everything from a reset on.
static void read_rendition(FILE *file, attr_t *attributes, short *pair) {
  int codes[16] = {0}, count = 0;
  wint_t character = fgetwc(file);  // the bracket
  while ((character = fgetwc(file)) != WEOF && character != L'm')
    if (character == L';') count += count < 15;
    else codes[count] = codes[count] * 10 + (int)(character - L'0');
  int foreground = -1, background = -1;
  *attributes = A_NORMAL;
  for (int i = 0; i <= count; i++) {
    if (codes[i] == 1) *attributes |= A_BOLD;
    if (codes[i] == 2) *attributes |= A_DIM;
    if (codes[i] == 4) *attributes |= A_UNDERLINE;
    if (codes[i] == 7) *attributes |= A_REVERSE;
    if (codes[i] == 38) foreground = codes[i + 2], i += 2;
    else if (codes[i] == 48) background = codes[i + 2], i += 2;
  }
  *pair = (short)(foreground < 0 && background < 0 ? 0 : pair_of(foreground, background));
}

static void read_screen(FILE *file) {
  attr_t attributes = A_NORMAL;
  short pair = 0;
  int y = 0, x = 0;
  for (wint_t character; y < LINES && (character = fgetwc(file)) != WEOF;) {
    if (character == 27) {
      read_rendition(file, &attributes, &pair);
    } else if (character == L'\n') {
      y++, x = 0;
    } else if (x < COLS) {
      cchar_t glyph;
      wchar_t text[2] = {(wchar_t)character, 0};
      setcchar(&glyph, text, attributes, pair, NULL);
      mvadd_wch(y, x, &glyph);
      x += wcwidth((wchar_t)character);
    }
  }
}

int main(int count, char **arguments) {
  setlocale(LC_CTYPE, "");
  FILE *file = fopen(count > 1 ? arguments[1] : "/dev/null", "r");
  if (!file) return 1;
  initscr();
  raw();
  noecho();
  curs_set(0);
  start_color();
  use_default_colors();
  leaveok(stdscr, TRUE);
  read_screen(file);
  for (int key = 0; key != 'q'; key = getch()) {
    if (key == 12) clearok(curscr, TRUE);
    refresh();
  }
  endwin();
  return 0;
}
