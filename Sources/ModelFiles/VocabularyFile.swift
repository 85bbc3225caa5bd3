public import CellEngine

extension Vocabulary {
  /// The most bytes that a file of words may have, 16 MiB.
  public static let fileSizeLimit = 1 << 24

  /// Reads the words of a model from JSON.
  ///
  ///     ["the", "cat", …]   or   {"the": 0, "cat": 1, …}   or   {"0": "the", "1": "cat", …}
  ///
  /// A list in the order of the rows, or words and rows, from 0; also where a tokenizer's file has them,
  /// in `model` or not, under `vocab`. A space, a tabulator or a line end gets its sign: ␣, ⇥, ⏎; what
  /// cannot be seen is written by its number. Where all entries but those in brackets, as `<pad>`, are
  /// one character, a text is read character by character.
  ///
  /// - Throws: `ModelFileError` if the system does not give the file, if it is something else, or a
  ///   row has no word or two.
  public init(path: String) throws(ModelFileError) {
    try self.init(bytes: DiskFile.read(path, sizeLimit: Self.fileSizeLimit), path: path)
  }

  /// Reads what stands in memory; see `init(path:)`.
  public init(bytes: [UInt8], path: String) throws(ModelFileError) {
    let text = try JSON(bytes, depthLimit: 64, of: path, .model)
    let whole = text["model"] ?? text
    let words = try WordList(json: whole["vocab"] ?? whole, path: path).words
    guard !words.isEmpty else {
      throw ModelFileError(file: path, reason: .model, explanation: "the vocabulary is empty")
    }
    func isSpecial(_ word: String) -> Bool {
      word.count > 2
        && (word.hasPrefix("<") && word.hasSuffix(">")
          || word.hasPrefix("[") && word.hasSuffix("]"))
    }
    let usual = words.filter { !isSpecial($0) }
    self.init(
      words.map(Self.shown), isOfCharacters: !usual.isEmpty && usual.allSatisfy { $0.count == 1 })
  }

  /// A word as it is shown and typed.
  private static func shown(_ word: String) -> String {
    let seen = word.map { character in
      let word = CharacterWords.word(for: character)
      // Also a space behind a mark that is one character with it.
      let hasGap = word.unicodeScalars.contains { $0.properties.isWhitespace }
      return hasGap ? CharacterWords.numbered(character) : word
    }.joined()
    return seen.isEmpty ? "∅" : visible(seen, limit: 60)
  }

  /// A vocabulary whose words are there once each and can be seen.
  static func checked(
    _ words: [String], _ error: (String) -> ModelFileError
  ) throws(ModelFileError) -> Vocabulary {
    guard !words.isEmpty else { throw error("the vocabulary is empty") }
    var known: Set<String> = []
    for word in words where !known.insert(word).inserted {
      throw error("the vocabulary has the word \"\(visible(word))\" twice")
    }
    for word in words where visible(word, limit: 1000) != word {
      let isLong = visible(word, limit: .max) == word
      let fault = isLong ? "is too long" : "has characters that cannot be seen"
      throw error("the word \"\(visible(word))\" \(fault)")
    }
    return Vocabulary(words)
  }
}

/// The words in JSON, in the order of their rows.
private struct WordList {
  let json: JSON
  let path: String

  var words: [String] {
    get throws(ModelFileError) {
      if let elements = json.elements { return try strings(elements) }
      guard let members = json.members else {
        throw error("a list of words or an object with their rows is needed, not \(json.kind)")
      }
      var rows = [String?](repeating: nil, count: members.count)
      for member in members {
        // Either {"the": 0} or {"0": "the"}.
        let pair =
          member.value.integerValue.map { (member.key, $0) }
          ?? member.value.stringValue.flatMap { word in Int(member.key).map { (word, $0) } }
        guard let (word, row) = pair, rows.indices.contains(row), rows[row] == nil else {
          throw error(
            "the word \"\(visible(member.key))\" needs a row of its own from 0 to "
              + "\(members.count - 1)")
        }
        rows[row] = word
      }
      return rows.compactMap { $0 }
    }
  }

  private func strings(_ elements: [JSON]) throws(ModelFileError) -> [String] {
    var words: [String] = []
    for (place, element) in elements.enumerated() {
      guard let word = element.stringValue else {
        throw error("entry \(place) of the words is \(element.kind), not a string")
      }
      words.append(word)
    }
    return words
  }

  private func error(_ explanation: String) -> ModelFileError {
    ModelFileError(file: path, reason: .model, explanation: explanation)
  }
}
