public import CellEngine

/// A text for a model that predicts the next character.
public struct CharacterText: Hashable, Sendable {
  /// The characters that are frequent enough, each a word; one word stands for all others.
  public let vocabulary: Vocabulary
  /// The text as words.
  public let tokens: [Int32]
  /// Where the part begins that training never sees: the last tenth.
  public let heldOutStart: Int

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - rarest: how often a character must stand in the part for training to become a word. One
  ///     that is not a letter, a digit, a mark or a space of this text never does.
  public init(_ text: String, rarest: Int = 20) {
    let characters = Array(text)
    heldOutStart = characters.count - characters.count / 10
    var counts: [String: Int] = [:]
    for character in characters[..<heldOutStart] {
      counts[CharacterWords.word(for: character), default: 0] += 1
    }
    let frequent = counts.filter { $0.value >= rarest && Self.isVisible($0.key) }.map(\.key)
    let words = Set(frequent).union([CharacterWords.space, CharacterWords.other])
    let vocabulary = Vocabulary(
      words.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    let other = vocabulary.index(of: CharacterWords.other) ?? 0
    tokens = characters.map { character in
      Int32(vocabulary.index(of: CharacterWords.word(for: character)) ?? other)
    }
    self.vocabulary = vocabulary
  }

  /// The words for training.
  public var training: ArraySlice<Int32> { tokens[..<heldOutStart] }
  /// The words that training never sees.
  public var heldOut: ArraySlice<Int32> { tokens[heldOutStart...] }

  /// Whether a word is one scalar that a file of a model can name.
  private static func isVisible(_ word: String) -> Bool {
    guard let scalar = word.unicodeScalars.first, word.unicodeScalars.count == 1 else {
      return false
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      return false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    @unknown default:
      return false
    }
  }
}
