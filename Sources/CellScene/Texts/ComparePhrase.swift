public import CellEngine

/// What the panels of a comparison say.
public enum ComparePhrase: Hashable, Sendable {
  /// Which cell one side is.
  case side(isOther: Bool, cell: String, model: String, Remark?, unit: Int)
  /// The letter of a side.
  case letter(isOther: Bool)
  /// The heading of the differences.
  case difference
  /// The headings of what a cell costs.
  case weights, multiplications, stepTime, accuracy
  /// The name of a signal, and of the prediction.
  case role(Role)
  case nextWord(Vocabulary.Piece)
  /// What the layer behind the cell makes.
  case output
  /// The units that show most.
  case mostShown
  /// A share of one.
  case share(Double)
  /// A time, in seconds.
  case seconds(Double)
  /// How often the second number contains the first.
  case ratio(Double)
  /// A time that has not been measured yet.
  case notMeasured(KeyMap)
  /// A cell whose accuracy nobody has measured.
  case accuracyUnknown
  /// How the cursors are tied.
  case tie(isSameModel: Bool, unit: Int, isThere: Bool, Vocabulary.Piece)

  /// What tells one side from the other.
  public enum Remark: Hashable, Sendable {
    /// Its peepholes.
    case peepholes(Session.PeepholeOrigin?)
    /// How a switch is set.
    case variant(CellSwitch, symbol: String, choice: Choice)
    /// Its edits, or that it has none.
    case edited, original
    /// The time of the last change.
    case now, before
  }

  /// A model and what cell it is, which its name may say already.
  static func name(of model: String, _ cell: String) -> String {
    model.lowercased().contains(cell.lowercased()) ? model : "\(cell) \(model)"
  }
}
