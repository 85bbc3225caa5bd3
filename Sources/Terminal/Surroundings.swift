internal import CNcurses
public import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What can be learned about the terminal without taking it over.
public struct Surroundings: Sendable {
  /// How a terminal is known.
  public enum Description: Sendable {
    /// By its name.
    case known(String)
    /// Its name is unknown here, so it is taken for another one.
    case substituted(named: String, used: String)
    /// It cannot be used.
    case refused(TerminalError)
  }

  /// How the terminal is known; nil without one.
  public let description: Description?
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
      let description = substitution.map { Description.substituted(named: $0, used: $1) }
      return Surroundings(
        description: description ?? .known(term), colors: max(0, Int(cn_number("colors"))),
        repertoire: .expected(of: term), size: size)
    } catch {
      return Surroundings(
        description: .refused(error), colors: nil, repertoire: .expected(of: nil), size: size)
    }
  }
}
