public import CellEngine

/// What the timeline says.
public enum TimelinePhrase: Hashable, Sendable {
  /// Which steps are shown, of how many.
  case steps(first: Int, last: Int, of: Int, Vocabulary.Piece)
  /// How the units are sorted, and over how many steps.
  case order(Timeline.Order, over: Int, Vocabulary.Piece)
  /// Steps that are yet to come are shown.
  case ahead
  /// The cursor's value, how much of a full bar it is, nil where it is no number, and what a full bar
  /// is where that is not 1, with what marks a number that is more, if one is.
  case value(
    symbol: String, unit: Int, word: String, value: String, size: String?, full: String?,
    beyond: String?)
  /// The cursor's value has not been computed.
  case unknown(symbol: String, unit: Int, word: String, KeyMap)
  /// The heading of the selected unit's signals.
  case unitSignals(Int)

  /// Whether it says, if it is said in full, what marks a number that is more than a full bar.
  var explainsArrows: Bool {
    if case .value(_, _, _, _, size: .some, _, beyond: .some) = self { true } else { false }
  }
}
