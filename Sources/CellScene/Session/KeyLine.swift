import CellEngine
public import Screen

/// A line of the linear mode as keys.
public enum KeyLine {
  /// The keys of a line; an empty one is Space, or Enter where a text is being typed.
  ///
  /// Words between spaces are names of keys, as the program shows them; what begins with a digit,
  /// `:` or `/` and is no name is taken character by character, so that `12G` and `:12` need no
  /// spaces. Where a text is being typed, that goes for every word that is no name, and between two
  /// of them a space is typed too, also where the first of them stood in an earlier line.
  ///
  /// - Parameter session: where the keys will be pressed; without one no text is being typed.
  /// - Returns: no keys and the word that is none, if there is one.
  public static func keys(
    in line: String, for session: Session? = nil
  ) -> (keys: [Key], unknown: String?) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return ([session?.context == .prompt ? .enter : .space], nil) }
    var trial = Trial(session: session)
    var keys: [Key] = []
    var isInText = continuesText(words, in: session)
    for word in words {
      if let key = Key(shown: word), word.count > 1 || !isInText {
        keys.append(key)
        isInText = false
      } else if let read = characters(of: word), !isInText {
        keys += read
        isInText = word.count > 1 && word.first?.isNumber == false
      } else if trial.isTyping(after: keys) {
        keys += (isInText ? [.space] : []) + word.map(Key.character)
        isInText = true
      } else if let read = Key(shown: word).map({ [$0] }) ?? characters(of: word) {
        keys += read
        isInText = false
      } else {
        return ([], String(word))
      }
    }
    return (keys, nil)
  }

  /// Whether a line is done at its end, as if Enter stood there: it has typed a command or a word to
  /// find.
  ///
  /// - Parameters:
  ///   - end: where its keys have led.
  ///   - start: where they were pressed first.
  public static func isDone(_ end: Session, after start: Session) -> Bool {
    guard start.context != .prompt, case .prompt(let prompt) = end.popup, !prompt.text.isEmpty
    else { return false }
    switch prompt.purpose {
    case .command, .search: return true
    case .chain, .edit: return false
    }
  }

  /// Whether a line goes on with an open text whose last word is complete.
  ///
  /// So it is if it has a word that is more than a letter and no name: single letters are keys, which
  /// spell one word over several lines. Where every character is a word of the model, a space is one
  /// too and is only typed by its key.
  private static func continuesText(_ words: [Substring], in session: Session?) -> Bool {
    guard let session, case .prompt(let prompt) = session.popup,
      prompt.purpose == .command || !session.model.vocabulary.isOfCharacters,
      let last = prompt.text.last, last != " "
    else { return false }
    return words.contains { $0.count > 1 && Key(shown: $0) == nil }
  }

  /// What needs no spaces: characters, or a number and a key by its name.
  private static func characters(of word: Substring) -> [Key]? {
    guard let first = word.first, first == ":" || first == "/" || first.isNumber else { return nil }
    let digits = word.prefix(while: \.isNumber)
    if let key = Key(shown: word.dropFirst(digits.count)) {
      return digits.map(Key.character) + [key]
    }
    return word.map(Key.character)
  }

  /// A session in which keys are pressed to see whether they open a text.
  private struct Trial {
    var session: Session?
    private var count = 0

    init(session: Session?) { self.session = session }

    /// Whether a text is being typed once these keys, which begin with those of the last call, are
    /// pressed.
    mutating func isTyping(after keys: [Key]) -> Bool {
      for key in keys[count...] { session?.handle(key) }
      count = keys.count
      return session?.context == .prompt
    }
  }
}
