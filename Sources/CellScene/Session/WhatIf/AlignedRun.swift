import CellEngine

/// Another run that numbers are told from, and where in it the words of the present one are.
struct AlignedRun: Sendable {
  /// The other run.
  let run: Run
  /// For each word its place there; nil for a word that is not there.
  let places: [Int?]

  /// Where the number is that a signal's number of a step is told from; nil if there is none.
  ///
  /// A state as a step finds it is the one that the word before has left: whatever stands before
  /// that word there, it is told from what the same word has left.
  func place(of signal: SignalID, in graph: CellGraph, at time: Int) -> (SignalID, time: Int)? {
    guard let state = graph.state(heldBy: signal) else {
      return places[time].map { (signal, $0) }
    }
    return time == 0 ? (signal, 0) : places[time - 1].map { (state.next, $0) }
  }

  /// The number that a unit's number in a run is told from; nil if there is none.
  func value(_ signal: SignalID, of own: Run, at time: Int, unit: Int) -> Double? {
    guard let (signal, there) = place(of: signal, in: own.cell.graph, at: time),
      let same = own.counterpart(of: signal, in: run)
    else { return nil }
    return run.trace[same, there, unit]
  }
}
