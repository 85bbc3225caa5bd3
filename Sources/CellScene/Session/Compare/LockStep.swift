import CellEngine

extension Session {
  /// The session of the other cell, at the place that the cursors are tied to; nil if there is none.
  ///
  /// The other stands at the same word. It has computed what this one has computed, as far as it
  /// has such a signal. Cells of one model show the same unit; cells of different models count from
  /// their own focus units.
  var other: Session? {
    guard let comparison else { return nil }
    var other = self
    other.popup = nil
    other.before = nil
    other.fork = nil
    other.experiment = comparison.experiment
    other.run = comparison.run
    other.unit = otherUnit(comparison)
    other.comparison = Comparison(
      rival: comparison.rival, experiment: experiment, run: run,
      places: Alignment.places(of: other.tokens, in: tokens), isSameModel: comparison.isSameModel)
    if let there = comparison.places[time] {
      other.time = there
      other.microStep = otherMicroStep(comparison.run)
    } else {
      other.time = comparison.places[..<time].lazy.reversed().compactMap { $0 }.first ?? 0
      other.microStep = comparison.places[..<time].contains { $0 != nil } ? other.lastMicroStep : 0
    }
    return other
  }

  private func otherUnit(_ comparison: Comparison) -> Int {
    let count = comparison.run.cell.unitCount
    guard !comparison.isSameModel else { return min(unit, count - 1) }
    let distance = unit - model.focusUnit
    let there = models[comparison.experiment.model].focusUnit + distance
    return there.wrapped(in: count)
  }

  /// The last micro-step there whose signal has been computed here.
  private func otherMicroStep(_ there: Run) -> Int {
    guard stage != .prediction else { return there.microSteps.count - 1 }
    let steps = run.microSteps[...microStep].compactMap { stage -> Int? in
      guard case .computation(let signal) = stage else { return nil }
      return run.counterpart(of: signal, in: there).flatMap {
        there.microSteps.firstIndex(of: .computation($0))
      }
    }
    return steps.max() ?? 0
  }
}
