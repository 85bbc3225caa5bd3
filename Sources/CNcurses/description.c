// Apart from the rest, because term.h defines macros named `lines` and `columns`.
#include "CNcurses.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool cn_load(const char *term) {
  int error = 0;
  if (cur_term) del_curterm(cur_term);
  return setupterm((char *)(uintptr_t)term, STDOUT_FILENO, &error) == OK;
}

const char *cn_capability(const char *name) {
  const char *text = tigetstr((char *)(uintptr_t)name);
  return text == (const char *)-1 ? NULL : text;
}

int32_t cn_number(const char *name) { return tigetnum((char *)(uintptr_t)name); }
