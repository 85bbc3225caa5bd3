import ArgumentParser
import CellScene
import ModelFiles
import Screen
import Terminal

/// Says what the program finds in its surroundings, and which keys arrive.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what this terminal can do, and test which keys arrive.",
    discussion: """
      On a terminal a test of the keys follows: press those of your remote control and see under
      which names they arrive; `show --keys` and the file of preferences take these names.
      """)

  @OptionGroup var look: ScreenOptions

  mutating func run() throws {
    try StandardOutput.write(facts.map { "\($0.name.padded(to: 14))\($0.value)\n" }.joined())
    // A file that is not understood is an error here as everywhere.
    _ = try PreferencesFile.read()
    guard StandardOutput.isTerminal, !look.chosen.isLinear else { return }
    try StandardOutput.write("Press a key to test keys; q there ends the test.\n")
    let options = look
    try MainActor.assumeIsolated { try KeyTest(options).run() }
  }

  private var facts: [(name: String, value: String)] {
    let surroundings = MainActor.assumeIsolated { Surroundings.look() }
    let variables = ["TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "ACCESSIBLE"]
      .compactMap { name in
        Environment.value(name).map { (name: name, value: visible($0, limit: 60)) }
      }
    return [
      (name: "version", value: Cellscope.configuration.version),
      (
        name: "terminal",
        value: surroundings.description.map { visible($0, limit: 200) }
          ?? "none: standard output is a file"
      ),
      (name: "colours", value: surroundings.colors.map { "\($0)" } ?? "unknown"),
      (name: "characters", value: surroundings.drawsUnicode ? "Unicode" : "ASCII"),
      (name: "size", value: surroundings.size?.description ?? "unknown"),
      (name: "preferences", value: PreferencesFile.path.map { visible($0, limit: 200) } ?? "none"),
    ] + variables
  }
}

extension String {
  /// The text with spaces behind it.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(1, columns - count))
  }
}

/// Shows the name of each key that is pressed.
@MainActor
private struct KeyTest {
  private let terminal: Terminal
  private var names: [String] = []

  init(_ look: ScreenOptions) throws {
    terminal = try Terminal(theme: look.theme ?? .dark, colors: look.color)
    if look.ascii { terminal.drawsUnicode = false }
  }

  consuming func run() throws {
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
