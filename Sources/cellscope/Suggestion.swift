import ArgumentParser

/// What somebody who mistyped a name most likely meant.
enum Suggestion {
  /// The known name that is written most like `word`, if it is near enough.
  ///
  /// Near is one change, in words of five letters or more two.
  static func nearest(to word: String, among names: [String]) -> String? {
    let ranked = names.map { (distance: distance(word, $0), name: $0) }.sorted { $0 < $1 }
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

  /// The least number of letters to put in, take out or exchange (Levenshtein 1966).
  private static func distance(_ one: String, _ other: String) -> Int {
    let (first, second) = (Array(one.prefix(64)), Array(other.prefix(64)))
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in second.enumerated() {
        let exchanged = diagonal + (letter == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(exchanged, diagonal + 1, row[j] + 1)
      }
    }
    return row[second.count]
  }
}
