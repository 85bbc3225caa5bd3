import CellEngine
import Screen

/// How an equation is written in the room it has, and its numbers.
extension EquationPanel {
  /// How one equation is written in the room it has.
  enum Form {
    /// In symbols, with numbers on the same row from a column on.
    case symbols(beside: [[EquationToken]], at: Int)
    /// In numbers only.
    case numbers([[EquationToken]])
    /// In symbols, with the numbers on the row below.
    case both(below: [[EquationToken]])
  }

  func form(of equation: Equation, in area: Rectangle) -> Form {
    if let part = partial(of: equation) { return form(ofPart: part, of: equation, in: area) }
    let column = numberColumn(in: area)
    guard let worked = worked(equation) else { return .symbols(beside: [], at: column) }
    let whole = fitting(worked, in: area.size.columns - 3 - leftColumns)
    let isHeld = session.isHeld(equation.signal, at: session.time)
    // The symbols do not make a number that is held.
    if session.showsNumbers || isHeld { return .numbers(whole) }
    if area.size.rows > 1 { return .both(below: whole) }
    let isCurrent = equation.signal == currentEquation
    let room = area.size.columns - column
    guard isCurrent || room > 60 else {
      return .symbols(beside: [value(equation)], at: column)
    }
    let beside = fitting(worked, in: room)
    return isCurrent && beside.count < whole.count
      ? .numbers(whole) : .symbols(beside: beside, at: column)
  }

  /// The number of a part stands behind its own name only: beside the numbers of the others, else
  /// right behind its equation, else at the end of the row.
  private func form(
    ofPart forms: [[[EquationToken]]], of equation: Equation, in area: Rectangle
  ) -> Form {
    let columns = area.size.columns
    guard area.size.rows == 1 else {
      let fitted = forms.first { width($0[...]) <= columns - 3 - leftColumns }
      return .both(below: fitted ?? [])
    }
    let end = 5 + leftColumns + equation.right.reduce(0) { $0 + $1.text.columns }
    for column in [numberColumn(in: area), end] {
      guard let fitted = forms.first(where: { width($0[...]) <= columns - column }) else {
        continue
      }
      return .symbols(beside: fitted, at: column)
    }
    let shortest = forms[forms.count - 1]
    return .symbols(beside: shortest, at: columns - width(shortest[...]))
  }
}

extension EquationPanel {
  /// The selected unit's value as everywhere else on the screen.
  private func value(_ equation: Equation) -> [EquationToken] {
    let star = session.differs(equation.signal, at: session.time, unit: session.unit) ? "*" : ""
    return [EquationToken(session.figure(equation.signal) + star)]
  }

  /// The last stages that fit, at least the result.
  private func fitting(_ stages: [[EquationToken]], in columns: Int) -> [[EquationToken]] {
    let first = stages.indices.first { width(stages[$0...]) <= columns } ?? stages.count - 1
    return Array(stages[first...])
  }

  private func width(_ stages: ArraySlice<[EquationToken]>) -> Int {
    stages.reduce(0) { $0 + 3 + $1.reduce(0) { $0 + $1.text.columns } }
  }

  /// How an equation is worked out, if it has been computed.
  private func worked(_ equation: Equation) -> [[EquationToken]]? {
    let isKnown = session.run.isKnown(equation.signal, after: session.microStep)
    return isKnown ? stages(of: equation.signal) : nil
  }

  /// The part of an equation that this micro-step computes, in longer and shorter forms.
  func partial(of equation: Equation) -> [[[EquationToken]]]? {
    guard equation.signal == currentEquation, let signal = session.currentSignal,
      signal != equation.signal
    else { return nil }
    let part = graph.expression(of: signal, session.notation, at: .general)
    let name = [EquationToken(part.map(\.text).joined().replacingSpaces)]
    let short = [EquationToken(session.notation.shortName(graph[signal].operation))]
    let stages = stages(of: signal)
    let result = stages[stages.count - 1]
    return [[name] + stages, [name, result], [short, result]]
  }

  /// The stages of working out a signal; a star says that the last switch changed the result.
  private func stages(of signal: SignalID) -> [[EquationToken]] {
    var stages = session.run.cell.worked(
      signal, unit: session.unit, in: session.run.trace, at: session.time, session.notation
    ).stages
    let place = ValuePlace(signal, unit: session.unit, step: session.time)
    if let mark = session.markOfHand(place) {
      stages = [[EquationToken(session.figure(signal) + " " + language.shortText(.chain(mark)))]]
    }
    if session.differs(signal, at: session.time, unit: session.unit) {
      stages[stages.count - 1] += [EquationToken("*")]
    }
    return stages
  }
}
