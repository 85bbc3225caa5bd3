import CellEngine

extension Session {
  /// What the shown micro-step does, with the numbers of the selected unit.
  public var narration: Narration {
    switch stage {
    case .arrival: arrivalNarration
    case .computation(let signal): narration(for: signal)
    case .prediction: predictionNarration
    }
  }

  private var graph: CellGraph { run.cell.graph }

  private var arrivalNarration: Narration {
    func symbols(_ states: some Sequence<CellGraph.State>) -> [String] {
      states.map { notation.stateSymbol($0.role, before: time) }
    }
    let given = symbols(graph.states)
    let edited = graph.states.filter { state in
      run.trace[state.previous, time].contains { $0 != 0 }
    }
    guard time > 0 || edited.isEmpty else {
      let isGiven = !edited.contains { isEdited(initial: $0.role) }
      return .editedStart(
        arriving, input: notation.symbol(.input, timeLabel), states: symbols(edited),
        others: symbols(graph.states.filter { !edited.contains($0) }), isGiven: isGiven)
    }
    return .arrival(
      arriving, input: notation.symbol(.input, timeLabel), states: given,
      isFirst: time == 0)
  }

  /// What the cell reads now; layers are counted from 0, as PyTorch does.
  private var arriving: Narration.Arriving {
    guard let below = model.reading.below else { return .word(words[time]) }
    return .made(layer: "l\(below.layers.count - 1)", word: words[time])
  }

  private var predictionNarration: Narration {
    let ranked = rankedOutputs(at: time)
    let (first, next) = (ranked[0], ranked.dropFirst().first(where: \.isLikely))
    switch model.output {
    case .activation where !first.isLikely:
      return .worked(
        symbol: outputSymbol(timeLabel), value: first.figure, unit: first.place + 1)
    case .activation:
      return .shown(
        symbol: outputSymbol(timeLabel), unit: first.place + 1, value: first.figure,
        next: next.map { $0.place + 1 }, nextValue: next?.figure)
    case .scores:
      return .scored(
        symbol: outputSymbol(timeLabel),
        formula: formula(of: .score(word: 0, step: time)).map(\.text).joined(),
        row: ranked.count > 1 ? first.place + 1 : nil, value: first.figure,
        next: next.map { $0.place + 1 }, nextValue: next?.figure)
    case .probabilities: break
    }
    guard !first.value.isNaN else { return .unpredicted(model.piece) }
    return .predicted(
      model.piece, first.label, share: Figure.percent(first.value), next: next?.label,
      nextShare: next.map { Figure.percent($0.value) })
  }

  private func narration(for signal: SignalID) -> Narration {
    let node = graph[signal]
    let value = figure(signal)
    let symbol = node.role.map { notation.symbol($0, timeLabel) } ?? ""
    if isSet(signal, at: time) { return .set(symbol: symbol, value: value, unit: unit + 1) }
    switch node.operation {
    case .product(let left, let right):
      guard let (gate, other) = gateAndOther(left, right) else { break }
      return .passed(
        deed(of: gate, on: other), share: Figure.percent(run.trace[gate, time, unit]),
        of: spoken(other), worked: lastLine(signal), symbol: symbol, unit: unit + 1)
    case .sum(let left, let right):
      return node.role == nil
        ? .summed(value: value, unit: unit + 1) : sumNarration(signal, left, right)
    case .complement(let operand): return complementNarration(signal, of: operand)
    case .affine(let terms):
      guard node.role == nil else { return layerNarration(signal, isSquashed: false) }
      return .weighted(
        of: terms.compactMap(\.operand).map(text), hasBias: hasBias(terms), value: value,
        unit: unit + 1)
    case .activation(let function, let operand):
      guard graph[operand].role != nil else { return layerNarration(signal, isSquashed: true) }
      let worked = worked(signal)
      let was = Figure.text(
        run.trace[operand, time, unit], worked.givenDecimals, sign: run.cell.sign(of: operand))
      return .squeezed(
        function, name: notation.symbol(function), of: text(operand), was: was,
        value: worked.stages.last?.map(\.text).joined() ?? value, symbol: symbol)
    case .input, .state: break
    }
    return .worked(symbol: text(signal), value: value, unit: unit + 1)
  }

  /// A layer, by what its signal is in the cell.
  private func layerNarration(_ signal: SignalID, isSquashed: Bool) -> Narration {
    let (role, value) = (graph[signal].role, figure(signal))
    if let role, role.isGate { return gateNarration(signal, role) }
    switch role {
    case .candidate:
      return .candidate(
        symbol: text(signal), value: value, isSquashed: isSquashed, unit: unit + 1)
    case .activation: return .activated(symbol: text(signal), value: value, unit: unit + 1)
    case .forget, .update, .output, .relevance, .memory, .input, nil:
      return .worked(symbol: text(signal), value: value, unit: unit + 1)
    }
  }

  private func gateNarration(_ signal: SignalID, _ role: Role) -> Narration {
    let share = run.trace[signal, time, unit]
    let state = isHeld(signal, at: time) ? GateState.held : GateState(share)
    guard let target = graph.factors(beside: signal).first else {
      return .gateAlone(role, state, value: figure(signal), unit: unit + 1)
    }
    return .gate(
      role, state, value: figure(signal), share: Figure.percent(share),
      deed(of: signal, on: target), of: spoken(target), unit: unit + 1)
  }

  private func complementNarration(_ signal: SignalID, of operand: SignalID) -> Narration {
    let formula = "1 − " + text(operand)
    guard let target = graph.factors(beside: signal).first else {
      return .worked(symbol: formula, value: figure(signal), unit: unit + 1)
    }
    return .complement(
      graph[signal].role, symbol: formula, value: figure(signal),
      share: Figure.percent(run.trace[signal, time, unit]), deed(of: signal, on: target),
      of: text(target), unit: unit + 1)
  }

  /// The new memory, which the cell may show as it is.
  private func sumNarration(_ signal: SignalID, _ left: SignalID, _ right: SignalID) -> Narration {
    let (kept, taken) = isOld(left) ? (left, right) : (right, left)
    guard graph.output == signal else {
      return .added(
        kept: share(kept), taken: share(taken), symbol: text(signal), value: figure(signal),
        unit: unit + 1)
    }
    let (first, second) = summands(kept, taken, of: signal)
    // Some notations have one symbol for both.
    let (own, shown) = (text(signal), notation.symbol(.activation, timeLabel))
    return .mixed(
      kept: first, taken: second, symbols: own == shown ? [own] : [own, shown],
      value: figure(signal), unit: unit + 1)
  }

  /// Two summands with as many digits as make their sum as it is shown.
  private func summands(
    _ kept: SignalID, _ taken: SignalID, of sum: SignalID
  ) -> (String, String) {
    let values = [kept, taken].map { run.trace[$0, time, unit] }
    let least = values.map { Figure.labelDecimals($0) }.max() ?? 2
    let explanation = explanation(of: .value(ValuePlace(sum, unit: unit, step: time)))
    let decimals =
      explanation.termDecimals(
        for: Figure.labelDecimals(explanation.value), atLeast: least) ?? least
    func text(_ value: Double) -> String { Figure.text(value, decimals, sign: .always) }
    return (text(values[0]), text(values[1]))
  }

  private func share(_ signal: SignalID) -> Narration.Share {
    if case .product = graph[signal].operation { return .gated }
    return .all(text(signal))
  }

  /// Whether a signal is a state as the last step left it, or what a gate keeps of one.
  private func isOld(_ signal: SignalID) -> Bool {
    switch graph[signal].operation {
    case .state: true
    case .product(let left, let right): isOld(left) || isOld(right)
    case .input, .affine, .activation, .sum, .complement: false
    }
  }

  /// What a gate, or one minus a gate, does to a signal.
  private func deed(of gate: SignalID, on target: SignalID) -> Narration.Deed {
    switch graph[gate].role {
    case .relevance: .passesOn
    case .output: .shows
    case .forget, .update, .candidate, .memory, .activation, .input, nil:
      isOld(target) ? .keeps : .takesIn
    }
  }

  /// The last two stages of working a signal out: `.61 × .92 = +.56`.
  private func lastLine(_ signal: SignalID) -> String {
    worked(signal).stages.suffix(2).map { $0.map(\.text).joined() }.joined(separator: " = ")
  }

  private func worked(_ signal: SignalID) -> WorkedEquation {
    run.cell.worked(signal, unit: unit, in: run.trace, at: time, notation)
  }

  private func gateAndOther(_ left: SignalID, _ right: SignalID) -> (SignalID, SignalID)? {
    if graph.isGate(left) { return (left, right) }
    return graph.isGate(right) ? (right, left) : nil
  }

  /// The selected unit's number.
  func figure(_ signal: SignalID) -> String {
    Figure.label(run.trace[signal, time, unit], sign: run.cell.sign(of: signal))
  }

  private func hasBias(_ terms: [Term]) -> Bool {
    terms.contains { if case .bias = $0 { true } else { false } }
  }

  /// The symbol of a signal; a sum without one is named by its matrix and what it reads, and by its
  /// bias where it has one.
  private func spoken(_ signal: SignalID) -> String {
    guard graph[signal].role == nil else { return text(signal) }
    if case .activation = graph[signal].operation { return text(signal).replacingSpaces }
    guard case .affine(let terms) = graph[signal].operation,
      let target = terms.first.map({ graph[$0.parameter].target })
    else { return text(signal) }
    let biases = terms.compactMap { term -> String? in
      guard case .bias(let parameter) = term else { return nil }
      return "+" + notation.bias(target, isSecond: !graph[parameter].source.isEmpty)
    }
    let sources = terms.compactMap(\.operand).map(text).joined(separator: ",")
    return notation.weight(target) + " " + sources + biases.joined()
  }

  /// The symbol or formula of a signal.
  func text(_ signal: SignalID) -> String {
    graph.expression(of: signal, notation, at: timeLabel).map(\.text).joined()
  }
}
