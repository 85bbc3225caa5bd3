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

  /// A model, what it reads, at least one step, and the models of the other layers over the same.
  struct Opened {
    let model: SequenceModel
    let tokens: [Int]
    var layers: [SequenceModel] = []

    init(_ model: SequenceModel, _ tokens: [Int]) { (self.model, self.tokens) = (model, tokens) }

    /// One of the layers, with what their recipes do not say measured.
    init(_ layer: Int, of models: [SequenceModel], _ tokens: [Int]) {
      var models = models.map { $0.measured(over: tokens) }
      model = models.remove(at: layer)
      (layers, self.tokens) = (models, tokens)
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
    let place = try place(in: cells) ?? CellModel.Place(layer: cells.stack.layers.count - 1)
    let models = try cells.models(
      reading: Vocabulary(path: words), path: file.path, direction: place.direction)
    return Opened(place.layer, of: models, try models[0].tokens(forText: text))
  }

  private func opened(over input: String) throws -> Opened {
    let file = try ModelLibrary.file(model)
    let cells = try CellModel(file.content, path: file.path)
    let place = try place(in: cells) ?? cells.places[0]
    let sequence = try SequenceInput(path: input, for: cells.stack)
    guard !sequence.inputs.isEmpty else {
      throw ModelFileError(
        file: input == "-" ? DiskFile.standardInput : input, reason: .sequence,
        explanation: "x has no step to look at")
    }
    let (models, tokens) = try cells.models(over: sequence, direction: place.direction)
    return Opened(place.layer, of: models, tokens)
  }

  /// The cell that is asked for; nil if none is named.
  private func place(in cells: CellModel) throws(UsageError) -> CellModel.Place? {
    guard let layer else { return nil }
    guard let place = cells.places.first(where: { $0.name == layer }) else {
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
      model: opened.model, named: opened.layers, tokens: opened.tokens, keyMap: keyMap)
  }
}
