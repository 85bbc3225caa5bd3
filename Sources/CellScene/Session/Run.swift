public import CellEngine

/// A model's cell, with its switches set, run over one sentence.
public struct Run: Sendable {
  /// The cell of the catalogue that ran.
  public let kind: CellKind
  /// The cell with the weights that it ran with.
  public let cell: Cell<Double>
  /// What the run does differently from what its equations say.
  public let interventions: Interventions
  /// All values of all steps.
  public let trace: Trace<Double>
  /// What leaves the model after each step: the probability of each word, [T][V], what else the layer
  /// behind the cell makes, [T][rows], or what the cell shows, [T][H].
  public let outputs: [[Double]]
  /// The stages in which a time step is built up.
  public let microSteps: [MicroStep]
  /// The magnitude that a full bar stands for for signals that no function bounds.
  public let memoryScale: Double
  private let scales: [Double]
  /// The names of the signals, to compare runs of different cells.
  public let names: SignalNames

  /// What layers below made of the words, without edits, and of which words of which model; nil where
  /// there are no such layers.
  private let fromBelow: FromBelow?

  private struct FromBelow {
    let model: Int
    let tokens: [Int]
    let inputs: [[Double]]
  }

  /// Runs a model's weights through a cell, which need not be the one it was trained as.
  ///
  /// A matrix keeps its numbers where a gate comes between it and its state. A weight that the model does
  /// not have is 0, a peephole's has its illustrative value.
  ///
  /// - Parameter last: a run of the same session: what layers below have made of the same words in it is
  ///   not made again.
  public init(_ model: SequenceModel, _ experiment: Experiment, after last: Run? = nil) {
    let (kind, tokens, edits) = (experiment.kind, experiment.tokens, experiment.edits)
    let known = last?.fromBelow.flatMap { below in
      below.model == experiment.model && below.tokens == tokens ? below.inputs : nil
    }
    let inputs = known ?? model.inputs(of: tokens)
    fromBelow = model.reading.below.map { _ in
      FromBelow(model: experiment.model, tokens: tokens, inputs: inputs)
    }
    self.kind = kind
    var cell = Cell<Double>(
      kind.graph, inputs: model.cell.inputCount, units: model.cell.unitCount)
    for (index, parameter) in cell.graph.parameters.enumerated() {
      let id = ParameterID(index)
      if let source = cell.graph.counterpart(of: id, in: model.cell.graph) {
        cell[id] = model.cell[source]
      } else if parameter.kind == .peephole {
        cell[id] = Self.illustrativePeephole(of: parameter.target, units: cell.unitCount)[...]
      }
    }
    edits.apply(to: &cell)
    self.cell = cell
    interventions = edits.interventions(in: cell.graph)
    trace = cell.trace(
      edits.applied(to: inputs),
      initial: edits.applied(to: model.initial, units: cell.unitCount), interventions: interventions
    )
    microSteps = cell.graph.microSteps
    names = SignalNames(cell.graph)
    let memoryScale = model.memoryScale
    self.memoryScale = memoryScale
    scales = cell.graph.signals.map { [graph = cell.graph] in graph.bound(of: $0) ?? memoryScale }
    let (trace, output) = (trace, cell.graph.output)
    outputs = tokens.indices.map { model.output(of: trace[output, $0]) }
  }

  /// Runs a model's weights through a cell over words, with no number edited.
  public init(_ model: SequenceModel, as kind: CellKind, over tokens: [Int]) {
    self.init(model, Experiment(model: 0, kind: kind, tokens: tokens))
  }

  /// The numbers that arrive at a step (from 0) without edits, [I].
  ///
  /// - Parameters:
  ///   - model: the one that runs.
  ///   - tokens: the words that it reads.
  func input(at step: Int, of model: SequenceModel, _ tokens: [Int]) -> [Double] {
    fromBelow?.inputs[step] ?? model.reading.row(of: tokens[step], in: model.vocabulary)
  }

  /// Small fixed peephole weights for a model that was trained without: +0.6 and −0.6 in turn.
  static func illustrativePeephole(of gate: Role, units: Int) -> [Double] {
    let shift = gate == .update ? 1 : 0
    return (0..<units).map { ($0 + shift) % 2 == 0 ? 0.6 : -0.6 }
  }

  /// Whether a signal's value is there after a micro-step (counted from 0).
  public func isKnown(_ signal: SignalID, after microStep: Int) -> Bool {
    let graph = cell.graph
    if graph.isGiven(signal) { return true }
    let drawn = graph.readerThatSwallows(signal) ?? signal
    return microSteps.prefix(microStep + 1).contains(.computation(drawn))
  }

  /// The magnitude that a full bar of the signal stands for.
  ///
  /// The bound that its functions give it – 1 for gates, for what passes tanh and for the memory of a
  /// GRU –, and one magnitude for all that has none. That is the model's: no bar tells what later words
  /// will do, unless a model without a recipe took it from the sequence that it was opened with.
  public func scale(of signal: SignalID) -> Double { scales[signal.index] }

  /// The same signal of another run, found by its name.
  public func counterpart(of signal: SignalID, in other: Run) -> SignalID? {
    other.names.signal(named: names[signal])
  }
}

extension CellGraph {
  /// The role whose colour a signal has: its own, else that of the equation it is part of.
  public func colourRole(of signal: SignalID) -> Role? {
    equationSignal(of: signal).flatMap { self[$0].role }
  }
}
