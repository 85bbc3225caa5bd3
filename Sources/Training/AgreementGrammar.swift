/// The grammar of the task agreement: the number of the subject decides the verb.
///
///     sentence   = "the" NOUN [ "which" clause { "and" clause } ] ( "was" | "were" ) ADJECTIVE "."
///     clause     = [ ADVERB ] VERB complement
///     complement = nothing | MASS | "the" MASS | "the" NOUN
///
/// The noun of a complement has a number of its own, which tempts to the wrong verb. After a
/// complete clause the verb is likelier than `and`, however long the sentence is already, so that
/// the likeliest word is the verb. The task is that of Linzen, Dupoux & Goldberg 2016 in small.
public struct AgreementGrammar: Hashable, Sendable {
  /// The words.
  public let words = AgreementWords()
  /// The probability of a sentence without a clause.
  public var plainShare: Double
  /// The probability that no further clause follows.
  public var stopProbability: Double
  /// The probability of an adverb before a clause's verb.
  public var adverbProbability: Double

  /// Makes a grammar.
  public init(
    plainShare: Double = 0.1, stopProbability: Double = 0.65, adverbProbability: Double = 0.3
  ) {
    self.plainShare = plainShare
    self.stopProbability = stopProbability
    self.adverbProbability = adverbProbability
  }

  /// Draws a sentence that is not held out and whose gap is not longer than `longestGap`.
  public func trainingSentence(
    longestGap: Int, using random: inout SplitMix64
  ) -> AgreementSentence {
    precondition(longestGap >= 2, "no clause fits into a gap of \(longestGap)")
    while true {
      let sentence = sentence(using: &random)
      if sentence.gap <= longestGap && !sentence.isHeldOut { return sentence }
    }
  }

  /// Draws a sentence of any length.
  public func sentence(using random: inout SplitMix64) -> AgreementSentence {
    let (noun, number) = subject(using: &random)
    guard !random.happens(plainShare) else {
      return sentence(noun, number, between: [], using: &random)
    }
    var between = ["which"] + clause(using: &random)
    while !random.happens(stopProbability) { between += ["and"] + clause(using: &random) }
    return sentence(noun, number, between: between, using: &random)
  }

  /// Draws a sentence with as many words between noun and verb as asked for.
  ///
  /// - Parameters:
  ///   - gap: 0, or from 2: `which` and the shortest clause are two words.
  public func sentence(gap: Int, using random: inout SplitMix64) -> AgreementSentence {
    precondition(gap == 0 || gap >= 2, "no clause fits into a gap of \(gap)")
    let (noun, number) = subject(using: &random)
    guard gap > 0 else { return sentence(noun, number, between: [], using: &random) }
    var between = ["which"]
    while between.count < gap {
      let next = clause(using: &random)
      let left = gap - between.count - next.count
      if left == 0 { between += next } else if left >= 2 { between += next + ["and"] }
    }
    return sentence(noun, number, between: between, using: &random)
  }

  /// The sentence with a given subject and given words up to the verb; the adjective is drawn.
  private func sentence(
    _ noun: AgreementWords.Noun, _ number: GrammaticalNumber, between: [String],
    using random: inout SplitMix64
  ) -> AgreementSentence {
    let beginning = ["the", noun.form(number)] + between
    return AgreementSentence(
      words: beginning + [number.verb, random.element(of: words.adjectives), "."],
      number: number, verbPlace: beginning.count)
  }

  private func subject(
    using random: inout SplitMix64
  ) -> (AgreementWords.Noun, GrammaticalNumber) {
    let noun = random.element(of: words.nouns)
    return (noun, random.happens(0.5) ? .plural : .singular)
  }

  private func clause(using random: inout SplitMix64) -> [String] {
    let adverb = random.happens(adverbProbability) ? [random.element(of: words.adverbs)] : []
    let verb = random.element(of: words.verbs)
    return adverb + [verb.word] + complement(random.element(of: verb.complements), &random)
  }

  private func complement(
    _ complement: AgreementWords.Complement, _ random: inout SplitMix64
  ) -> [String] {
    switch complement {
    case .nothing: return []
    case .mass: return [random.element(of: words.massNouns)]
    case .theMass: return ["the", random.element(of: words.massNouns)]
    case .theNoun:
      let (noun, number) = subject(using: &random)
      return ["the", noun.form(number)]
    }
  }
}
