/// The values of all signals at all time steps as the kernels leave them: one padded row a step.
///
/// States are not stored again: a state at a step is what the step before has carried on.
public struct CompiledTrace<Scalar: CellScalar>: Sendable {
  /// The number of time steps, T.
  public let stepCount: Int
  let layout: RowLayout
  /// The row before the first step, which holds the initial states, then a row for each step.
  var rows: AlignedNumbers<Scalar>

  init(_ layout: RowLayout, steps: Int) {
    self.layout = layout
    stepCount = steps
    rows = AlignedNumbers(count: (steps + 1) * layout.stride)
  }

  /// The numbers of a signal at a step, [I] or [H].
  public subscript(signal: SignalID, step: Int) -> [Scalar] {
    withNumbers(of: signal, at: step) { Array($0) }
  }

  /// One number of a signal at a step.
  public subscript(signal: SignalID, step: Int, unit: Int) -> Scalar {
    withNumbers(of: signal, at: step) { $0[unit] }
  }

  /// Reads the numbers of a signal at a step where they stand.
  public func withNumbers<Result>(
    of signal: SignalID, at step: Int, _ body: (UnsafeBufferPointer<Scalar>) -> Result
  ) -> Result {
    precondition((0..<stepCount).contains(step), "step \(step) of \(stepCount)")
    let place = layout[signal]
    let start = (step + (place.isPrevious ? 0 : 1)) * layout.stride + place.offset
    return rows.withNumbers { rows in
      body(UnsafeBufferPointer(rebasing: rows[start..<(start + layout.count(signal))]))
    }
  }

  /// Puts the states before the first step in their places; one that is not given is 0.
  mutating func begin(with initial: [Role: [Scalar]]) {
    let (graph, carried, stride) = (layout.graph, layout.carried, layout.stride)
    rows.withMutableNumbers { rows in
      rows[..<stride].update(repeating: 0)
      for (state, place) in zip(graph.states, carried) {
        guard let values = initial[state.role] else { continue }
        precondition(
          values.count == layout.count(state.previous), "\(values.count) for one state")
        for (unit, value) in values.enumerated() { rows[place + unit] = value }
      }
    }
  }
}

extension Trace {
  /// A copy in the layout without gaps that all other readers take.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(_ compiled: CompiledTrace<Scalar>) {
    let graph = compiled.layout.graph
    self.init(
      layout: Layout(counts: graph.signals.map(compiled.layout.count)), steps: compiled.stepCount)
    var next = 0
    for step in 0..<compiled.stepCount {
      for signal in graph.signals {
        compiled.withNumbers(of: signal, at: step) { numbers in
          for number in numbers {
            values[next] = number
            next += 1
          }
        }
      }
    }
  }
}
