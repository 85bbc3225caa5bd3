import ArgumentParser
import CellEngine

/// What somebody who mistyped a name most likely meant.
enum Suggestion {
  /// The known name that is written most like `word`, if it is near enough.
  ///
  /// Near is one change, in words of five letters or more two.
  static func nearest(to word: String, among names: [String]) -> String? {
    let ranked = names.map { (distance: word.editDistance(to: $0), name: $0) }.sorted { $0 < $1 }
    guard let best = ranked.first, best.distance <= (word.count < 5 ? 1 : 2) else {
      return nil
    }
    return best.name
  }

  /// The sentence for a first word that is no command.
  static func command(in arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = Cellscope.configuration.subcommands.map { $0._commandName }
    guard !names.contains(word), let name = nearest(to: word, among: names) else { return nil }
    return "There is no command “\(word)”; did you mean “cellscope \(name)”?"
  }
}
