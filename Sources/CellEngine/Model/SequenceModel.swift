/// A cell that reads words, and with a readout predicts the next one.
///
/// The words may also be the steps of a sequence of numbers: see `Reading`.
public struct SequenceModel: Sendable {
  /// What leaves a model after a step.
  public enum Output: Sendable {
    /// What the cell shows, a<t>: there is no layer behind it.
    case activation
    /// What the layer behind the cell makes of it, Wy a<t> + by.
    case scores
    /// The probability of each word, softmax(Wy a<t> + by).
    case probabilities
  }

  /// What people call the model, such as `agreement`.
  public var name: String
  /// Which cell of the catalogue it is.
  public var kind: CellKind
  /// The cell with its weights.
  public var cell: Cell<Double>
  /// From the cell's output to the scores or probabilities; one of no rows where there is none.
  public var readout: Readout<Double>
  /// What leaves the model after a step.
  public let output: Output
  /// How words become what the cell reads.
  public private(set) var reading = Reading(.oneHot)
  /// The states before the first step, each [H]; a role that is left out starts at 0.
  public private(set) var initial: [Role: [Double]] = [:]
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
    output = .probabilities
    recipe = [:]
  }

  /// Makes a model of a cell that has its weights.
  ///
  /// - Parameters:
  ///   - readout: the layer behind the cell; nil if there is none. With as many rows as there are words
  ///     and with `predictsWords` it predicts the next one.
  ///   - reading: how a word becomes as many numbers as the cell reads.
  ///   - initial: the states before the first step, each [H].
  public init(
    name: String, kind: CellKind, cell: Cell<Double>, vocabulary: Vocabulary,
    readout: Readout<Double>?, predictsWords: Bool = true, reading: Reading,
    initial: [Role: [Double]] = [:]
  ) {
    (self.name, self.kind, self.cell, self.vocabulary) = (name, kind, cell, vocabulary)
    self.readout = readout ?? Readout(words: 0, units: cell.unitCount)
    output = readout == nil ? .activation : predictsWords ? .probabilities : .scores
    (self.reading, self.initial, recipe) = (reading, initial, [:])
  }

  /// Whether it predicts the next word.
  public var predicts: Bool { output == .probabilities }

  /// What leaves the model, from what the cell shows, [H].
  public func output(of shown: ArraySlice<Double>) -> [Double] {
    switch output {
    case .activation: Array(shown)
    case .scores: readout.scores(shown)
    case .probabilities: readout.probabilities(shown)
    }
  }

  /// What one of its words is for a reader.
  public var piece: Vocabulary.Piece { reading.takesWords ? vocabulary.piece : .input }

  /// Reads a text: its words in the order in which the cell reads them.
  ///
  /// - Throws: `UnknownWord` for the first word that is not in the vocabulary.
  public func tokens(of text: String) throws(UnknownWord) -> [Int] {
    let tokens = try vocabulary.tokens(of: text)
    return reading.isReversed ? tokens.reversed() : tokens
  }

  /// What the cell reads, [T][I]; the words stand in the order in which it reads them.
  public func inputs(of tokens: [Int]) -> [[Double]] {
    reading.inputs(of: tokens, in: vocabulary)
  }

  /// Runs the cell over words.
  public func trace(_ tokens: [Int]) -> Trace<Double> {
    cell.trace(inputs(of: tokens), initial: initial)
  }

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

extension SequenceModel {
  /// The model with what its recipe does not say measured over a text: the magnitude of a full bar, to
  /// one decimal and not below the largest memory, and the unit to open on, which carries most.
  public func measured(over tokens: [Int]) -> SequenceModel {
    var model = self
    let (trace, memory) = (trace(tokens), cell.graph.memoryState.next)
    if recipe["memory_scale"] == nil {
      let largest =
        (0..<trace.stepCount).flatMap { trace[memory, $0] }
        .map { $0.magnitude }.filter { $0.isFinite }.max() ?? 1
      model.recipe["memory_scale"] = "\((largest * 10).rounded(.up) / 10)"
    }
    if recipe["focus_unit"] == nil {
      let carried = cell.carried(in: memory, of: trace)
      let most = carried.indices.max { carried[$0] < carried[$1] } ?? 0
      model.recipe["focus_unit"] = "\(most + 1)"
    }
    return model
  }
}
