import CellEngine
import CellScene
import ModelFiles

/// Which model reads what, as the command line asks for it.
struct Source {
  var model: String?
  /// The sentence.
  var text: String?
  /// A file with the words of a model that does not name them.
  var words: String?
  /// A file with numbers in place of words.
  var input: String?
  /// The cell of a stack, such as `l1_reverse`; nil is the lowest for numbers, the highest for words.
  var layer: String?

  /// A model, what it reads in its order, at least one step, and the models of the other cells of a
  /// stack over the same.
  struct Opened {
    let model: SequenceModel
    let tokens: [Int]
    var others: [SequenceModel] = []

    init(_ model: SequenceModel, _ tokens: [Int]) { (self.model, self.tokens) = (model, tokens) }

    /// One of the cells, with what their recipes do not say measured.
    ///
    /// - Parameter tokens: in the order of time.
    init(_ place: Int, of models: [SequenceModel], _ tokens: [Int]) {
      let inOrder = { (model: SequenceModel) in
        model.reading.isReversed ? tokens.reversed() : tokens
      }
      var models = models.map { $0.measured(over: inOrder($0)) }
      model = models.remove(at: place)
      (others, self.tokens) = (models, inOrder(model))
    }
  }

  /// Opens what is asked for.
  func opened() throws -> Opened {
    if let input { return try opened(over: input) }
    let file = try ModelLibrary.file(model)
    guard let words else {
      if layer != nil { _ = try place(in: CellModel(file.content, path: file.path)) }
      let model = try ModelLibrary.model(file)
      return Opened(model, try model.tokens(forText: text))
    }
    return try opened(file, reading: words)
  }

  private func opened(_ file: ModelLibrary.File, reading words: String) throws -> Opened {
    guard file.content.metadataValue(for: "vocabulary") == nil else {
      throw UsageError(
        description: "The model has words of its own; leave --words \(visible(words)) out.")
    }
    let cells = try CellModel(file.content, path: file.path)
    let last = cells.places.count - cells.stack.directionCount
    let models = try cells.models(reading: Vocabulary(path: words), path: file.path)
    return Opened(
      try place(in: cells) ?? last, of: models, try models[0].tokens(forText: text))
  }

  private func opened(over input: String) throws -> Opened {
    let file = try ModelLibrary.file(model)
    let cells = try CellModel(file.content, path: file.path)
    let place = try place(in: cells) ?? 0
    let sequence = try SequenceInput(path: input, for: cells.stack)
    guard !sequence.inputs.isEmpty else {
      throw ModelFileError(
        file: input == "-" ? DiskFile.standardInput : input, reason: .sequence,
        explanation: "x has no step to look at")
    }
    return Opened(place, of: try cells.models(over: sequence), Array(sequence.inputs.indices))
  }

  /// Where the cell that is asked for stands among the places; nil if none is named.
  private func place(in cells: CellModel) throws(UsageError) -> Int? {
    guard let layer else { return nil }
    guard let place = cells.places.firstIndex(where: { $0.name == layer }) else {
      let names = cells.places.map(\.name).joined(separator: ", ")
      throw UsageError(
        description:
          "There is no layer “\(visible(layer))”; the file has \(visible(names, limit: 200)).")
    }
    return place
  }
}

extension Session {
  /// Opens a session on what was asked for.
  init(_ opened: Source.Opened, keyMap: KeyMap = .standard) {
    self.init(
      model: opened.model, named: opened.others, tokens: opened.tokens, keyMap: keyMap)
  }
}
