public import CellEngine

/// How often the verb is predicted right.
public struct VerbCount: Hashable, Sendable {
  /// The number of sentences.
  public private(set) var count = 0
  /// How often the likeliest word of the whole vocabulary is the right verb.
  public private(set) var right = 0
  /// How often the right verb is likelier than the verb of the other number.
  public private(set) var rightChoice = 0

  /// Starts at 0.
  public init() {}

  /// The share of `right`, from 0 to 1; 1 without sentences.
  public var accuracy: Double { count > 0 ? Double(right) / Double(count) : 1 }
  /// The share of `rightChoice`, from 0 to 1; 1 without sentences.
  public var choiceAccuracy: Double { count > 0 ? Double(rightChoice) / Double(count) : 1 }

  /// Counts one sentence, from a trace that reaches at least the word before the verb.
  public mutating func add(
    _ sentence: AgreementSentence, trace: Trace<Double>, model: SequenceModel
  ) {
    let chances = model.prediction(after: sentence.verbPlace - 1, in: trace)
    guard let verb = model.vocabulary.index(of: sentence.number.verb),
      let other = model.vocabulary.index(of: sentence.number.opposite.verb)
    else { preconditionFailure("the model does not know the words was and were") }
    count += 1
    if chances[verb] > chances[other] { rightChoice += 1 }
    if chances.indices.allSatisfy({ $0 == verb || chances[$0] < chances[verb] }) { right += 1 }
  }

  /// Adds another count.
  public mutating func add(_ other: VerbCount) {
    count += other.count
    right += other.right
    rightChoice += other.rightChoice
  }
}
