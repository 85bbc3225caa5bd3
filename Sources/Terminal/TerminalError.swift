/// Why the program cannot draw on this terminal.
public enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Standard output goes into a file or a pipe.
  case outputIsNoTerminal
  /// Keys can come neither from standard input nor from the terminal behind standard output.
  case inputIsNoTerminal
  /// The terminal named by TERM cannot move its cursor.
  case cannotMoveCursor(term: String)
  /// Neither TERM nor any of its stand-ins is in the terminfo database.
  case noTerminalDescriptions(term: String)
  /// Curses refused for a reason that it does not tell.
  case refused(term: String)

  /// One full sentence that says what to do.
  public var description: String {
    switch self {
    case .outputIsNoTerminal:
      "Standard output is not a terminal; start the program without `>` and `|`."
    case .inputIsNoTerminal:
      "Standard input is not a terminal, so no key can be read; start the program without "
        + "`<` and `|`."
    case .cannotMoveCursor(let term):
      "The terminal type TERM=\(term) cannot move its cursor; use another terminal, "
        + "or set TERM to what it really is, for example xterm-256color."
    case .noTerminalDescriptions(let term):
      "Neither TERM=\(term) nor xterm-256color, xterm or vt100 is in this machine's terminfo "
        + "database; install it (Debian: ncurses-base) or point TERMINFO to one."
    case .refused(let term):
      "ncurses cannot start on this terminal (TERM=\(term)); try another terminal "
        + "or TERM=xterm-256color."
    }
  }
}
