/// One stage of the backward pass through the picture of a time step, from right to left.
///
/// The stages are the micro-steps reversed. At each, the adjoint of the stage's signal is complete
/// and is passed on to what the signal reads.
public struct BackwardMicroStep: Hashable, Sendable {
  /// The micro-step that is undone.
  public let step: MicroStep
  /// What is passed back along the wires now, in the order of passing.
  ///
  /// At the prediction: what arrives from the objective and from the next step.
  public let shares: [AdjointShare]
  /// The signals whose adjoints have become complete with this stage: all their readers are done.
  public let completed: [SignalID]
}

extension Cell<Double> {
  /// The backward pass through one time step, stage by stage.
  ///
  /// - Parameters:
  ///   - step: from 0.
  ///   - gradient: that of `objective` in `trace`.
  ///   - interventions: those of the trace.
  /// - Returns: one stage for each micro-step, the prediction first and the arrival last.
  public func backwardMicroSteps(
    at step: Int, of objective: Objective, in trace: Trace<Double>, gradient: Gradient<Double>,
    interventions: Interventions = .none
  ) -> [BackwardMicroStep] {
    var waiting = Dictionary(
      uniqueKeysWithValues: graph.signals.map { ($0, Set(graph.readers(of: $0))) })
    var complete: Set<SignalID> = []
    return graph.microSteps.reversed().map { stage in
      let done = graph.computed(in: stage)
      let shares =
        stage == .prediction
        ? arrivals(at: step, of: objective, in: trace, gradient, interventions)
        : done.flatMap { adjointShares(from: $0, at: step, in: trace, gradient, interventions) }
      for signal in graph.signals { waiting[signal]?.subtract(done) }
      let completed = graph.signals.filter {
        waiting[$0]?.isEmpty == true && !complete.contains($0)
      }
      complete.formUnion(completed)
      return BackwardMicroStep(step: stage, shares: shares, completed: completed)
    }
  }

  /// What reaches the values of a step from the objective and from the next step.
  private func arrivals(
    at step: Int, of objective: Objective, in trace: Trace<Double>, _ gradient: Gradient<Double>,
    _ interventions: Interventions
  ) -> [AdjointShare] {
    var shares: [AdjointShare] = []
    if step == objective.step {
      let (signal, slopes) = objective.directSlopes(in: trace, of: graph)
      if slopes.contains(where: { $0 != 0 }) {
        shares.append(
          AdjointShare(source: .objective, target: signal, rule: .pass, values: slopes))
      }
    }
    guard step + 1 < trace.stepCount else { return shares }
    for state in graph.states {
      let values = (0..<unitCount).map { unit in
        let place = ValuePlace(state.previous, unit: unit, step: step + 1)
        return interventions.contains(place, in: graph) ? 0 : gradient.adjoints[place]
      }
      shares.append(
        AdjointShare(
          source: .nextStep(state.role), target: state.next, rule: .pass, values: values))
    }
    return shares
  }
}

extension CellGraph {
  /// The signals that a micro-step computes, the last one first: a box and the sum it swallows.
  fileprivate func computed(in stage: MicroStep) -> [SignalID] {
    switch stage {
    case .arrival, .prediction: []
    case .computation(let signal):
      [signal] + self[signal].operation.operands.filter { readerThatSwallows($0) == signal }
    }
  }
}
