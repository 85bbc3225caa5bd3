public import CellEngine

/// One thing that can be edited at the shown place.
public enum EditTarget: Hashable, Sendable {
  /// Another word in place of the shown one; this and the next only where words can be typed.
  case word
  /// A word more before it.
  case insertion
  /// The sentence without it.
  case removal
  /// All words; no entry of the list, which is about the shown place.
  case sentence
  /// A number of x<t>.
  case input
  /// A weight, a peephole or a bias of the selected unit.
  case parameter(ParameterID)
  /// A state of the selected unit before the first word.
  case initial(Role)
  /// A state of the selected unit as this word leaves it.
  case state(Role)

  /// Whether words are typed for it, not a number.
  var takesWord: Bool {
    switch self {
    case .word, .insertion, .sentence: true
    case .removal, .input, .parameter, .initial, .state: false
    }
  }
}

extension Session {
  /// What can be edited here, in the order of the pop-up; the first ten have a digit.
  ///
  /// A state that this word leaves is among them when it has been computed. What a cell with gate
  /// recurrence reads of its gates stands behind the other states.
  public var editTargets: [EditTarget] {
    var targets: [EditTarget] = model.reading.takesWords ? [.word, .insertion] : []
    if tokens.count > 1 { targets.append(.removal) }
    targets.append(.input)
    if let layer = editedLayer {
      targets += run.cell.graph.terms(of: layer).map { .parameter($0.parameter) }
    }
    let states = run.cell.graph.states
    let ordered = states.filter { !$0.role.isGate } + states.filter(\.role.isGate)
    let known = ordered.filter { isKnown($0.next, at: time) }
    return targets + ordered.map { .initial($0.role) } + known.map { .state($0.role) }
  }

  /// The layer whose weights can be edited: the one of this micro-step, else the last one before.
  var editedLayer: SignalID? {
    let graph = run.cell.graph
    let layers = run.microSteps.map { stage -> SignalID? in
      guard case .computation(let signal) = stage, !graph.terms(of: signal).isEmpty else {
        return nil
      }
      return signal
    }
    return layers[...microStep].last { $0 != nil }.flatMap { $0 }
      ?? layers.first { $0 != nil }.flatMap { $0 }
  }

  /// Where a number is put in; the column is a word of x<t> or a unit.
  func place(of target: EditTarget, column: Int) -> Edits.Place? {
    switch target {
    case .word, .insertion, .removal, .sentence: return nil
    case .input: return .input(step: time, column: column)
    case .initial(let role): return .initial(role, unit: unit)
    case .state(let role): return .state(role, step: time, unit: unit)
    case .parameter(let id):
      return .weight(
        parameter: run.cell.graph[id].name, offset: offset(of: id, column: column))
    }
  }

  /// Where a number of the selected unit stands in a parameter; one with a row of numbers for each
  /// unit has it in a column.
  func offset(of id: ParameterID, column: Int) -> Int {
    let shape = run.cell.shape(id)
    return shape.count == 2 ? unit * shape[1] + column : unit
  }

  /// The column that a target speaks of without another being named.
  func column(of target: EditTarget) -> Int {
    guard case .parameter(let id) = target, run.cell.graph[id].columns == .units else {
      return inputColumn(at: time)
    }
    return unit
  }

  /// The number that is at a place now.
  func number(at place: Edits.Place) -> Double {
    experiment.edits.numbers[place] ?? ownNumber(at: place)
  }

  /// The number that is at a place without an edit; of a state that is computed, the one it has now.
  func ownNumber(at place: Edits.Place) -> Double {
    switch place {
    case .input(let step, let column):
      return tokens.indices.contains(step) ? run.input(at: step, of: model, tokens)[column] : 0
    case .initial(let role, let unit): return model.initial[role]?[unit] ?? 0
    case .state(let role, let step, let unit):
      let state = run.cell.graph.states.first { $0.role == role }
      return state.map { run.trace[$0.next, step, unit] } ?? 0
    case .weight(let name, let offset):
      let cell = (fork?.original ?? run).cell
      guard let id = cell.parameter(named: name), cell[id].count > offset else { return 0 }
      return cell[id][cell[id].startIndex + offset]
    }
  }
}
