import CellEngine

/// The same cell over the words of the beginning with its own numbers, beside the edited run.
struct Fork: Sendable {
  /// The run without the edits, and where the words of the edited sentence are in it.
  let reference: AlignedRun
  /// Whether anything is another number at a word, to the digits that are shown.
  let isApart: [Bool]

  /// Compares an edited run with the original.
  init(_ run: Run, tokens: [Int], original: Run, originalTokens: [Int]) {
    let reference = AlignedRun(
      run: original, places: Alignment.places(of: tokens, in: originalTokens))
    self.reference = reference
    isApart = tokens.indices.map { time in
      guard let there = reference.places[time] else { return true }
      return run.cell.graph.signals.contains { Self.differs($0, of: run, at: time, reference) }
        || !Self.agree(run.outputs[time][...], original.outputs[there][...])
    }
  }

  /// The run without the edits.
  var original: Run { reference.run }
  /// For each word of the edited sentence its place in the original one; nil if it was put in.
  var places: [Int?] { reference.places }

  /// Whether a signal has other numbers in two runs of one cell.
  static func differs(
    _ signal: SignalID, of run: Run, at time: Int, _ reference: AlignedRun
  ) -> Bool {
    // What a new word has left is not there in the original.
    guard let (other, there) = reference.place(of: signal, in: run.cell.graph, at: time) else {
      return true
    }
    return !agree(run.trace[signal, time], reference.run.trace[other, there])
  }

  private static func agree(_ numbers: ArraySlice<Double>, _ others: ArraySlice<Double>) -> Bool {
    zip(numbers, others).allSatisfy { Figure.isLabelledAlike($0, $1) }
  }
}

/// How the edited run stands to the original, as far as it has been computed.
public enum ForkState: Hashable, Sendable {
  /// They have not parted yet.
  case together
  /// They parted at a word (from 0), for the last time if they did more than once, and have not met
  /// again; at the end of the sentence never.
  case apart(since: Int, isEnd: Bool)
  /// They parted, for the last time, at one word and show the same again from another one on.
  case again(since: Int, from: Int)
}

extension Session {
  /// How the edited run stands to the original; nil while nothing is edited.
  public var forkState: ForkState? {
    guard let fork else { return nil }
    let apart = fork.isApart.indices.prefix(time + 1).map { isApart(at: $0, fork) }
    guard let last = apart.lastIndex(of: true) else { return .together }
    let first = apart[...last].lastIndex(of: false).map { $0 + 1 } ?? 0
    if last < time { return .again(since: first, from: last + 1) }
    return .apart(since: first, isEnd: time == lastTime && microStep == lastMicroStep)
  }

  /// Whether something differs at a word, of what has been computed there.
  private func isApart(at time: Int, _ fork: Fork) -> Bool {
    guard fork.isApart[time], time == self.time, microStep < lastMicroStep,
      fork.places[time] != nil
    else { return fork.isApart[time] }
    return run.cell.graph.signals.contains { signal in
      run.isKnown(signal, after: microStep)
        && Fork.differs(signal, of: run, at: time, fork.reference)
    }
  }

  /// How a value stands to the original's; nil where the word is new or nothing is edited.
  func distance(_ signal: SignalID, at time: Int, unit: Int) -> Difference? {
    fork?.reference.value(signal, of: run, at: time, unit: unit)
      .map { Difference(of: run.trace[signal, time, unit], from: $0) }
  }

  /// How a word's probability stands to the original's; nil where the word before is new or nothing
  /// is edited.
  func distance(ofOutput word: Int, at time: Int) -> Difference? {
    guard let fork, let there = fork.places[time] else { return nil }
    return Difference(
      of: run.outputs[time][word], from: fork.original.outputs[there][word])
  }

  /// The run that stars tell from; nil if there is none.
  var reference: AlignedRun? {
    if let before { return before }
    guard let comparison else { return fork?.reference }
    return comparison.isSameModel
      ? AlignedRun(run: comparison.run, places: comparison.places) : nil
  }
}
