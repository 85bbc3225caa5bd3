// The least an ncurses program can do to show a screen: reads rows of text, writes each glyph with a
// colour of its own, waits for a key. C-l draws everything anew, q ends.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  FILE *file = fopen(count > 1 ? arguments[1] : "/dev/null", "r");
  if (!file) return 1;
  initscr();
  raw();
  noecho();
  curs_set(0);
  start_color();
  for (short i = 1; i < 16; i++) init_pair(i, (short)(16 + 12 * i), (short)(232 + i));
  wchar_t line[1024];
  for (int y = 0; y < LINES && fgetws(line, 1024, file); y++)
    for (int x = 0; x < COLS && line[x] && line[x] != L'\n'; x++) {
      cchar_t glyph;
      wchar_t text[2] = {line[x], 0};
      setcchar(&glyph, text, x % 2 ? A_BOLD : A_NORMAL, (short)(1 + (x / 4 + y) % 15), NULL);
      mvadd_wch(y, x, &glyph);
    }
  for (int key = 0; key != 'q'; key = getch()) {
    if (key == 12) clearok(curscr, TRUE);
    refresh();
  }
  endwin();
  return 0;
}
