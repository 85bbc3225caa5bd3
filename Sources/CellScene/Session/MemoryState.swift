import CellEngine

extension CellGraph {
  /// The state that remembers: the memory, or the activation of a cell without one.
  var memoryState: State { states.first { $0.role == .memory } ?? states[0] }
}

extension Session {
  /// The state that remembers, as a step leaves it.
  var shownMemory: (role: Role, signal: SignalID) {
    let state = run.cell.graph.memoryState
    return (state.role, state.next)
  }

  /// What the selected unit remembers before the first word.
  var memoryAtStart: Double { run.trace[run.cell.graph.memoryState.previous, 0, unit] }
}
