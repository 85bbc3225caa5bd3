/// One stage in the building up of a time step: one idea, one key press.
public enum MicroStep: Hashable, Sendable {
  /// The input and the states arrive.
  case arrival
  /// A signal is computed.
  case computation(SignalID)
  /// The readout turns the cell's output into a prediction.
  case prediction
}

extension CellGraph {
  /// The order in which the picture of a time step is built up.
  ///
  /// One micro-step for each computed signal in the graph's order; a sum that only an activation
  /// reads is computed together with it.
  public var microSteps: [MicroStep] {
    [.arrival] + signals.filter(isDrawn).map(MicroStep.computation) + [.prediction]
  }

  /// Whether the signal has a box of its own in the picture (or arrives from outside).
  public func isDrawn(_ signal: SignalID) -> Bool {
    !isGiven(signal) && readerThatSwallows(signal) == nil
  }

  /// The activation that is drawn together with the affine sum it reads.
  ///
  /// A sum that is also shown or carried on keeps a box of its own: its wire leaves the cell.
  public func readerThatSwallows(_ signal: SignalID) -> SignalID? {
    guard case .affine = self[signal].operation, self[signal].role == nil else { return nil }
    guard signal != output, !states.contains(where: { $0.next == signal }) else { return nil }
    let readers = readers(of: signal)
    guard readers.count == 1, let reader = readers.first,
      case .activation = self[reader].operation
    else { return nil }
    return reader
  }

  /// The operands of a box as drawn: those of a swallowed sum in place of the sum.
  public func drawnOperands(of signal: SignalID) -> [SignalID] {
    self[signal].operation.operands.flatMap { operand in
      readerThatSwallows(operand) == signal ? self[operand].operation.operands : [operand]
    }
  }

  /// The terms of the affine sum that a signal is or that its activation swallows.
  public func terms(of signal: SignalID) -> [Term] {
    if case .affine(let terms) = self[signal].operation { return terms }
    for operand in self[signal].operation.operands where readerThatSwallows(operand) == signal {
      return terms(of: operand)
    }
    return []
  }
}
