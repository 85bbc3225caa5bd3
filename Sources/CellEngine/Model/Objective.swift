import RealModule

/// One number of a run that a gradient is asked for.
public enum Objective: Sendable, Equatable {
  /// A value of the cell, such as c<T> of one unit.
  case value(ValuePlace)
  /// How badly a word is predicted after a step: − ln ŷ<t>[word], in nats; both from 0.
  case crossEntropy(word: Int, step: Int, Readout<Double>)
  /// A number that the layer behind the cell makes, (Wy a<t> + by)[row]; both from 0.
  case score(row: Int, step: Int, Readout<Double>)

  /// The step whose values it reads, from 0.
  public var step: Int {
    switch self {
    case .value(let place): place.step
    case .crossEntropy(_, let step, _), .score(_, let step, _): step
    }
  }

  /// The number in a run; a probability that is 0 in floating point counts as the smallest number.
  public func value(in trace: Trace<Double>, of graph: CellGraph) -> Double {
    switch self {
    case .value(let place):
      return trace[place]
    case .crossEntropy(let word, let step, let readout):
      let probability = readout.probabilities(trace[graph.output, step])[word]
      return -Double.log(max(probability, .leastNormalMagnitude))
    case .score(let row, let step, let readout):
      return readout.scores(trace[graph.output, step])[row]
    }
  }

  /// ∂objective/∂value as far as it reads values itself: what a gradient starts from.
  ///
  ///     cross entropy: ∂/∂a<t> = Wyᵀ (ŷ<t> − onehot(word)),   score: ∂/∂a<t> = Wy[row]
  public func direct(in trace: Trace<Double>, of graph: CellGraph) -> Trace<Double> {
    var direct = Trace<Double>(layout: trace.layout, steps: trace.stepCount)
    switch self {
    case .value(let place):
      direct[place] = 1
    case .crossEntropy(let word, let step, let readout):
      var slopes = readout.probabilities(trace[graph.output, step])
      slopes[word] -= 1
      for (row, slope) in slopes.enumerated() {
        for unit in 0..<readout.unitCount {
          let weight = readout.parameters[row * readout.unitCount + unit]
          direct[graph.output, step, unit] += weight * slope
        }
      }
    case .score(let row, let step, let readout):
      for unit in 0..<readout.unitCount {
        direct[graph.output, step, unit] = readout.parameters[row * readout.unitCount + unit]
      }
    }
    return direct
  }
}

extension Cell<Double> {
  /// The gradient of one number of a run, back from the step that it reads.
  ///
  /// - Parameters:
  ///   - interventions: those of the trace.
  ///   - first: the step to stop at, from 0; what lies before it is left out.
  public func gradient(
    of objective: Objective, in trace: Trace<Double>, interventions: Interventions = .none,
    backTo first: Int = 0
  ) -> Gradient<Double> {
    gradient(
      of: trace, direct: objective.direct(in: trace, of: graph), interventions: interventions,
      through: first..<max(first, objective.step + 1))
  }
}
