/// The words a model knows; a word's place is its input.
public struct Vocabulary: Hashable, Sendable {
  /// The words in the order of the model's inputs.
  public let words: [String]
  /// Whether the words are characters, so that a text needs no spaces between them.
  public let isOfCharacters: Bool
  private let places: [String: Int]
  private let lowercasePlaces: [String: Int]

  /// Makes a vocabulary; a word that stands twice keeps its first place.
  ///
  /// - Parameter isOfCharacters: whether the words are characters; nil finds it out: all are one
  ///   character, the space among them.
  public init(_ words: [String], isOfCharacters: Bool? = nil) {
    self.words = words
    self.isOfCharacters =
      isOfCharacters
      ?? (words.contains(CharacterWords.space) && words.allSatisfy { $0.count == 1 })
    places = Dictionary(
      words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    lowercasePlaces = Dictionary(
      words.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of words, V.
  public var count: Int { words.count }

  /// The place of a word, from 0.
  public func index(of word: String) -> Int? { places[word] }

  /// The input vector of a word: 1 at its place, 0 elsewhere.
  public func oneHot(_ index: Int) -> [Double] {
    var vector = Array(repeating: 0.0, count: count)
    vector[index] = 1
    return vector
  }

  /// Reads a sentence: words between spaces.
  ///
  /// A word that is not known as it is written may differ in upper and lower case.
  /// A mark at a word's end, as in “full.”, counts as a word of its own if it is one. In a vocabulary
  /// of characters every character is a word, also spaces and line ends.
  ///
  /// - Throws: `UnknownWord` for the first word that is not in the vocabulary.
  public func tokens(of text: String) throws(UnknownWord) -> [Int] {
    if isOfCharacters { return try tokens(ofCharacters: text) }
    var tokens: [Int] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let token = token(word) {
        tokens.append(token)
      } else if let end = word.last, end.isPunctuation, let mark = token(String(end)),
        let start = token(String(word.dropLast()))
      {
        tokens += [start, mark]
      } else if let unknown {
        tokens.append(unknown)
      } else {
        throw UnknownWord(word: word, nearest: nearest(to: word))
      }
    }
    return tokens
  }

  private func token(_ word: String) -> Int? { places[word] ?? lowercasePlaces[word.lowercased()] }

  /// What stands for every word that the vocabulary does not have, under one of its usual names.
  var unknown: Int? {
    [CharacterWords.other, "<unk>", "<UNK>", "[UNK]"].lazy.compactMap { self.places[$0] }.first
  }

  /// The known words that are written most like `word`, best first; case does not count.
  public func nearest(to word: String, count: Int = 3) -> [String] {
    let wanted = word.lowercased()
    let ranked = words.map { (distance: wanted.editDistance(to: $0.lowercased()), word: $0) }
      .sorted { $0 < $1 }
    return ranked.prefix(count).map(\.word)
  }
}

/// A word that the model does not know.
public struct UnknownWord: Error, Hashable, Sendable, CustomStringConvertible {
  /// The word as it was given.
  public let word: String
  /// The known words that are written most like it, best first.
  public let nearest: [String]

  /// One sentence with the word and its neighbours.
  public var description: String {
    let near = nearest.map { "“\($0)”" }.joined(separator: ", ")
    return "The model does not know the word “\(word)”; the nearest words it knows are \(near)."
  }
}
