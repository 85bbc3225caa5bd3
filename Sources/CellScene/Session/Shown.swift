import CellEngine

/// What is shown when, and what a star tells.
extension Session {
  /// What the shown micro-step computes.
  var currentSignal: SignalID? {
    if case .computation(let signal) = stage { signal } else { nil }
  }

  /// Whether a value has been computed at the shown place of the sentence; on the way back from a
  /// loss, all up to its word are.
  func isKnown(_ signal: SignalID, at time: Int) -> Bool {
    if view.context == .gradient { return time <= loss.step }
    return time < self.time || time == self.time && run.isKnown(signal, after: microStep)
  }

  /// Whether the prediction after a word is there.
  func knowsOutputs(at time: Int) -> Bool {
    time < self.time || time == self.time && stage == .prediction
  }

  /// Whether a value is another, as it is shown, than in the run that it is told from: the one
  /// before the last change, else the other cell of a comparison, else the original.
  func differs(_ signal: SignalID, at time: Int, unit: Int) -> Bool {
    guard let old = reference?.value(signal, of: run, at: time, unit: unit) else { return false }
    return !Figure.isLabelledAlike(run.trace[signal, time, unit], old)
  }

  /// Whether a word's probability is another, as it is shown, than in that run.
  func differs(outputOf word: Int, at time: Int) -> Bool {
    guard let reference, let there = reference.places[time],
      reference.run.outputs[there].indices.contains(word)
    else { return false }
    return !Figure.isLabelledAlike(
      run.outputs[time][word], reference.run.outputs[there][word])
  }

  /// Whether a number of this word that the cell's picture shows is another.
  ///
  /// One of the selected unit or the probability of a likely word; which stars there is room for is
  /// the screen's to say.
  var showsDifference: Bool {
    drawnSignals.contains(where: showsDifference(of:)) || showsOtherPrediction
  }

  /// The symbols of what is another, for those who see no star.
  var differingSymbols: [String] {
    let numbers = drawnSignals.filter(showsDifference(of:)).map { signal in
      symbol(ofAllUnits: signal, at: time) + notation.index(unit)
    }
    return numbers + (showsOtherPrediction ? [outputSymbol(.step(time + 1))] : [])
  }

  private var drawnSignals: [SignalID] {
    let graph = run.cell.graph
    return graph.states.map(\.previous) + graph.signals.filter(graph.isDrawn)
  }

  private func showsDifference(of signal: SignalID) -> Bool {
    isKnown(signal, at: time) && differs(signal, at: time, unit: unit)
  }

  private var showsOtherPrediction: Bool {
    knowsOutputs(at: time)
      && likelyOutputs(after: time).contains { differs(outputOf: $0, at: time) }
  }
}
