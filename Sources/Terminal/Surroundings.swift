internal import CNcurses
public import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What can be learned about the terminal without taking it over.
public struct Surroundings: Sendable {
  /// The terminal's name and how it is taken, or why it cannot be; nil without a terminal.
  public let description: String?
  /// How many colours the terminal has.
  public let colors: Int?
  /// Which characters are drawn as they are.
  public let repertoire: Repertoire
  /// Columns and rows, as the terminal says.
  public let size: Size?

  /// Looks around.
  @MainActor
  public static func look() -> Surroundings {
    _ = Terminal.installGuard()
    defer { guard_remove() }
    guard isatty(STDOUT_FILENO) == 1 else {
      return Surroundings(description: nil, colors: nil, repertoire: .expected(of: nil), size: nil)
    }
    var (columns, rows): (Int32, Int32) = (0, 0)
    let hasSize = cn_window_size(STDOUT_FILENO, &columns, &rows)
    let size = hasSize ? Size(columns: Int(columns), rows: Int(rows)) : nil
    do {
      let (term, substitution) = try Terminal.findDescription()
      let text = substitution.map { "\($0.named) is unknown here, taken for \($0.used)" } ?? term
      return Surroundings(
        description: text, colors: max(0, Int(cn_number("colors"))),
        repertoire: .expected(of: term), size: size)
    } catch {
      return Surroundings(
        description: error.description, colors: nil, repertoire: .expected(of: nil), size: size)
    }
  }
}
