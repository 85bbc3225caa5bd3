public import Screen

/// A line of the linear mode as keys.
public enum KeyLine {
  /// The keys of a line; an empty one is Space.
  ///
  /// Words between spaces are names of keys, as the program shows them; what begins with a digit or
  /// `:` and is no name is taken character by character, so that `12G` and `:12` need no spaces.
  /// - Returns: no keys and the word that is none, if there is one.
  public static func keys(in line: String) -> (keys: [Key], unknown: String?) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return ([.space], nil) }
    var keys: [Key] = []
    for word in words {
      guard let read = read(word) else { return ([], String(word)) }
      keys += read
    }
    return (keys, nil)
  }

  /// The keys of a word: one by its name, a number and a key by its name, or characters.
  private static func read(_ word: Substring) -> [Key]? {
    if let key = Key(shown: word) { return [key] }
    guard let first = word.first, first == ":" || first.isNumber else { return nil }
    let digits = word.prefix(while: \.isNumber)
    if let key = Key(shown: word.dropFirst(digits.count)) {
      return digits.map(Key.character) + [key]
    }
    return word.map(Key.character)
  }
}
