/// What is said while a model is trained.
public enum TrainingPhrase: Hashable, Sendable {
  /// The header: what is trained.
  case header
  /// It trains by itself, so many updates a second.
  case rate(Int)
  /// How many updates are done, of how many.
  case progress(Int, of: Int)
  /// The heading of the loss curve.
  case lossTitle
  /// The mark of the shown update below the curve.
  case shown(Int, isLatest: Bool)
  /// The share of the choices between words that were right.
  case rightChoice([String])
  /// Before any update there are no answers to count.
  case notCounted
  /// The heading of the sentence: the unit that is shown.
  case sentence(unit: Int)
  /// The heading of the probabilities at the choice: the word before it, or the last word, and what
  /// the sentence has there.
  case choiceTitle([String], after: String, told: String?)
  /// The sentence has words that the model does not know.
  case unknownWords
  /// Before any update: the matrices are random, biases and peepholes 0 but for those that are named
  /// with their value; the keys where the training can go on from here.
  case untrained(hasPeepholes: Bool, others: [String], KeyMap?)
  /// What the model says at the choice.
  case choice(updates: Int, word: String, share: String, isRight: Bool?)
  /// The header of the cell: after how many updates its model was taken over.
  case taken(updates: Int)
  /// The command by its name.
  case command
}
