// Apart from the rest, because term.h defines macros named `lines` and `columns`.
#include "CNcurses.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool cn_load(const char *term) {
  int error = 0;
  guard_use_description(true);
  if (cur_term) del_curterm(cur_term);
  bool is_known = setupterm((char *)(uintptr_t)term, STDOUT_FILENO, &error) == OK;
  guard_use_description(false);
  return is_known;
}

const char *cn_capability(const char *name) {
  guard_use_description(true);
  const char *text = tigetstr((char *)(uintptr_t)name);
  guard_use_description(false);
  return text == (const char *)-1 ? NULL : text;
}

int32_t cn_number(const char *name) {
  guard_use_description(true);
  int32_t number = tigetnum((char *)(uintptr_t)name);
  guard_use_description(false);
  return number;
}
