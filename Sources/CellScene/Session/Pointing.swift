import CellEngine
public import Screen

/// What a pointer can point at.
public enum Target: Hashable, Sendable {
  /// A word of the sentence, by its time step from 0.
  case word(Int)
  /// A box of the picture, at a time step from 0.
  case box(Diagram.Subject, time: Int)
}

extension Session {
  /// Does what a button asks for: the left one goes to what it points at, and asks why where it
  /// already is; the right one opens the pop-up that holds a gate; the wheel does what the paging
  /// keys do in the same place.
  ///
  /// - Returns: what else the program has to do.
  public mutating func point(at target: Target?, with button: MouseReport.Button) -> Effect {
    switch button {
    case .wheelUp: return turnWheel(.pageUp)
    case .wheelDown: return turnWheel(.pageDown)
    case .middle: return .show
    case .left, .right:
      // A blank screen comes back with any button, as with any key.
      guard !isBlank else { return handle(.space) }
      guard popup == nil, let target else { return .show }
      isPlaying = false
      quiz.isAsking = false
      lesson?.isUntouched = false
      (before, notice, count) = (nil, nil, nil)
      return go(to: target, asksToHold: button == .right)
    }
  }

  /// Where neither paging key acts, as in a typed line, the wheel does nothing.
  private mutating func turnWheel(_ key: Key) -> Effect {
    isBlank || keyMap.command(for: key, in: context) != nil ? handle(key) : .show
  }

  private mutating func go(to target: Target, asksToHold: Bool) -> Effect {
    switch target {
    case .word(let time):
      goTo(time: time)
      return .show
    case .box(let subject, let time):
      if asksToHold {
        guard case .signal(let signal) = subject, let gate = run.cell.graph[signal].role,
          gate.isGate
        else { return .show }
        goTo(time: time)
        return perform(.chain(.showHold(gate)))
      }
      let step = run.microSteps.firstIndex(of: stage(of: subject)) ?? microStep
      guard (self.time, microStep) != (time, step) || view.isBackward else {
        return perform(.why(.ask))
      }
      goTo(time: time)
      microStep = step
      return .show
    }
  }

  /// The micro-step that a box is about.
  private func stage(of subject: Diagram.Subject) -> MicroStep {
    let graph = run.cell.graph
    switch subject {
    case .signal(let signal): return graph.isGiven(signal) ? .arrival : .computation(signal)
    case .next(let holder):
      let next = graph.state(heldBy: holder)?.next
      return next.map(MicroStep.computation) ?? .arrival
    case .bundle: return .arrival
    case .prediction: return .prediction
    }
  }
}
