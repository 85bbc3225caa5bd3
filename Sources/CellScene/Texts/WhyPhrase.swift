public import CellEngine

/// What is said where a number is asked.
public enum WhyPhrase: Hashable, Sendable {
  /// The pop-up's title.
  case title
  /// The same where gradients are shown: what is asked is the number that was computed forward.
  case titleForward
  /// What stands before that which a held number would be.
  case otherwise
  /// What the rows add up to.
  case sum
  /// What the readout gives a word, from which its probability is made.
  case score
  /// The largest score, which is subtracted from all.
  case largest
  /// The terms that have no row of their own.
  case others(Int)
  /// What the keys do while the equation stands alone; nil where it has no neighbour.
  case hintForTerms(Neighbour?, KeyMap)
  /// The number that the chosen term leads to.
  case hintForTerm(symbol: String, KeyMap)
  /// Nothing lies below.
  case bottom(WhyNotice, Vocabulary.Piece)

  /// What is another number of the same kind.
  public enum Neighbour: Hashable, Sendable {
    /// The same signal's of another unit.
    case unit
    /// That of another likely word, or of another row of the layer behind the cell.
    case output(Vocabulary.Piece)
  }
}
