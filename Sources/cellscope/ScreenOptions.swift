public import ArgumentParser
public import CellScene
public import Screen
import Terminal

/// How everything is shown.
struct ScreenOptions: ParsableArguments {
  @Option(help: "\(ThemeChoice.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme: ThemeChoice?
  @Option(help: "\(Language.allCases.map(\.rawValue).joined(separator: " or ")).")
  var language: Language?
  @Option(help: "auto, always or never; auto heeds NO_COLOR.")
  var color = ColorChoice.auto
  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false
  @Flag(help: "Tell everything line by line, for screen readers (also ACCESSIBLE=1).")
  var accessible = false

  /// What was chosen.
  var chosen: Look {
    Look(theme: theme, language: language, color: color, ascii: ascii, accessible: accessible)
  }
}

/// How everything is shown, as chosen on the command line.
struct Look {
  var theme: ThemeChoice?
  var language: Language?
  var color = ColorChoice.auto
  var ascii = false
  var accessible = false

  /// The language that was asked for, here or in the preferences.
  func language(or preferences: Preferences?) -> Language {
    language ?? preferences?.language ?? .english
  }

  /// Whether nothing may be drawn: asked for here, by the environment or by the terminal.
  var isLinear: Bool {
    let wish = Environment.value("ACCESSIBLE")
    return accessible || wish != nil && wish != "0" || Environment.value("TERM") == "dumb"
  }
}

extension ThemeChoice: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
