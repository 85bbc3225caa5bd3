public import CellEngine

/// What is said where the gradient flows back.
public enum GradientPhrase: Hashable, Sendable {
  /// The name of the view.
  case title
  /// The loss with its value; its formula with a time and without.
  case loss(formula: String, short: String, value: String)
  /// The loss's value alone, where room is dear.
  case lossAlone(value: String)
  /// The loss lies at another word.
  case lossElsewhere(word: String)
  /// The title of what the shown stage passes back, in symbols and with the power of ten.
  case flows(String)
  /// Who passes a share on.
  case fromLoss
  case otherWord(String)
  /// All units of a signal pass it on, not the selected one alone.
  case fromAllUnits(of: String)
  /// What a stage does.
  case narration(BackwardNarration)
  /// The title of the chart: the slope, the loss's formula and the word after which it is taken.
  case reachTitle(slope: String, formula: String, after: String)
  /// The column before the first word.
  case beginning
  /// The path along the memory line alone.
  case directPath(cell: String, kept: String)
  /// How large the gradient is at a word, or before the first, against that at the loss.
  case sizes(at: Place?, from: Place, parts: [Size])
  /// There is no gradient even at the loss.
  case reachesNowhere(from: String)
  /// The loss lies before the shown word.
  case reachesBackOnly(from: String, Vocabulary.Piece)
  /// The title of the check, and its lines.
  case checkTitle
  case checkLoss(symbol: String, number: String)
  case checkMeasured
  case checkBackward(slope: String)
  case checkError
  case checkTooLate(Vocabulary.Piece)
  /// Which of the numbers that can be checked it is, from 1.
  case checkPlace(Int, of: Int)

  /// A cell and how large its gradient is.
  public struct Size: Hashable, Sendable {
    /// The cell.
    public let name: String
    /// Against that at the loss.
    public let size: String
  }

  /// A word of the text.
  public struct Place: Hashable, Sendable {
    /// The word.
    public let word: String
    /// Which one it is, from 1, where more than one is spelt so.
    public let number: Int?
    /// What it is.
    public let piece: Vocabulary.Piece
  }
}
