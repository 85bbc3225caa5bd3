public import Screen

/// What the run loop waits for.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A button of the mouse was pressed or its wheel turned; only while it reports.
  case mouse(MouseReport)
  /// The terminal has another size now, or its content is lost: draw again.
  case resized(Size)
  /// Somebody asked the program to stop for a while (SIGTSTP): call `Terminal.suspend()`.
  case suspendRequested
  /// The program has to end now, in half a second at most.
  case ended(EndReason)
}

extension Event {
  /// What has been sent; nil for a report that nobody has asked for.
  init?(_ input: TerminalInput, reportsMouse: Bool) {
    switch input {
    case .key(let key): self = .key(key)
    case .mouse(let report) where reportsMouse: self = .mouse(report)
    case .mouse: return nil
    }
  }
}

/// Why the program has to end.
public enum EndReason: Hashable, Sendable {
  /// The terminal is gone.
  case hangup
  /// A signal such as SIGTERM asked for it: close, then `Terminal.die(by:)`.
  case signal(Int32)
}
