import CellEngine

extension Session {
  /// A word that may come next.
  public struct Guess: Hashable, Sendable {
    /// Its place in the vocabulary.
    public let token: Int
    /// The word.
    public let word: String
    /// How likely it is.
    public let probability: Double

    /// The word, or what stands in its place where the probability is not a number.
    var name: String { probability.isNaN ? Figure.label(probability) : word }
    /// Whether it is worth naming: two decimals do not show 0.
    var isLikely: Bool { probability >= 0.005 }
  }

  /// The words after a step, the most likely first; those whose probability is not a number last.
  public func rankedPredictions(at time: Int) -> [Guess] {
    zip(model.vocabulary.words, run.predictions[time]).enumerated()
      .map { Guess(token: $0.offset, word: $0.element.0, probability: $0.element.1) }
      .sorted { $0.probability > $1.probability || $1.probability.isNaN && !$0.probability.isNaN }
  }

  /// The words that the screen names after a step, the most likely first; at least one.
  func likelyWords(after step: Int) -> [Int] {
    let ranked = rankedPredictions(at: step).prefix(3)
    return ranked.filter { $0.isLikely || $0.token == ranked.first?.token }.map(\.token)
  }
}
