import CellEngine

/// The same cell over the words of the beginning with its own numbers, beside the edited run.
struct Fork: Sendable {
  /// The run without the edits.
  let original: Run
  /// For each word of the edited sentence its place in the original one; nil if it was put in.
  let places: [Int?]
  /// Whether anything is another number at a word, to the digits that are shown.
  let isApart: [Bool]

  /// Compares an edited run with the original.
  init(_ run: Run, tokens: [Int], original: Run, originalTokens: [Int]) {
    let places = Alignment.places(of: tokens, in: originalTokens)
    self.original = original
    self.places = places
    isApart = tokens.indices.map { time in
      guard let there = places[time] else { return true }
      return run.cell.graph.signals.contains {
        Self.differs(run, at: time, original, at: there, $0)
      } || !Self.agree(run.predictions[time][...], original.predictions[there][...])
    }
  }

  /// Whether a signal has other numbers in two runs of one cell.
  static func differs(
    _ run: Run, at time: Int, _ other: Run, at there: Int, _ signal: SignalID
  ) -> Bool {
    !agree(run.trace[signal, time], other.trace[signal, there])
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
      let there = fork.places[time]
    else { return fork.isApart[time] }
    return run.cell.graph.signals.contains { signal in
      run.isKnown(signal, after: microStep)
        && Fork.differs(run, at: time, fork.original, at: there, signal)
    }
  }

  /// How a value stands to the original's; nil where the word is new or nothing is edited.
  func distance(_ signal: SignalID, at time: Int, unit: Int) -> Difference? {
    guard let fork, let there = fork.places[time] else { return nil }
    return Difference(
      of: run.trace[signal, time, unit], from: fork.original.trace[signal, there, unit])
  }

  /// How a word's probability stands to the original's; nil where the word before is new or nothing
  /// is edited.
  func distance(ofPrediction word: Int, at time: Int) -> Difference? {
    guard let fork, let there = fork.places[time] else { return nil }
    return Difference(
      of: run.predictions[time][word], from: fork.original.predictions[there][word])
  }

  /// The run that stars tell from, and a word's place in it; nil if the word is not there.
  func reference(at time: Int) -> (run: Run, time: Int)? {
    if let before {
      guard beforePlaces.indices.contains(time) else { return nil }
      return beforePlaces[time].map { (before, $0) }
    }
    if let comparison {
      guard comparison.isSameModel else { return nil }
      return comparison.places[time].map { (comparison.run, $0) }
    }
    return fork.flatMap { fork in fork.places[time].map { (fork.original, $0) } }
  }
}
