import CellEngine

extension Session {
  /// What a target is called, with the column it is for: `Wf₈ from “ate”`.
  func name(of target: EditTarget, column: Int) -> String {
    let index = notation.index(unit)
    switch target {
    case .word, .insertion, .removal, .sentence: return words[time]
    case .input: return symbol(ofInput: column, timeLabel, gap: " ")
    case .initial(let role): return notation.stateSymbol(role, before: 0) + index
    case .state(let role): return notation.stateSymbol(role, after: time) + index
    case .parameter(let id):
      let parameter = run.cell.graph[id]
      switch parameter.kind {
      case .bias: return notation.bias(parameter.target) + index
      case .peephole: return notation.peephole(parameter.target) + index
      case .weight:
        let isOfWord = parameter.columns == .inputs && model.reading.isOneHot
        let source =
          isOfWord
          ? language.quoted(model.vocabulary.words[column])
          : sourceSymbol(of: id) + notation.index(column)
        return notation.weight(parameter.target) + index + " " + source
      }
    }
  }

  /// A number of the input: by the word that it stands for, where that is one number, else by its
  /// place.
  func symbol(ofInput column: Int, _ time: TimeLabel, gap: String = "") -> String {
    let symbol = notation.symbol(.input, time)
    return model.reading.isOneHot
      ? symbol + gap + language.quoted(model.vocabulary.words[column])
      : symbol + notation.index(column)
  }

  /// The number of the input that a step is about: that of its word, else the first.
  func inputColumn(at time: Int) -> Int { model.reading.isOneHot ? tokens[time] : 0 }

  /// The symbol of the units that a matrix reads, without a time.
  func sourceSymbol(of id: ParameterID) -> String {
    let graph = run.cell.graph
    for signal in graph.signals {
      guard case .affine(let terms) = graph[signal].operation else { continue }
      for case .matrix(id, let operand) in terms { return symbol(ofRead: operand) }
    }
    return ""
  }

  /// The symbol of a signal, or of the last state in the formula of one without a symbol.
  private func symbol(ofRead signal: SignalID) -> String {
    let graph = run.cell.graph
    if let role = graph[signal].role { return notation.bareSymbol(role) }
    return graph[signal].operation.operands.last.map(symbol(ofRead:)) ?? ""
  }

  /// Whether any number of a parameter is edited.
  func isEdited(_ id: ParameterID) -> Bool {
    let parameter = run.cell.graph[id]
    return experiment.edits.numbers.keys.contains { place in
      if case .weight(parameter.name, _) = place { true } else { false }
    }
  }

  /// Whether a layer has an edited weight, or its number is set for the selected unit.
  func isEdited(layer signal: SignalID) -> Bool {
    run.cell.graph.terms(of: signal).contains { isEdited($0.parameter) }
      || isSet(signal, at: time)
  }

  /// Whether a word or a number of its input is another than it was given.
  func isEdited(wordAt time: Int) -> Bool {
    if experiment.edits.numbers.keys.contains(where: { $0.inputStep == time }) { return true }
    guard let fork, fork.places.indices.contains(time) else { return false }
    return fork.places[time].map { experiment.sentence[$0] != tokens[time] } ?? true
  }

  /// Whether a state is set to a number for the selected unit as a step leaves it.
  func isSet(_ signal: SignalID, at step: Int) -> Bool {
    isSet(ValuePlace(signal, unit: unit, step: step))
  }

  /// Whether a state is set to a number as a step leaves it.
  func isSet(_ place: ValuePlace) -> Bool {
    run.cell.graph.states.contains { state in
      let edit = Edits.Place.state(state.role, step: place.step, unit: place.unit)
      return state.next == place.signal && experiment.edits.numbers[edit] != nil
    }
  }

  /// Whether a state of some unit before the first word is edited.
  func isEdited(initial role: Role) -> Bool {
    experiment.edits.numbers.keys.contains {
      if case .initial(role, _) = $0 { true } else { false }
    }
  }

  /// Whether a state of the unit before the first word is edited.
  func isEdited(initial role: Role, unit: Int) -> Bool {
    experiment.edits.numbers[.initial(role, unit: unit)] != nil
  }
}
