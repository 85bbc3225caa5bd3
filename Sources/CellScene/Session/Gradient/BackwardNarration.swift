public import CellEngine

/// What a stage of the backward pass does, with the numbers of the selected unit.
public enum BackwardNarration: Hashable, Sendable {
  /// The loss reads the prediction of this step.
  case loss(word: String, symbol: String, slope: String, value: String)
  /// The loss is a number that the cell shows.
  case output(symbol: String, slope: String, value: String)
  /// What the next word sends back through the states.
  case fromNext(word: String, parts: [Part])
  /// The loss lies before this step.
  case nothing(word: String, Vocabulary.Piece)
  /// The adjoint goes on unchanged.
  case passed(value: String, to: [String])
  /// A sum of weighted signals: each gets the adjoints of all units through their weights, of
  /// which the selected unit's is told.
  case spread(value: String, to: [String])
  /// Signals weighted element by element: each gets the adjoint of this unit alone.
  case weighted(value: String, to: [String])
  /// One minus the number: what it gets goes on with the other sign.
  case negated(value: String, parts: [Part])
  /// Each factor gets the adjoint times the other one.
  case multiplied(parts: [Part])
  /// The adjoint times the function's slope; the function is named where what gets it is the sum
  /// inside, which has no box of its own.
  case sloped(slope: String, value: String, to: String, sumBefore: String?)
  /// The number is set from outside: nothing flows on behind it.
  case cut(symbol: String, value: String)
  /// What goes on to the word before.
  case arrived(parts: [Part], before: String?)

  /// A signal and what it gets.
  public struct Part: Hashable, Sendable {
    /// The signal's symbol.
    public let symbol: String
    /// What it gets, with its power of ten.
    public let value: String
  }
}

extension Session {
  /// What the shown stage of the backward pass does.
  func backwardNarration(_ pass: Backpass) -> BackwardNarration {
    guard time <= loss.step else { return .nothing(word: words[loss.step], model.piece) }
    let shares = workedShares(pass)
    switch stage {
    case .prediction: return arrivalOfSlopes(shares, pass)
    case .arrival: return departure(pass)
    case .computation(let signal): return computation(signal, shares, pass)
    }
  }

  private func part(_ share: WorkedShare, _ pass: Backpass) -> BackwardNarration.Part {
    BackwardNarration.Part(symbol: share.target, value: pass.told(share.value))
  }

  private func arrivalOfSlopes(_ shares: [WorkedShare], _ pass: Backpass) -> BackwardNarration {
    guard time < loss.step else {
      let output = run.cell.graph.output
      let symbol = adjointSymbol(of: output)
      let (slope, value) = (
        Notation.slope(by: symbol), pass.told(pass.adjoint(output, unit: unit))
      )
      guard model.predicts else {
        return .output(symbol: lossFormula(.step(loss.step + 1)), slope: slope, value: value)
      }
      return .loss(
        word: model.vocabulary.words[loss.place], symbol: symbol, slope: slope, value: value)
    }
    return .fromNext(word: words[time + 1], parts: shares.map { part($0, pass) })
  }

  private func departure(_ pass: Backpass) -> BackwardNarration {
    let parts = run.cell.graph.states.map { state in
      BackwardNarration.Part(
        symbol: adjointSymbol(of: state.previous),
        value: pass.told(pass.adjoint(state.previous, unit: unit)))
    }
    return .arrived(parts: parts, before: time > 0 ? words[time - 1] : nil)
  }

  private func computation(
    _ signal: SignalID, _ shares: [WorkedShare], _ pass: Backpass
  ) -> BackwardNarration {
    let graph = run.cell.graph
    let value = pass.told(pass.adjoint(signal, unit: unit))
    let parts = shares.map { part($0, pass) }
    if isHeld(signal, at: time) { return .cut(symbol: adjointSymbol(of: signal), value: value) }
    switch graph[signal].operation {
    case .product: return .multiplied(parts: parts)
    case .activation(let function, let operand):
      guard let first = shares.first else { return .passed(value: value, to: []) }
      return .sloped(
        slope: first.factor, value: pass.told(first.value), to: first.target,
        sumBefore: graph.readerThatSwallows(operand) == signal ? notation.symbol(function) : nil)
    case .complement: return .negated(value: value, parts: parts)
    case .affine:
      let targets = shares.map(\.target)
      return shares.contains(where: \.isOfAllUnits)
        ? .spread(value: value, to: targets) : .weighted(value: value, to: targets)
    case .sum, .input, .state:
      return .passed(value: value, to: shares.map(\.target))
    }
  }
}
