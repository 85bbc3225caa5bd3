/// Sentences that training never draws, for each gap.
public struct HeldOutSentences: Hashable, Sendable {
  /// The sentences of one gap.
  public struct Group: Hashable, Sendable {
    /// The number of words between noun and verb.
    public let gap: Int
    /// Sentences whose words before the verb differ from one another.
    public let sentences: [AgreementSentence]
  }

  /// Where the random numbers of the draws came from.
  public let seed: UInt64
  /// One group for each gap.
  public let groups: [Group]

  /// Draws sentences; without arguments, with gaps twice as long as in training.
  ///
  /// The same seed gives the same sentences. Short gaps have few
  /// different ones; the search ends after 40 draws for each one asked for.
  ///
  /// - Parameters:
  ///   - count: the number of different beginnings for each gap, at most.
  public init(
    gaps: [Int] = Array(2...24), count: Int = 500,
    grammar: AgreementGrammar = AgreementGrammar(), seed: UInt64 = 2024
  ) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    groups = gaps.map { gap in
      var seen: Set<ArraySlice<String>> = []
      var sentences: [AgreementSentence] = []
      for _ in 0..<(40 * count) where sentences.count < count {
        let sentence = grammar.sentence(gap: gap, using: &random)
        guard sentence.isHeldOut, seen.insert(sentence.beginning).inserted else { continue }
        sentences.append(sentence)
      }
      return Group(gap: gap, sentences: sentences)
    }
  }
}
