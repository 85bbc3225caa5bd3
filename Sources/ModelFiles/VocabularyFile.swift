public import CellEngine

extension Vocabulary {
  /// The most bytes that a file of words may have, 16 MiB.
  public static let fileSizeLimit = 1 << 24

  /// Reads the words of a model from JSON.
  ///
  ///     ["the", "cat", …]   or   {"the": 0, "cat": 1, …}
  ///
  /// A list in the order of the rows, or each word with its row, from 0, as tokenizers write it. A word
  /// that is a space, a tabulator or a line end gets its sign: ␣, ⇥, ⏎.
  ///
  /// - Throws: `ModelFileError` if the system does not give the file, if it is something else, a word
  ///   occurs twice, holds a space or cannot be seen, or a row has no word or two.
  public init(path: String) throws(ModelFileError) {
    try self.init(bytes: DiskFile.read(path, sizeLimit: Self.fileSizeLimit), path: path)
  }

  /// Reads what stands in memory; see `init(path:)`.
  public init(bytes: [UInt8], path: String) throws(ModelFileError) {
    func error(_ explanation: String) -> ModelFileError {
      ModelFileError(file: path, reason: .model, explanation: explanation)
    }
    let json: JSON
    do {
      json = try JSON(parsing: bytes, depthLimit: 4)
    } catch {
      throw ModelFileError(
        file: path, place: "the text at byte \(error.offset)", reason: .model,
        explanation: error.explanation)
    }
    var words: [String] = []
    if let elements = json.elements {
      for (place, element) in elements.enumerated() {
        guard let word = element.stringValue else {
          throw error("entry \(place) of the words is \(element.kind), not a string")
        }
        words.append(word)
      }
    } else if let members = json.members {
      var rows = [String?](repeating: nil, count: members.count)
      for member in members {
        guard let row = member.value.integerValue, rows.indices.contains(row), rows[row] == nil
        else {
          throw error(
            "the word \"\(visible(member.key))\" needs a row of its own from 0 to "
              + "\(members.count - 1)")
        }
        rows[row] = member.key
      }
      words = rows.compactMap { $0 }
    } else {
      throw error("a list of words or an object with their rows is needed, not \(json.kind)")
    }
    words = words.map { word in
      word.count == 1 ? word.map(CharacterWords.word).joined() : word
    }
    for word in words where word.isEmpty || word.contains(where: \.isWhitespace) {
      throw error(
        word.isEmpty ? "a word is empty" : "the word \"\(visible(word))\" holds a space")
    }
    self = try Self.checked(words, error)
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
