public import CellEngine

/// A word, or several in a row, that is looked for in the text.
public struct TextSearch: Hashable, Sendable {
  /// What was typed.
  public let query: String
  /// For each word in the row, which words of the vocabulary it can be.
  private let pattern: [[Bool]]

  /// Reads what was typed; nil if no word of the vocabulary fits.
  ///
  /// A word stands for itself whatever its case; if the vocabulary does not have it, for all words
  /// that contain it. In a vocabulary of characters every character is one.
  /// - Parameter prefersWhole: false if every word stands for all that contain it.
  public init?(_ query: String, in vocabulary: Vocabulary, prefersWhole: Bool = true) {
    let parts =
      vocabulary.isOfCharacters
      ? query.map { character in
        let word = String(character)
        return vocabulary.index(of: word) == nil ? CharacterWords.word(for: character) : word
      } : query.split(separator: " ").map(String.init)
    guard !parts.isEmpty else { return nil }
    let known = vocabulary.words.map { $0.lowercased() }
    var pattern: [[Bool]] = []
    for part in parts {
      let exact = known.map { $0 == part.lowercased() }
      let isWhole = prefersWhole && exact.contains(true)
      let fitting = isWhole ? exact : known.map { $0.contains(part.lowercased()) }
      guard fitting.contains(true) else { return nil }
      pattern.append(fitting)
    }
    self.query = query
    self.pattern = pattern
  }

  /// Whether the text matches from a step on.
  public func matches(at step: Int, in tokens: [Int]) -> Bool {
    guard step >= 0, step + pattern.count <= tokens.count else { return false }
    return pattern.indices.allSatisfy { offset in
      let token = tokens[step + offset]
      return pattern[offset].indices.contains(token) && pattern[offset][token]
    }
  }

  /// Whether a step is part of a match.
  public func covers(_ step: Int, in tokens: [Int]) -> Bool {
    ((step - pattern.count + 1)...step).contains { matches(at: $0, in: tokens) }
  }

  /// Where matches begin.
  public func places(in tokens: [Int]) -> [Int] {
    tokens.indices.filter { matches(at: $0, in: tokens) }
  }
}
