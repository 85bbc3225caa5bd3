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
    let given = graph.states.map { notation.symbol($0.role, timeLabel, previous: true) }
    return .arrival(
      word: words[time], input: notation.symbol(.input, timeLabel), states: given,
      isFirst: time == 0)
  }

  private var predictionNarration: Narration {
    let ranked = rankedPredictions(at: time)
    let next = ranked.dropFirst().first { $0.probability >= 0.005 }
    return .predicted(
      word: ranked[0].word, share: Figure.percent(ranked[0].probability),
      next: next?.word, nextShare: next.map { Figure.percent($0.probability) })
  }

  /// The words after a step, the most likely first.
  public func rankedPredictions(at time: Int) -> [(word: String, probability: Double)] {
    zip(model.vocabulary.words, run.predictions[time])
      .map { (word: $0, probability: $1) }
      .sorted { $0.probability > $1.probability }
  }

  private func narration(for signal: SignalID) -> Narration {
    let node = graph[signal]
    let value = figure(signal)
    let symbol = node.role.map { notation.symbol($0, timeLabel) } ?? ""
    switch node.operation {
    case .product(let left, let right):
      guard let (gate, other) = gateAndOther(left, right), let role = graph[gate].role else {
        return .worked(symbol: text(signal), value: value, unit: unit + 1)
      }
      return .passed(
        role, worked: lastLine(signal), of: text(other), symbol: symbol, unit: unit + 1)
    case .sum:
      return .added(symbol: text(signal), value: value, unit: unit + 1)
    case .activation(let function, let operand):
      if let role = node.role, role.isGate { return gateNarration(signal, role) }
      if node.role == .candidate {
        return .candidate(symbol: symbol, value: value, unit: unit + 1)
      }
      if graph[operand].role != nil {
        return .squeezed(
          function: notation.symbol(function), of: text(operand), was: figure(operand),
          value: value, symbol: symbol)
      }
      return .worked(symbol: text(signal), value: value, unit: unit + 1)
    case .input, .state, .affine, .complement:
      return .worked(symbol: text(signal), value: value, unit: unit + 1)
    }
  }

  private func gateNarration(_ signal: SignalID, _ role: Role) -> Narration {
    let share = run.trace[signal, time, unit]
    let state = isHeld(signal, at: time) ? GateState.held : GateState(share)
    let target = graph.readers(of: signal).lazy.compactMap { reader -> SignalID? in
      guard case .product(let left, let right) = self.graph[reader].operation else { return nil }
      return left == signal ? right : left
    }.first
    guard let target else {
      return .gateAlone(role, state, value: figure(signal), unit: unit + 1)
    }
    return .gate(
      role, state, value: figure(signal), share: Figure.percent(share),
      of: text(target), unit: unit + 1)
  }

  /// The last two stages of working a signal out: `.61 × .92 = +.56`.
  private func lastLine(_ signal: SignalID) -> String {
    run.cell.worked(signal, unit: unit, in: run.trace, at: time, notation).stages.suffix(2)
      .map { $0.map(\.text).joined() }.joined(separator: " = ")
  }

  private func gateAndOther(_ left: SignalID, _ right: SignalID) -> (SignalID, SignalID)? {
    if graph[left].role?.isGate == true { return (left, right) }
    if graph[right].role?.isGate == true { return (right, left) }
    return nil
  }

  /// The selected unit's number.
  func figure(_ signal: SignalID) -> String {
    Figure.label(run.trace[signal, time, unit], sign: run.cell.sign(of: signal))
  }

  /// The symbol or formula of a signal.
  func text(_ signal: SignalID) -> String {
    graph.expression(of: signal, notation, at: timeLabel).map(\.text).joined()
  }
}
