import CellEngine

extension English {
  static func text(_ phrase: TrainingPhrase) -> String {
    switch phrase {
    case .header: "being trained"
    case .rate(let rate): "▶ \(counted(rate))/s"
    case .progress(let done, let all): "update \(done) of \(all)"
    case .lossTitle: "loss: how wrong the next word is (nats)"
    case .shown(let update, false): "▲ shown: update \(update)"
    case .shown(let update, true): "▲ update \(update)"
    case .rightChoice(let words): words.joined(separator: "/") + " right"
    case .notCounted: "counted with each update"
    case .sentence(let unit): "unit \(unit) reads the sentence"
    case .choiceTitle(let words, let word, let told):
      words.joined(separator: " or ") + " after \(quoted(word))?"
        + (told.map { " The sentence has \(quoted($0))" } ?? "")
    case .unknownWords: "This model does not know all of these words."
    case .untrained(let hasPeepholes, let others, let keys):
      "Weights are random, biases \(hasPeepholes ? "and peepholes " : "")0\(but(others))"
        + (keys.map { keys in
          "; \(key(.togglePlay, keys)) trains, \(key(.training(.update), keys)) does one update."
        } ?? ".")
    case .choice(let updates, let word, let share, nil):
      "After \(counted(updates)) it prefers “\(word)” (\(share))."
    case .choice(let updates, let word, let share, true):
      "After \(counted(updates)) it prefers “\(word)” (\(share)): right."
    case .choice(let updates, let word, let share, false):
      "After \(counted(updates)) it prefers “\(word)” (\(share)): wrong."
    case .taken(let updates): "AFTER \(counted(updates).uppercased())"
    case .command: "train a small model and watch"
    }
  }

  static func shortText(_ phrase: TrainingPhrase) -> String {
    guard case .untrained(let hasPeepholes, let others, let keys) = phrase else {
      return text(phrase)
    }
    return "Random weights; biases\(hasPeepholes ? ", peepholes" : "") 0\(but(others))"
      + (keys.map { "; \(key(.togglePlay, $0)) trains." } ?? ".")
  }

  private static func counted(_ updates: Int) -> String {
    "\(updates) update\(updates == 1 ? "" : "s")"
  }

  private static func but(_ others: [String]) -> String {
    others.isEmpty ? "" : " but " + list(others)
  }

  static func text(_ command: TrainingCommand) -> String {
    switch command {
    case .open: text(.command)
    case .update: "one update; 9: nine"
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

  static func text(
    _ notice: TrainingNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .playing(let rate):
      "It trains, \(counted(rate)) a second; \(key(.togglePlay, keys)) stops, \(key(.faster, keys)) is faster."
    case .stopped:
      "It has stopped; \(key(.togglePlay, keys)) trains on, \(key(.training(.previousCheckpoint), keys)) and \(key(.training(.nextCheckpoint), keys)) "
        + "go through checkpoints."
    case .finished:
      "All updates are done; \(key(.training(.previousCheckpoint), keys)) goes back in time, "
        + "\(key(.training(.restart), keys)) starts again."
    case .first: "This is the model before any update."
    case .latest:
      "This is the last update; \(key(.togglePlay, keys)) trains on, \(key(.training(.update), keys)) does one more."
    case .atOnce(let most):
      "One key does \(most) updates at most; \(key(.togglePlay, keys)) trains on by itself."
    case .restarted: "The weights are again what they were before any update."
    case .taken(let updates):
      "The cell has the weights after \(counted(updates)) now; "
        + "\(key(.undo, keys)) takes that back."
    case .otherWords(let choices) where piece != .word:
      "The task of \(list(choices)) is not for \(piece == .input ? "numbers" : "characters")."
    case .otherWords(let choices):
      "This sentence has words that the task of \(choices.joined(separator: " and ")) does not have."
    case .cellUnseen:
      "That is for the cell: \(key(.training(.take), keys)) takes this model there, "
        + "\(key(.training(.leave), keys)) goes back to it."
    }
  }

  static func shortText(
    _ notice: TrainingNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .playing(let rate):
      "It trains, \(counted(rate)) a second; \(key(.togglePlay, keys)) stops."
    case .stopped:
      "It has stopped; \(key(.togglePlay, keys)) trains on, \(key(.training(.previousCheckpoint), keys)) goes back."
    case .finished:
      "All updates are done; \(key(.training(.previousCheckpoint), keys)) goes back in time."
    case .latest: "This is the last update; \(key(.togglePlay, keys)) trains on."
    case .taken(let updates):
      "The weights are those after \(counted(updates)); \(key(.undo, keys)): back."
    case .otherWords(let choices) where piece == .word:
      "The task of \(choices.joined(separator: " and ")) has other words."
    case .cellUnseen:
      "That is for the cell; \(key(.training(.take), keys)) takes this model there."
    case .first, .restarted, .atOnce, .otherWords: text(notice, keys, piece)
    }
  }
}
