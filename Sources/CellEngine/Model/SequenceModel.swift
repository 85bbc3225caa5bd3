/// A cell that reads words and predicts the next one.
public struct SequenceModel: Sendable {
  /// What people call the model, such as `agreement`.
  public var name: String
  /// Which cell of the catalogue it is.
  public var kind: CellKind
  /// The cell with its weights.
  public var cell: Cell<Double>
  /// From the cell's output to the prediction.
  public var readout: Readout<Double>
  /// The words that it reads and predicts.
  public let vocabulary: Vocabulary
  /// How it was made, as names and values: seed, steps, measured accuracy and so on.
  public var recipe: [String: String]

  /// Makes a model with all weights 0.
  public init(name: String, kind: CellKind, units: Int, vocabulary: Vocabulary) {
    self.name = name
    self.kind = kind
    self.vocabulary = vocabulary
    cell = Cell(kind.graph, inputs: vocabulary.count, units: units)
    readout = Readout(words: vocabulary.count, units: units)
    recipe = [:]
  }

  /// Runs the cell over words.
  public func trace(_ tokens: [Int]) -> Trace<Double> { cell.trace(tokens.map(vocabulary.oneHot)) }

  /// The probability of each word after a step, [V].
  public func prediction(after step: Int, in trace: Trace<Double>) -> [Double] {
    readout.probabilities(trace[cell.graph.output, step])
  }

  /// The largest memory that was measured, the magnitude of a full bar; at least 1.
  public var memoryScale: Double {
    let scale = recipe["memory_scale"].flatMap { Double($0) } ?? 1
    return scale.isFinite ? max(1, scale) : 1
  }

  /// The unit that the picture opens on, from 0: the one that carries most, if it was measured.
  public var focusUnit: Int {
    let unit = recipe["focus_unit"].flatMap { Int($0) } ?? 1
    return min(max(1, unit), cell.unitCount) - 1
  }
}
