/// What a loss's gradient is made of.
public struct Gradient<Scalar: CellScalar>: Sendable, Equatable {
  /// ∂loss/∂parameter, laid out as `Cell.parameters`.
  public internal(set) var parameters: [Scalar]
  /// ∂loss/∂value for every signal of every step, laid out as the trace.
  ///
  /// The input's adjoints are ∂loss/∂x, those of the states at step 0 ∂loss/∂(initial state).
  public internal(set) var adjoints: Trace<Scalar>
}

extension Cell {
  /// The gradient of a loss, backwards through all steps, not truncated.
  ///
  /// - Parameters:
  ///   - trace: what `trace(_:initial:)` gave.
  ///   - direct: ∂loss/∂value as far as the loss reads values itself, in the trace's layout.
  ///   - interventions: those of the trace; a clamped number passes nothing on.
  ///   - steps: the steps to go back through, by default all. The loss must read nothing of later
  ///     ones; earlier ones are left out, of the adjoints and of the sums for the parameters.
  /// Source: Werbos 1990; peephole terms as in Gers, Schraudolph & Schmidhuber 2002.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func gradient(
    of trace: Trace<Scalar>, direct: consuming Trace<Scalar>, interventions: Interventions = .none,
    through steps: Range<Int>? = nil
  ) -> Gradient<Scalar> {
    precondition(trace.layout == valueLayout && direct.layout == valueLayout, "another cell's")
    precondition(trace.stepCount == direct.stepCount, "traces of different lengths")
    var gradient = Gradient<Scalar>(
      parameters: Array(repeating: 0, count: parameters.count), adjoints: direct)
    for step in (steps ?? 0..<trace.stepCount).reversed() {
      let later = interventions.clamps(at: step + 1, in: self)
      gather(into: &gradient.adjoints, at: step, past: later)
      backward(trace, step, interventions.clamps(at: step, in: self), &gradient)
    }
    return gradient
  }

  /// Adds to the adjoints of a step what the next step passes back through the states.
  private func gather(
    into adjoints: inout Trace<Scalar>, at step: Int, past later: StepClamps<Scalar>
  ) {
    guard step + 1 < adjoints.stepCount else { return }
    for state in graph.states {
      let clamped = later.values[state.previous.index] ?? [:]
      let first = valueLayout[state.previous.index].lowerBound
      for unit in 0..<unitCount where clamped[first + unit] == nil {
        adjoints[state.next, step, unit] += adjoints[state.previous, step + 1, unit]
      }
    }
  }

  private func backward(
    _ trace: Trace<Scalar>, _ step: Int, _ clamps: StepClamps<Scalar>,
    _ gradient: inout Gradient<Scalar>
  ) {
    let start = step * valueLayout.total
    trace.values.withUnsafeBufferPointer { allValues in
      gradient.adjoints.values.withUnsafeMutableBufferPointer { allAdjoints in
        parameters.withUnsafeBufferPointer { weights in
          gradient.parameters.withUnsafeMutableBufferPointer { slopes in
            backward(
              UnsafeBufferPointer(rebasing: allValues[start...]),
              UnsafeMutableBufferPointer(rebasing: allAdjoints[start...]), weights, slopes, clamps)
          }
        }
      }
    }
  }

  /// Adds to the gradient what one time step contributes.
  ///
  ///     σ: ā += ȳ · y (1 − y)        tanh: ā += ȳ · (1 − y²)
  ///     ∘: ā += ȳ ∘ b,  b̄ += ȳ ∘ a   1 − a: ā −= ȳ
  ///     W v: W̄ += ȳ vᵀ,  v̄ += Wᵀ ȳ   v ∘ s: v̄ += ȳ ∘ s,  s̄ += ȳ ∘ v
  ///
  /// - Parameters:
  ///   - values: the values of the step.
  ///   - adjoints: ∂loss/∂value in the same layout, with what later steps contributed.
  private func backward(
    _ values: UnsafeBufferPointer<Scalar>, _ adjoints: UnsafeMutableBufferPointer<Scalar>,
    _ weights: UnsafeBufferPointer<Scalar>, _ slopes: UnsafeMutableBufferPointer<Scalar>,
    _ clamps: StepClamps<Scalar>
  ) {
    for (index, node) in graph.nodes.enumerated().reversed() {
      let taken = clamps.take(node: index, from: adjoints)
      defer { clamps.put(taken, into: adjoints) }
      let place = valueLayout[index]
      func start(_ signal: SignalID) -> Int { valueLayout[signal.index].lowerBound }
      switch node.operation {
      case .input, .state:
        continue
      case .affine(let terms):
        for term in terms { back(term, from: place, values, adjoints, weights, slopes) }
      case .activation(let function, let operand):
        let to = start(operand) - place.lowerBound
        for row in place {
          adjoints[to + row] += function.adjoint(of: adjoints[row], atValue: values[row])
        }
      case .product(let left, let right):
        let (first, second) = (start(left) - place.lowerBound, start(right) - place.lowerBound)
        for row in place {
          adjoints[first + row] += adjoints[row] * values[second + row]
          adjoints[second + row] += adjoints[row] * values[first + row]
        }
      case .sum(let left, let right):
        let (first, second) = (start(left) - place.lowerBound, start(right) - place.lowerBound)
        for row in place {
          adjoints[first + row] += adjoints[row]
          adjoints[second + row] += adjoints[row]
        }
      case .complement(let operand):
        let to = start(operand) - place.lowerBound
        for row in place { adjoints[to + row] -= adjoints[row] }
      }
    }
  }

  private func back(
    _ term: Term, from place: Range<Int>, _ values: UnsafeBufferPointer<Scalar>,
    _ adjoints: UnsafeMutableBufferPointer<Scalar>, _ weights: UnsafeBufferPointer<Scalar>,
    _ slopes: UnsafeMutableBufferPointer<Scalar>
  ) {
    var weight = parameterLayout[term.parameter.index].lowerBound
    switch term {
    case .matrix(_, let signal):
      let operand = valueLayout[signal.index]
      for row in place {
        let adjoint = adjoints[row]
        for column in operand {
          slopes[weight] += adjoint * values[column]
          adjoints[column] += weights[weight] * adjoint
          weight += 1
        }
      }
    case .diagonal(_, let signal):
      let from = valueLayout[signal.index].lowerBound - place.lowerBound
      for row in place {
        slopes[weight] += adjoints[row] * values[from + row]
        adjoints[from + row] += weights[weight] * adjoints[row]
        weight += 1
      }
    case .bias:
      for row in place {
        slopes[weight] += adjoints[row]
        weight += 1
      }
    }
  }
}
