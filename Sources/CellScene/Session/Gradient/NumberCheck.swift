import CellEngine

/// One slope of the backward pass beside what two runs measure.
///
/// The number is the memory that the shown step finds in the selected unit (or the activation of a
/// cell without memory): the words from here on are run twice, with it a little smaller and larger.
struct NumberCheck {
  /// What people write for the number.
  let symbol: String
  /// The number.
  let value: Double
  /// The two slopes, and the two losses behind the measured one.
  let difference: CentralDifference

  /// Checks the shown place; nil if the loss lies before it.
  init?(_ session: Session) {
    let (cell, trace, time) = (session.run.cell, session.run.trace, session.time)
    let loss = session.loss
    guard time <= loss.step else { return nil }
    let graph = cell.graph
    let state = graph.states.first { $0.role == .memory } ?? graph.states[0]
    let input = graph.signals.first { graph[$0].operation == .input }
    let inputs = (time...session.lastTime).compactMap { step in
      input.map { Array(trace[$0, step]) }
    }
    let initial = Dictionary(
      graph.states.map { ($0.role, Array(trace[$0.previous, time])) },
      uniquingKeysWith: { first, _ in first })
    symbol = session.adjointSymbol(of: state.previous)
    value = trace[state.previous, time, session.unit]
    difference = cell.centralDifference(
      of: .crossEntropy(
        word: loss.word, step: loss.step - time, session.model.readout),
      by: .initialState(state.role, unit: session.unit), inputs: inputs, initial: initial,
      interventions: session.run.interventions.later(by: time))
  }
}

extension Interventions {
  /// The same for the steps from one on, counted from there.
  fileprivate func later(by first: Int) -> Interventions {
    Interventions(
      clamps.compactMap { clamp in
        var clamp = clamp
        switch clamp.steps {
        case .at(let step):
          guard step >= first else { return nil }
          clamp.steps = .at(step - first)
        case .from(let step): clamp.steps = .from(max(0, step - first))
        }
        return clamp
      })
  }
}
