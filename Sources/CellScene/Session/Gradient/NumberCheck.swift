import CellEngine

/// One slope of the backward pass beside what two runs measure.
///
/// A state is the one that the shown step finds in the selected unit: the words from there on are
/// run twice, with it a little smaller and larger. A weight is the same at all words: the whole
/// sentence is run twice.
struct NumberCheck {
  /// What is varied.
  enum Subject: Hashable {
    /// The memory that the shown step finds (or the activation of a cell without memory).
    case state
    /// A weight of the selected unit; of a matrix the column for the shown word or the unit itself.
    case weight(ParameterID)
  }

  /// What people write for the number.
  let symbol: String
  /// The number.
  let value: Double
  /// The two slopes, and the two losses behind the measured one.
  let difference: CentralDifference

  /// Checks a number at the shown place; nil for a state behind the loss.
  init?(_ session: Session, _ subject: Subject) {
    switch subject {
    case .state: self.init(stateOf: session)
    case .weight(let id): self.init(id, of: session)
    }
  }

  private init?(stateOf session: Session) {
    let (cell, trace, time) = (session.run.cell, session.run.trace, session.time)
    let loss = session.loss
    guard time <= loss.step else { return nil }
    let state = cell.graph.memoryState
    symbol = session.adjointSymbol(of: state.previous)
    value = trace[state.previous, time, session.unit]
    difference = cell.centralDifference(
      of: loss.objective(at: loss.step - time, of: session.model, cell.graph),
      by: .initialState(state.role, unit: session.unit), inputs: session.inputs(from: time),
      initial: session.states(before: time),
      interventions: session.run.interventions.later(by: time))
  }

  private init(_ id: ParameterID, of session: Session) {
    let cell = session.run.cell
    let target = EditTarget.parameter(id)
    let column = session.column(of: target)
    let index =
      cell.parameterLayout[id.index].lowerBound + session.offset(of: id, column: column)
    symbol = session.name(of: target, column: column)
    value = cell.parameters[index]
    difference = cell.centralDifference(
      of: session.objective, by: .parameter(index), inputs: session.inputs(from: 0),
      initial: session.states(before: 0), interventions: session.run.interventions)
  }
}

extension Session {
  /// What can be checked: the state, then of each parameter a weight of the selected unit.
  var checkable: [NumberCheck.Subject] {
    [.state] + run.cell.graph.parameters.indices.map { .weight(ParameterID($0)) }
  }

  /// What the cell reads from a step on up to the loss: what comes later changes nothing.
  func inputs(from first: Int) -> [[Double]] {
    (first...max(first, loss.step)).map { Array(run.trace[run.cell.graph.input, $0]) }
  }

  /// What a step finds in its states.
  fileprivate func states(before time: Int) -> [Role: [Double]] {
    Dictionary(
      run.cell.graph.states.map { ($0.role, Array(run.trace[$0.previous, time])) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Interventions {
  /// The same for the steps from one on, counted from there.
  fileprivate func later(by first: Int) -> Interventions {
    Interventions(
      clamps.compactMap { clamp in
        guard let steps = clamp.steps.counted(from: first) else { return nil }
        var clamp = clamp
        clamp.steps = steps
        return clamp
      })
  }
}
