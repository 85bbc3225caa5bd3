public import CellEngine

/// What a model is trained to make small, and its gradient, summed over sequences of words.
///
///     objective = − Σ<t> ln ŷ<t>[word<t+1>]  +  writingCost · Σ<t> Σk Γu<t>[k]
///
/// The first sum is the cross entropy of every next word. The second makes an open update gate
/// cost something, so that a unit writes when it has to and keeps what it has otherwise; without
/// it nothing asks the gates to be closed, and the memory drifts. A cell without an update gate
/// has the first sum only.
public struct ModelGradient: Hashable, Sendable {
  /// What an open update gate costs for each unit and word.
  public let writingCost: Double
  /// The cross entropy of all predictions, in nats.
  public private(set) var loss = 0.0
  /// What the open update gates cost.
  public private(set) var cost = 0.0
  /// The number of predictions.
  public private(set) var predictionCount = 0
  /// ∂objective/∂parameter, laid out as `SequenceModel.flatParameters`.
  public internal(set) var parameters: [Double]

  /// Starts at 0 for a model.
  public init(for model: SequenceModel, writingCost: Double = 0) {
    self.writingCost = writingCost
    parameters = Array(repeating: 0, count: model.flatParameters.count)
  }

  /// Adds what a sequence contributes; the gradient runs back over all steps, not truncated.
  ///
  /// - Parameters:
  ///   - tokens: T + 1 words; each but the first is predicted from those before it.
  /// - Returns: the trace over the first T words.
  @discardableResult
  public mutating func add(_ tokens: [Int], model: SequenceModel) -> Trace<Double> {
    precondition(tokens.count > 1, "\(tokens.count) words leave nothing to predict")
    let trace = model.trace(tokens.dropLast())
    var direct = Trace<Double>(layout: trace.layout, steps: trace.stepCount)
    let output = model.cell.graph.output
    let cellCount = model.cell.parameters.count
    for (step, target) in tokens.dropFirst().enumerated() {
      let (loss, adjoint) = model.readout.backward(
        trace[output, step], target: target, addingTo: &parameters, from: cellCount)
      self.loss += loss
      direct[output, step] = adjoint[...]
    }
    predictionCount += trace.stepCount
    chargeWriting(in: trace, of: model.cell, adjoints: &direct)
    let gradient = model.cell.gradient(of: trace, direct: direct)
    for index in 0..<cellCount { parameters[index] += gradient.parameters[index] }
    return trace
  }

  /// Adds what the open update gates cost, and its adjoint: the cost itself.
  private mutating func chargeWriting(
    in trace: Trace<Double>, of cell: Cell<Double>, adjoints: inout Trace<Double>
  ) {
    guard writingCost != 0, let gate = cell.graph.signal(.update) else { return }
    for step in 0..<trace.stepCount {
      for unit in 0..<cell.unitCount {
        cost += writingCost * trace[gate, step, unit]
        adjoints[gate, step, unit] += writingCost
      }
    }
  }

  /// The gradient of the objective for each prediction.
  public var mean: [Double] {
    guard predictionCount > 0 else { return parameters }
    return parameters.map { $0 / Double(predictionCount) }
  }

  /// The cross entropy of one prediction on average, in nats.
  public var meanLoss: Double {
    predictionCount > 0 ? loss / Double(predictionCount) : 0
  }
}

extension SequenceModel {
  /// All parameters in one array: the cell's, then the readout's.
  public var flatParameters: [Double] {
    get { cell.parameters + readout.parameters }
    set {
      let cellCount = cell.parameters.count
      precondition(
        newValue.count == cellCount + readout.parameters.count,
        "\(newValue.count) numbers for \(cellCount + readout.parameters.count) parameters")
      cell.parameters = Array(newValue[..<cellCount])
      readout.parameters = Array(newValue[cellCount...])
    }
  }
}
