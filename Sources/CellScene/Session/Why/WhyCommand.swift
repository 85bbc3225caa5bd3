/// What keys can ask for about the reason of a number.
public enum WhyCommand: Hashable, Sendable {
  /// Asks the number of this micro-step; in the pop-up goes on: terms, then into the chosen term.
  case ask
  /// The next and the previous term; on the equation alone, the next unit or word.
  case nextTerm, previousTerm
  /// Asks the next or the previous number that is known here.
  case nextNumber, previousNumber
  /// One question back; at the first one the pop-up closes.
  case climb
}

/// What there is to say about a question.
public enum WhyNotice: Hashable, Sendable {
  /// Nothing made a word of the input.
  case word(symbol: String, word: String)
  /// Nothing made a number of the input that is no word.
  case input(symbol: String)
  /// Nothing but the training made a number of a word's embedding.
  case embedded(symbol: String, word: String)
  /// The layer below made a number of the input.
  case below(symbol: String)
  /// Nothing made a state before the first step.
  case start(symbol: String)
  /// Nothing but the training made a weight.
  case weight(symbol: String)
  /// A number was put in by hand.
  case edited(symbol: String)
  /// The number that stands for a word was put in by hand.
  case editedWord(symbol: String, word: String)
  /// No update has changed a weight yet: the training starts with it.
  case unlearned(symbol: String)
  /// The model was trained without a weight.
  case absent(symbol: String)
  /// A clamp made the number.
  case clamped(symbol: String)
  /// The terms without a row of their own have no single reason.
  case nothingBelow(symbol: String)
}
