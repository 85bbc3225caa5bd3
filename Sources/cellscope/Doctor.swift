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
      On a terminal a test of the keys follows: press those of your remote control and see under \
      which names they arrive; `show --keys` and the file of preferences take these names.
      """)

  @OptionGroup var look: ScreenOptions

  mutating func run() throws {
    let lines = facts.map { $0.name.padded(to: 14) + $0.value }
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    // A file that is not understood is an error here as everywhere.
    let preferences = try PreferencesFile.read()
    guard StandardOutput.isTerminal, !look.chosen.isLinear else { return }
    let look = look.chosen
    try MainActor.assumeIsolated { try KeyTest(look, preferences, below: lines).run() }
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
      (name: "characters", value: surroundings.repertoire.name),
      (name: "size", value: surroundings.size?.description ?? "unknown"),
      (name: "preferences", value: preferences),
    ] + variables
  }

  /// Where the file of preferences is, or would be.
  private var preferences: String {
    guard let path = PreferencesFile.path else { return "none: there is no HOME" }
    return visible(path, limit: 200) + (PreferencesFile.isThere(path) ? "" : " (no such file)")
  }
}

extension Repertoire {
  /// What it is called in the list.
  fileprivate var name: String {
    switch self {
    case .unicode: "Unicode"
    case .asciiAndHan: "ASCII and Han characters"
    case .ascii: "ASCII"
    }
  }
}
