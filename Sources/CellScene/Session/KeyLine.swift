public import Screen

/// A line of the linear mode as keys.
public enum KeyLine {
  /// The keys of a line; an empty one is Space.
  ///
  /// Words between spaces are names of keys; what begins with a digit or `:` and is no name is
  /// taken character by character, so that `12G` and `:12` need no spaces.
  /// - Returns: no keys and the word that is none, if there is one.
  public static func keys(in line: String) -> (keys: [Key], unknown: String?) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return ([.space], nil) }
    var keys: [Key] = []
    for word in words {
      if let key = Key(named: word) {
        keys.append(key)
      } else if let first = word.first, first == ":" || first.isNumber {
        keys += word.map(Key.character)
      } else {
        return ([], String(word))
      }
    }
    return (keys, nil)
  }
}
