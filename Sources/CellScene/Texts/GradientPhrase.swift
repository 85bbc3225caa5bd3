import CellEngine

/// What is said where the gradient flows back.
public enum GradientPhrase: Hashable, Sendable {
  /// The name of the view.
  case title
  /// The loss with its value.
  case loss(symbol: String, word: String, value: String)
  /// The loss's value alone, where room is dear.
  case lossAlone(value: String)
  /// The loss lies at another word.
  case lossElsewhere(word: String)
  /// The title of what the shown stage passes back; the power of ten of the numbers.
  case flows(unit: String)
  /// Who passes a share on.
  case fromLoss
  case fromNext(word: String)
  /// All units of a signal pass it on, not the selected one alone.
  case fromAllUnits(of: String)
  /// What a stage does.
  case narration(BackwardNarration)
  /// The title of the chart.
  case reachTitle(word: String, after: String)
  /// The column before the first word.
  case beginning
  /// The path along the memory line alone.
  case directPath(cell: String, kept: String)
  /// How much is left at the shown word.
  case left(at: String, from: String, parts: [Left])
  /// The loss lies before the shown word.
  case reachesBackOnly(from: String)
  /// The title of the check, and its lines.
  case checkTitle
  case checkLoss(symbol: String, number: String)
  case checkMeasured
  case checkBackward(symbol: String)
  case checkError
  case checkTooLate
  /// Which of the numbers that can be checked it is, from 1.
  case checkPlace(Int, of: Int)

  /// A cell and what is left in it.
  public struct Left: Hashable, Sendable {
    /// The cell and its signal.
    public let name: String
    /// The share.
    public let share: String
  }
}
