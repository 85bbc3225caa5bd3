internal import CNcurses
public import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What can be learned about the terminal without taking it over.
public struct Surroundings: Sendable {
  /// The terminal's name and how it is taken; nil without a terminal.
  public let description: String?
  /// How many colours the terminal has.
  public let colors: Int?
  /// Whether pictures are drawn as they are rather than in ASCII.
  public let drawsUnicode: Bool
  /// Columns and rows, as the terminal says.
  public let size: Size?

  /// Whether the locale has more characters than ASCII and the terminal can show them.
  public static var drawsHan: Bool {
    setCharacterEncoding() && environment("TERM")?.hasPrefix("linux") != true
  }

  /// Looks around.
  @MainActor
  public static func look() -> Surroundings {
    let isUnicode = setCharacterEncoding()
    _ = Terminal.installGuard()
    defer { guard_remove() }
    guard isatty(STDOUT_FILENO) == 1 else {
      return Surroundings(description: nil, colors: nil, drawsUnicode: isUnicode, size: nil)
    }
    var (columns, rows): (Int32, Int32) = (0, 0)
    let hasSize = cn_window_size(STDOUT_FILENO, &columns, &rows)
    let size = hasSize ? Size(columns: Int(columns), rows: Int(rows)) : nil
    do {
      let (term, substitution) = try Terminal.findDescription()
      let text = substitution.map { "\($0.named) is unknown here, taken for \($0.used)" } ?? term
      return Surroundings(
        description: text, colors: Int(cn_number("colors")),
        drawsUnicode: isUnicode && !term.hasPrefix("linux"), size: size)
    } catch {
      return Surroundings(
        description: error.description, colors: nil, drawsUnicode: isUnicode, size: size)
    }
  }
}
