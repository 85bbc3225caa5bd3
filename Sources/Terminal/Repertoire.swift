internal import CNcurses

/// Which characters the terminal shows as they are.
public enum Repertoire: Sendable {
  /// All.
  case unicode
  /// ASCII and Han characters, whose width is in no doubt: box drawing takes two columns there, which
  /// would tear every picture.
  case asciiAndHan
  /// ASCII alone: the locale is not UTF-8, or it is the Linux console, whose font has few characters.
  case ascii

  /// Whether Han characters are shown.
  public var hasHan: Bool { self != .ascii }

  /// What the locale and a terminal let one expect; without a terminal, the locale alone.
  public static func expected(of term: String?) -> Repertoire {
    guard setCharacterEncoding(), term?.hasPrefix("linux") != true else { return .ascii }
    return cn_columns(boxDrawing) == 1 ? .unicode : .asciiAndHan
  }
}
