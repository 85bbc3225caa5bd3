/// What one signal's adjoint passes back along one wire.
public struct AdjointShare: Hashable, Sendable {
  /// Where a share comes from.
  public enum Source: Hashable, Sendable {
    /// The objective reads the value itself.
    case objective
    /// The next step found the value in a state.
    case nextStep(Role)
    /// A signal of this step read the value.
    case signal(SignalID)
  }

  /// What happens to the adjoint ȳ on its way; the derivative of one operation.
  public enum Rule: Hashable, Sendable {
    /// Nothing: ȳ. A sum, a state, the objective.
    case pass
    /// ȳ ∘ the other factor of a product.
    case times(SignalID)
    /// ȳ ∘ f′, from the value of the activation.
    case slope(Activation)
    /// −ȳ. A complement.
    case negate
    /// Wᵀ ȳ.
    case transposed(ParameterID)
    /// v ∘ ȳ. A peephole.
    case peephole(ParameterID)
  }

  /// Where the share comes from.
  public let source: Source
  /// The signal that it arrives at.
  public let target: SignalID
  /// What happened to it on its way.
  public let rule: Rule
  /// The share, one number for each unit of the target.
  public let values: [Double]
}

extension Cell<Double> {
  /// What a signal passes back to each of its operands, from its complete adjoint.
  ///
  /// A clamped number passes nothing on.
  func adjointShares(
    from signal: SignalID, at step: Int, in trace: Trace<Double>, _ gradient: Gradient<Double>,
    _ interventions: Interventions
  ) -> [AdjointShare] {
    let adjoint = gradient.adjoints[signal, step].enumerated().map { unit, adjoint in
      let place = ValuePlace(signal, unit: unit, step: step)
      return interventions.contains(place, in: graph) ? 0 : adjoint
    }
    func share(_ target: SignalID, _ rule: AdjointShare.Rule, _ values: [Double])
      -> AdjointShare
    {
      AdjointShare(source: .signal(signal), target: target, rule: rule, values: values)
    }
    func times(_ numbers: some Sequence<Double>) -> [Double] { zip(adjoint, numbers).map(*) }
    switch graph[signal].operation {
    case .input, .state:
      return []
    case .affine(let terms):
      return terms.compactMap { term in
        switch term {
        case .matrix(let parameter, let operand):
          share(operand, .transposed(parameter), transposed(parameter, times: adjoint))
        case .diagonal(let parameter, let operand):
          share(operand, .peephole(parameter), times(self[parameter]))
        case .bias: nil
        }
      }
    case .activation(let function, let operand):
      let values = zip(adjoint, trace[signal, step]).map { function.adjoint(of: $0, atValue: $1) }
      return [share(operand, .slope(function), values)]
    case .product(let left, let right):
      return [
        share(left, .times(right), times(trace[right, step])),
        share(right, .times(left), times(trace[left, step])),
      ]
    case .sum(let left, let right):
      return [share(left, .pass, adjoint), share(right, .pass, adjoint)]
    case .complement(let operand):
      return [share(operand, .negate, adjoint.map { -$0 })]
    }
  }

  private func transposed(_ parameter: ParameterID, times adjoint: [Double]) -> [Double] {
    let weights = Array(self[parameter])
    let columns = weights.count / max(1, adjoint.count)
    return (0..<columns).map { column in
      adjoint.indices.reduce(0) { $0 + weights[$1 * columns + column] * adjoint[$1] }
    }
  }
}
