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

/// Why the program has to end.
public enum EndReason: Hashable, Sendable {
  /// The terminal is gone.
  case hangup
  /// A signal such as SIGTERM asked for it: close, then `Terminal.die(by:)`.
  case signal(Int32)
}
