import CellEngine
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

  /// The model with what it reads; at least one step.
  func opened() throws -> (model: SequenceModel, tokens: [Int]) {
    if let input { return try opened(over: input) }
    let model = try ModelLibrary.model(self)
    let tokens = try model.tokens(forText: text)
    return (isPlain ? model : model.measured(over: tokens), tokens)
  }

  /// Whether it is a model of this program's own format, which says all that there is to say.
  var isPlain: Bool { words == nil && layer == nil }

  private func opened(over input: String) throws -> (model: SequenceModel, tokens: [Int]) {
    let cells = try ModelLibrary.cellModel(model)
    let place = try place(in: cells) ?? cells.places[0]
    let sequence = try SequenceInput(path: input, for: cells.stack)
    guard !sequence.inputs.isEmpty else {
      throw UsageError(description: "The sequence of \(visible(input)) has no step to look at.")
    }
    let opened = cells.model(over: sequence, at: place)
    return (opened.model.measured(over: opened.tokens), opened.tokens)
  }

  /// The cell that is asked for; nil if none is named.
  func place(in cells: CellModel) throws(UsageError) -> CellModel.Place? {
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
