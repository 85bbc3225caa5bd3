/// Characters as the words of a vocabulary: those that cannot be seen get a sign.
public enum CharacterWords {
  /// What stands for a space.
  public static let space = "␣"
  /// What stands for the end of a line.
  public static let lineEnd = "⏎"
  /// What stands for a tabulator.
  public static let tabulator = "⇥"
  /// What stands for every character that the vocabulary does not have.
  public static let other = "�"

  /// The word of a character.
  public static func word(for character: Character) -> String {
    switch character {
    case " ": space
    case "\n", "\r\n": lineEnd
    case "\t": tabulator
    default: String(character)
    }
  }

  /// A character by the numbers of its scalars, as `\\u{3000}`, for those that cannot be seen.
  public static func numbered(_ character: Character) -> String {
    character.unicodeScalars.map { "\\u{" + String($0.value, radix: 16, uppercase: true) + "}" }
      .joined()
  }

  /// The text of a word: the character that it stands for.
  public static func text(of word: String) -> String {
    switch word {
    case space: " "
    case lineEnd: "\n"
    case tabulator: "\t"
    default: word
    }
  }
}

extension Vocabulary {
  /// What one of its words is for a reader.
  public enum Piece: Hashable, Sendable {
    /// A word of a sentence.
    case word
    /// A character of a text.
    case character
    /// One of the inputs of a sequence of numbers.
    case input
  }

  /// What one of its words is, where they are words of a text.
  public var piece: Piece { isOfCharacters ? .character : .word }

  /// Reads a text character by character.
  ///
  /// - Throws: `UnknownWord` for the first character that the vocabulary does not have, if it has no
  ///   word for all others.
  func tokens(ofCharacters text: String) throws(UnknownWord) -> [Int] {
    var tokens: [Int] = []
    for character in text {
      let word = CharacterWords.word(for: character)
      guard let token = index(of: word) ?? index(of: CharacterWords.numbered(character)) ?? unknown
      else {
        throw UnknownWord(word: word, nearest: nearest(to: word))
      }
      tokens.append(token)
    }
    return tokens
  }
}
