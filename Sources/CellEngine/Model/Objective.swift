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
    let slopes = directSlopes(in: trace, of: graph)
    direct[slopes.signal, step] = slopes.values[...]
    return direct
  }

  /// The same for the one signal that it reads, at its step, [H].
  public func directSlopes(
    in trace: Trace<Double>, of graph: CellGraph
  ) -> (signal: SignalID, values: [Double]) {
    switch self {
    case .value(let place):
      var values = trace[place.signal, place.step].map { _ in 0.0 }
      values[place.unit] = 1
      return (place.signal, values)
    case .crossEntropy(let word, let step, let readout):
      var slopes = readout.probabilities(trace[graph.output, step])
      slopes[word] -= 1
      var values = Array(repeating: 0.0, count: readout.unitCount)
      for (row, slope) in slopes.enumerated() {
        for unit in values.indices {
          values[unit] += readout.parameters[row * readout.unitCount + unit] * slope
        }
      }
      return (graph.output, values)
    case .score(let row, _, let readout):
      let first = row * readout.unitCount
      return (graph.output, Array(readout.parameters[first..<(first + readout.unitCount)]))
    }
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
