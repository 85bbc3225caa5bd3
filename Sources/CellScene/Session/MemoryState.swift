import CellEngine

extension Session {
  /// The state that remembers, as a step leaves it.
  var shownMemory: (role: Role, signal: SignalID) {
    let state = run.cell.graph.memoryState
    return (state.role, state.next)
  }

  /// What the selected unit remembers before the first word.
  var memoryAtStart: Double { run.trace[run.cell.graph.memoryState.previous, 0, unit] }
}
