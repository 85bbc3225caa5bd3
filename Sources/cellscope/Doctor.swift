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
    let preferences = Result { try PreferencesFile.read() }
    let surroundings = MainActor.assumeIsolated { Surroundings.look() }
    let language = language(of: try? preferences.get(), in: surroundings)
    let lines = facts(of: surroundings, in: language).map { $0.name.padded(to: 14) + $0.value }
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    // A file that is not understood is an error here as everywhere.
    let found = try preferences.get()
    guard StandardOutput.isTerminal, !look.chosen.isLinear else { return }
    let look = look.chosen
    try MainActor.assumeIsolated { try KeyTest(look, found, below: lines, in: language).run() }
  }

  /// The language that was asked for, or English with a sentence if the terminal cannot show it.
  private func language(of preferences: Preferences?, in surroundings: Surroundings) -> Language {
    let wanted = look.chosen.language(or: preferences)
    guard wanted != .english, look.ascii || !surroundings.repertoire.hasHan else { return wanted }
    let notice = Notice.appearance(.noHanCharacters)
    StandardOutput.complain("cellscope: " + Language.english.text(.notice(notice, .standard)))
    return .english
  }

  private func facts(
    of surroundings: Surroundings, in language: Language
  ) -> [(name: String, value: String)] {
    let unknown = language.text(.doctor(.unknown))
    let found: [(DoctorPhrase.Fact, String)] = [
      (.version, Cellscope.configuration.version),
      (.terminal, visible(terminal(of: surroundings, in: language), limit: 200)),
      (.colours, surroundings.colors.map { "\($0)" } ?? unknown),
      (.characters, name(of: surroundings.repertoire, in: language)),
      (.size, surroundings.size?.description ?? unknown),
      (.preferences, preferences(in: language)),
    ]
    let variables = ["TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "ACCESSIBLE"]
      .compactMap { name in
        Environment.value(name).map { (name: name, value: visible($0, limit: 60)) }
      }
    return found.map { (name: language.text(.doctor(.name($0))), value: $1) } + variables
  }

  /// How the terminal is taken; why it cannot be is said as where the program fails for it.
  private func terminal(of surroundings: Surroundings, in language: Language) -> String {
    switch surroundings.description {
    case nil: language.text(.doctor(.noTerminal))
    case .known(let name): name
    case .substituted(let named, let used):
      language.text(.notice(.appearance(.terminal(named: named, used: used)), .standard))
    case .refused(let error): error.description
    }
  }

  /// Where the file of preferences is, or would be.
  private func preferences(in language: Language) -> String {
    guard let path = PreferencesFile.path else { return language.text(.doctor(.noHome)) }
    let shown = visible(path, limit: 200)
    return PreferencesFile.isThere(path) ? shown : language.text(.doctor(.noSuchFile(shown)))
  }

  private func name(of repertoire: Repertoire, in language: Language) -> String {
    switch repertoire {
    case .unicode: "Unicode"
    case .asciiAndHan: language.text(.doctor(.asciiAndHan))
    case .ascii: "ASCII"
    }
  }
}
