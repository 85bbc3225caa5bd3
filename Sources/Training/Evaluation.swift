public import CellEngine

/// How well a model predicts the verb of sentences that are not in training, for each gap.
public struct Evaluation: Hashable, Sendable {
  /// The sentences with one gap.
  public struct Row: Hashable, Sendable {
    /// The number of words between noun and verb.
    public let gap: Int
    /// How often the verb is predicted right.
    public let verbs: VerbCount
  }

  /// One row for each gap, in the order of the sentences' groups.
  public let rows: [Row]

  /// Measures a model; only the words before the verb are read.
  public init(of model: SequenceModel, on heldOut: HeldOutSentences) {
    rows = heldOut.groups.map { group in
      var verbs = VerbCount()
      for sentence in group.sentences {
        let trace = model.trace(model.vocabulary.tokens(of: sentence.beginning))
        verbs.add(sentence, trace: trace, model: model)
      }
      return Row(gap: group.gap, verbs: verbs)
    }
  }

  /// All rows together.
  public var overall: VerbCount {
    var sum = VerbCount()
    for row in rows { sum.add(row.verbs) }
    return sum
  }

  /// The lowest accuracy of a row; 1 without rows.
  public var worstAccuracy: Double { rows.map(\.verbs.accuracy).min() ?? 1 }
}
