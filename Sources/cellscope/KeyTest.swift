import CellScene
import Screen
import Terminal

/// Shows the name of each key that is pressed.
@MainActor
struct KeyTest {
  private let terminal: Terminal
  private var names: [String] = []

  init(_ look: Look, _ preferences: Preferences) throws {
    terminal = try Terminal(
      theme: look.theme ?? preferences.theme ?? .dark, look, ambiguous: preferences.ambiguous)
  }

  consuming func run() {
    defer { terminal.close() }
    while true {
      terminal.show(picture)
      switch terminal.nextEvent() {
      case .key(.character("q")), .ended(.hangup), nil: return
      case .key(let key): names.append(key.name)
      case .resized, .mouse: break
      case .suspendRequested: terminal.suspend()
      case .ended(.signal(let number)):
        terminal.close()
        Terminal.die(by: number)
      }
    }
  }

  private var picture: Canvas {
    var canvas = Canvas(size: terminal.size)
    canvas.write("Press any keys; q ends.", at: Point(1, 0))
    for (row, name) in names.suffix(max(1, terminal.size.rows - 2)).enumerated() {
      canvas.write(name, at: Point(3, row + 2), Style(.key, on: .plain, .strong))
    }
    return canvas
  }
}
