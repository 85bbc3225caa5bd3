import ArgumentParser
import CellEngine

/// What somebody who mistyped a name most likely meant.
enum Suggestion {
  /// The sentence for a first word that is no command.
  static func command(in arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = Cellscope.configuration.subcommands.map { $0._commandName }
    guard !names.contains(word), let name = word.nearest(among: names) else { return nil }
    return "There is no command “\(word)”; did you mean “cellscope \(name)”?"
  }
}
