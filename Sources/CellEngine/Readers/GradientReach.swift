/// How far back a gradient reaches: the size of ∂objective/∂state for every time.
///
/// The whole derivative goes through gates and candidates too; beside it stands the direct path along
/// the memory line alone, ∂c<T>/∂c<t> = Π Γf<t+1…T>, the constant error carousel of Hochreiter &
/// Schmidhuber 1997. Where both stay large, the cell can learn over that distance.
public struct GradientReach: Sendable, Equatable {
  /// The sizes for one signal.
  public struct Series: Sendable, Equatable {
    /// What the signal is.
    public let role: Role
    /// |∂objective/∂signal<t>| over all units (Euclidean), for t = 0 … T; t = 0 is the initial state.
    ///
    /// A signal that no state carries has 0 there. After the objective's step all are 0.
    public let norms: [Double]
    /// The same along the memory line alone; nil where the cell has no such line.
    public let directNorms: [Double]?
  }

  /// The time that the objective reads, t = 1 … T.
  public let time: Int
  /// A series for each state, in the graph's order.
  public let states: [Series]
  /// a<t>, the cell's output; one of the states wherever a state carries it.
  public let activation: Series

  /// The series of c<t>; nil if the cell has no memory.
  public var memory: Series? { states.first { $0.role == .memory } }
}

extension Cell<Double> {
  /// How far back the gradient of an objective reaches.
  ///
  /// - Parameter interventions: those of the trace.
  public func reach(
    of objective: Objective, in trace: Trace<Double>, interventions: Interventions = .none
  ) -> GradientReach {
    let gradient = gradient(of: objective, in: trace, interventions: interventions)
    let states = graph.states.map { state in
      let first = norm(gradient.adjoints[state.previous, 0])
      return GradientReach.Series(
        role: state.role,
        norms: [first] + later(state.next, gradient),
        directNorms: directNorms(state, objective.step, gradient, trace, interventions))
    }
    let carried = graph.shownState.flatMap(graph.states.firstIndex)
    return GradientReach(
      time: objective.step + 1, states: states,
      activation: carried.map { states[$0] }
        ?? GradientReach.Series(
          role: graph[graph.output].role ?? .activation,
          norms: [0] + later(graph.output, gradient), directNorms: nil))
  }

  private func later(_ signal: SignalID, _ gradient: Gradient<Double>) -> [Double] {
    (0..<gradient.adjoints.stepCount).map { norm(gradient.adjoints[signal, $0]) }
  }

  /// The norms of what ∂objective/∂state<T> becomes when only the memory line passes it back.
  private func directNorms(
    _ state: CellGraph.State, _ last: Int, _ gradient: Gradient<Double>, _ trace: Trace<Double>,
    _ interventions: Interventions
  ) -> [Double]? {
    guard let split = try? MemorySplit(state.role, in: graph) else { return nil }
    var norms = Array(repeating: 0.0, count: trace.stepCount + 1)
    var adjoints = Array(gradient.adjoints[state.next, last])
    norms[last + 1] = norm(adjoints[...])
    for step in (0...last).reversed() {
      adjoints = zip(adjoints, split.kept(at: step, in: trace, interventions)).map(*)
      norms[step] = norm(adjoints[...])
    }
    return norms
  }

  private func norm(_ numbers: ArraySlice<Double>) -> Double {
    numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
