import CellScene
import Screen
import Terminal

/// Shows the name of each key that is pressed, below what is known of the terminal.
@MainActor
struct KeyTest {
  private let terminal: Terminal
  private let facts: [String]
  private let language: Language
  /// The names of the last keys.
  private var names: [String] = []
  /// More than the largest screen shows.
  private static let mostNames = 1000

  init(
    _ look: Look, _ preferences: Preferences, below facts: [String], in language: Language
  ) throws {
    self.facts = facts
    self.language = language
    terminal = try Terminal(
      theme: look.theme ?? preferences.theme ?? .dark, look, ambiguous: preferences.ambiguous)
  }

  consuming func run() {
    defer { terminal.close() }
    while true {
      terminal.show(picture)
      switch terminal.nextEvent() {
      case .key(.character("q")), .ended(.hangup), nil: return
      case .key(let key): names = (names + [key.name]).suffix(Self.mostNames)
      case .resized, .mouse: break
      case .suspendRequested: terminal.suspend()
      case .ended(.signal(let number)):
        terminal.close()
        Terminal.die(by: number)
      }
    }
  }

  private var picture: Canvas {
    let size = terminal.size
    var canvas = Canvas(size: size)
    let shown = facts.prefix(max(0, size.rows - 4))
    for (row, fact) in shown.enumerated() { canvas.write(fact, at: Point(1, row)) }
    let top = shown.isEmpty ? 0 : shown.count + 1
    canvas.write(language.text(.doctor(.pressKeys)), at: Point(1, top))
    for (row, line) in lines(in: size.columns).suffix(max(1, size.rows - top - 1)).enumerated() {
      canvas.write(line, at: Point(3, top + 1 + row), Style(.key, on: .plain, .strong))
    }
    return canvas
  }

  /// The names side by side, as many to a line as it has room for.
  private func lines(in columns: Int) -> [String] {
    var lines: [String] = []
    for name in names {
      if let last = lines.last, last.count + name.count + 7 <= columns {
        lines[lines.count - 1] = last + "  " + name
      } else {
        lines.append(name)
      }
    }
    return lines
  }
}
