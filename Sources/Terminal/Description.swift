internal import CNcurses

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes that curses does not send by itself.
struct Sequences {
  /// After taking the terminal over: pasted text comes marked, so that it is not taken for keys.
  let enter: String
  /// Draws a character whose width terminals do not agree on and asks where the cursor is then;
  /// the first picture covers it.
  let askWidth: String
  /// Before giving it back.
  let leave: String
  /// Around a frame: terminals that know it show the frame in one go, the others ignore it.
  let beginFrame: String
  /// After a frame.
  let endFrame: String
  /// Makes the terminal report its mouse; empty where there is no such thing.
  let mouseOn: String
  /// Stops the reports of the mouse.
  let mouseOff: String
  /// All that gives the terminal back in one write, for the signal guard.
  let restore: String

  /// Reads what it needs from the terminal description that is loaded.
  init() {
    let capability = { (name: String) -> String in
      cn_capability(name).map { Self.withoutDelays(String(cString: $0)) } ?? ""
    }
    // Only terminals that speak the language of ECMA-48 skip a mode that they do not know.
    let isStandard = capability("cup").hasPrefix("\u{1B}[")
    enter = isStandard ? "\u{1B}[?2004h" : ""
    // Buttons and wheel, no movement; 1006 has no limit on columns. Curses' own mouse takes a
    // form that fails beyond column 223 where the description says so, as that of tmux does.
    mouseOn = isStandard ? "\u{1B}[?1000h\u{1B}[?1006h" : ""
    mouseOff = isStandard ? "\u{1B}[?1006l\u{1B}[?1000l" : ""
    leave = mouseOff + (isStandard ? "\u{1B}[?2004l" : "")
    askWidth = isStandard ? "\r\u{2502}\u{1B}[6n" : ""
    beginFrame = isStandard ? "\u{1B}[?2026h" : ""
    endFrame = isStandard ? "\u{1B}[?2026l" : ""
    let wayBack = ["rmacs", "sgr0", "op", "cnorm"].map(capability).joined()
    let screen = capability("rmcup")
    restore = endFrame + leave + wayBack + (screen.isEmpty ? "\r\n" : screen)
  }

  /// Without marks such as `$<5>`, which ask curses to wait and mean nothing to a terminal.
  private static func withoutDelays(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "$") {
      result += rest[..<mark]
      let after = rest[rest.index(after: mark)...]
      if after.first == "<", let end = after.firstIndex(of: ">") {
        rest = after[after.index(after: end)...]
      } else {
        result += "$"
        rest = after
      }
    }
    return result + rest
  }
}

extension Terminal {
  /// Makes sure that a damaged description ends the program with a sentence.
  static func installGuard() -> Int32 {
    let term = Environment.value("TERM").map(visibleName) ?? ""
    let sentence =
      "cellscope: The description of the terminal type TERM=\(term) is damaged; set TERM to "
      + "another, for example xterm-256color, or TERMINFO to a sound database.\n"
    guard_blame(sentence, 4)
    return guard_install()
  }

  /// A terminal's name, which anybody may have chosen, without what a terminal would obey.
  private static func visibleName(_ name: String) -> String {
    let isPlain = { (scalar: Unicode.Scalar) in (0x21..<0x7F).contains(scalar.value) }
    return String(name.unicodeScalars.prefix(40).map { isPlain($0) ? Character($0) : "?" })
  }

  /// Loads the description of the terminal, or of one that it most likely understands: kitty,
  /// foot, Ghostty and their like are unknown on many servers.
  static func findDescription() throws(TerminalError) -> (
    term: String, substitution: (named: String, used: String)?
  ) {
    let term = Environment.value("TERM") ?? ""
    if !term.isEmpty, cn_load(term) {
      guard cn_capability("cup") != nil else { throw .cannotMoveCursor(term: term) }
      return (term, nil)
    }
    for substitute in ["xterm-256color", "xterm", "vt100"] where cn_load(substitute) {
      return (substitute, (named: term, used: substitute))
    }
    throw .noTerminalDescriptions(term: term)
  }

  /// Where keys come from: the terminal that shows the screen, whatever standard input is.
  static func openInput() throws(TerminalError) -> Int32 {
    if isatty(STDIN_FILENO) == 1, isSameDevice(STDIN_FILENO, STDOUT_FILENO) { return STDIN_FILENO }
    // By its own name: on macOS poll does not work on /dev/tty.
    guard let name = ttyname(STDOUT_FILENO) else { throw .inputIsNoTerminal }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .inputIsNoTerminal }
    return descriptor
  }

  private static func isSameDevice(_ one: Int32, _ other: Int32) -> Bool {
    var (first, second) = (stat(), stat())
    return fstat(one, &first) == 0 && fstat(other, &second) == 0
      && first.st_rdev == second.st_rdev
  }
}
