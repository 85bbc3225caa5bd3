/// One sentence of the task agreement.
public struct AgreementSentence: Hashable, Sendable {
  /// The words, from `the` to the full stop.
  public let words: [String]
  /// The number of the subject.
  public let number: GrammaticalNumber
  /// The place of `was` or `were`, from 0.
  public let verbPlace: Int

  /// The place of the subject's noun.
  public static let nounPlace = 1

  /// The number of words between the noun and the verb.
  public var gap: Int { verbPlace - Self.nounPlace - 1 }

  /// The words before the verb: all that the model has to go by.
  public var beginning: ArraySlice<String> { words[..<verbPlace] }

  /// The words with spaces between them.
  public var text: String { words.joined(separator: " ") }

  /// Whether the sentence is kept out of training.
  ///
  /// One in four sentences with a clause is: those whose words before the verb have an FNV-1a hash
  /// divisible by four. So what comes before the verb never stands before a verb in training, and
  /// no list of sentences is needed to know it. Sentences without a clause are too few.
  public var isHeldOut: Bool { gap > 0 && Self.hash(beginning) % 4 == 0 }

  /// FNV-1a of the words with spaces between them (Fowler, Noll & Vo 1991), high bits mixed in.
  private static func hash(_ words: ArraySlice<String>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.joined(separator: " ").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash ^ (hash >> 32)
  }
}
