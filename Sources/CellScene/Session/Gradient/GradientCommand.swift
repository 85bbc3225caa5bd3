/// What keys can ask for about the gradient.
public enum GradientCommand: Hashable, Sendable {
  /// The backward pass; from there how far back it reaches; from there the cell.
  case turn
  /// Another word whose probability the loss asks for.
  case nextWord, previousWord
  /// The loss reads the prediction after the shown word.
  case lossHere
  /// Holds one number against two runs, or closes that.
  case check
  /// Holds the next or the previous number against two runs.
  case nextChecked, previousChecked
}

/// What there is to say about a key that changes the loss.
public enum GradientNotice: Hashable, Sendable {
  /// The loss asks for a word after another one now.
  case loss(word: String, after: String, loss: String)
  /// The loss is a number that the cell shows.
  case output(String, value: String)
}
