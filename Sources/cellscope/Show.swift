public import ArgumentParser
public import CellScene
import ModelFiles
import Screen

/// Prints the very canvas that the screen would show.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the screen as it would be after some keys.",
    discussion: """
      Keys are written as single characters or by name, with spaces between them:
      \(Key.names.joined(separator: " ")). C-x stands for Control with a letter.
      Names may be written as the program shows them too (↑, Bksp), in capitals or not.
      """)

  @OptionGroup var drawn: DrawnOptions
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH"))
  var size = "80x24"
  @Option(parsing: .unconditional, help: "The keys to press, with spaces between them.")
  var keys = ""
  @Option(help: "The theme of ansi and svg.")
  var theme: ThemeChoice?
  @Option(help: "\(Language.allCases.map(\.rawValue).joined(separator: " or ")).")
  var language = Language.english
  @Option(
    help: "text, else ansi (with colours), svg (a picture) or json (with ink and ground).")
  var format: ExportFormat?

  mutating func run() throws {
    let size = try parsedSize()
    let keys = try parsedKeys()
    var session = Session(try drawn.source.opened())
    session.offerFamily()
    session.speak(language)
    session.theme = theme ?? session.theme
    for key in keys where session.press(key) == .quit { break }
    let canvas = Scene(session, size: size).canvas()
    try StandardOutput.write(canvas, as: format ?? .text, theme: session.theme)
  }

  private func parsedSize() throws -> Size {
    let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      (1...1000).contains(columns), (1...500).contains(rows)
    else {
      throw UsageError(
        description: "A size is columns x rows, from 1x1 to 1000x500, such as 80x24, not “\(size)”."
      )
    }
    return Size(columns: columns, rows: rows)
  }

  private func parsedKeys() throws -> [Key] {
    try keys.split(separator: " ").map { name in
      guard let key = Key(shown: name) else {
        throw UsageError(
          description: "There is no key “\(name)”; \(Suggestion.key(for: String(name)))")
      }
      return key
    }
  }
}

extension ExportFormat: ExpressibleByArgument {
  /// Reads a format's name; a file of text ends with `txt`, its format is called `text`.
  public init?(argument: String) { self.init(rawValue: argument == "text" ? "txt" : argument) }

  /// The names that are taken.
  public static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }

  /// The names say it; what each is for stands in the option's help.
  public static var allValueDescriptions: [String: String] { [:] }

  /// Its name.
  public var defaultValueDescription: String { self == .text ? "text" : rawValue }
}
