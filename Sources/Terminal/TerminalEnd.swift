internal import CNcurses

extension Terminal {
  static let crashMessage =
    "The program has stopped because of a mistake in it. Please report this with the lines "
    + "above, if there are any, and the last keys that you pressed.\n"

  /// Ends the process as if nothing had caught the signal; call `close()` before.
  public static func die(by signal: Int32) -> Never {
    guard_die(signal)
  }
}
