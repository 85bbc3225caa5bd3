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
  /// The share of the verbs that were right.
  case verbs
  /// The heading of the sentence: the unit that is shown.
  case sentence(unit: Int)
  /// The heading of the probabilities at the verb: the word before it, or the last word.
  case verbTitle(after: String)
  /// The sentence has words that the model does not know.
  case unknownWords
  /// Before any update: the matrices are random, biases and peepholes 0 but for those that are named
  /// with their value.
  case untrained(hasPeepholes: Bool, others: [String])
  /// What the model says at the verb.
  case choice(updates: Int, verb: String, share: String, isRight: Bool?)
  /// The header of the cell: after how many updates its model was taken over.
  case taken(updates: Int)
  /// The command by its name.
  case command
}

extension English {
  static func text(_ phrase: TrainingPhrase) -> String {
    switch phrase {
    case .header: "being trained"
    case .rate(let rate): "▶ \(rate) updates/s"
    case .progress(let done, let all): "update \(done) of \(all)"
    case .lossTitle: "loss: how wrong the next word is (nats)"
    case .shown(let update, false): "▲ shown: update \(update)"
    case .shown(let update, true): "▲ update \(update)"
    case .verbs: "was/were right"
    case .sentence(let unit): "unit \(unit) reads the sentence"
    case .verbTitle(let word): "was or were after \(quoted(word))?"
    case .unknownWords: "This model does not know all of these words."
    case .untrained(let hasPeepholes, let others):
      "Weights are random, biases \(hasPeepholes ? "and peepholes " : "")0\(but(others)); "
        + "a trains, space does one update."
    case .choice(let updates, let verb, let share, nil):
      "After \(updates) updates it says “\(verb)” with \(share)."
    case .choice(let updates, let verb, let share, true):
      "After \(updates) updates it says “\(verb)” with \(share): right."
    case .choice(let updates, let verb, let share, false):
      "After \(updates) updates it says “\(verb)” with \(share): wrong."
    case .taken(let updates): "AFTER \(updates) UPDATES"
    case .command: "train a small model and watch"
    }
  }

  static func shortText(_ phrase: TrainingPhrase) -> String {
    guard case .untrained(let hasPeepholes, let others) = phrase else { return text(phrase) }
    return "Random weights; biases\(hasPeepholes ? ", peepholes" : "") 0\(but(others)); a trains."
  }

  private static func but(_ others: [String]) -> String {
    others.isEmpty ? "" : " but " + list(others)
  }

  static func text(_ command: TrainingCommand) -> String {
    switch command {
    case .open: text(.command)
    case .update: "one update; 9 space: 9"
    case .nextCheckpoint: "next checkpoint"
    case .previousCheckpoint: "checkpoint back"
    case .first: "before any update"
    case .latest: "the last update"
    case .restart: "start again"
    case .take: "take it into the cell"
    case .leave: "back to the cell"
    }
  }

  static func footer(_ command: TrainingCommand) -> String {
    switch command {
    case .open: "train"
    case .update: "update"
    case .nextCheckpoint: "later"
    case .previousCheckpoint: "earlier"
    case .first: "first"
    case .latest: "latest"
    case .restart: "restart"
    case .take: "take it"
    case .leave: "cell"
    }
  }

  static func text(_ notice: TrainingNotice) -> String {
    switch notice {
    case .playing(let rate): "It trains, \(rate) updates a second; a stops, + is faster."
    case .stopped: "It has stopped; a trains on, h and l go through checkpoints."
    case .finished: "All updates are done; h goes back in time, r starts again."
    case .first: "This is the model before any update."
    case .latest: "This is the last update; a trains on, space does one more."
    case .restarted: "The weights are again what they were before any update."
    case .taken(let updates):
      "The cell has the weights after \(updates) updates now; z takes that back."
    case .otherWords: "This sentence has words that the task of was and were does not have."
    case .cellUnseen: "That is for the cell: Enter takes this model there, Esc goes back to it."
    }
  }

  static func shortText(_ notice: TrainingNotice) -> String {
    switch notice {
    case .playing(let rate): "It trains, \(rate) updates a second; a stops."
    case .stopped: "It has stopped; a trains on, h goes back."
    case .finished: "All updates are done; h goes back in time."
    case .latest: "This is the last update; a trains on."
    case .taken(let updates): "The weights are those after \(updates) updates; z: back."
    case .otherWords: "The task of was and were has other words."
    case .cellUnseen: "That is for the cell; Enter takes this model there."
    case .first, .restarted: text(notice)
    }
  }
}
