import CellEngine

/// Why a number is what it is.
extension English {
  static func text(_ phrase: WhyPhrase) -> String {
    switch phrase {
    case .title: "why?"
    case .titleForward: "why? forward value, not gradient:"
    case .otherwise: "otherwise"
    case .sum: "sum"
    case .score: "score"
    case .largest: "max"
    case .others(let count): count == 1 ? "1 other" : "\(count) others"
    case .hintForTerms(let neighbour, let keys):
      "\(key(.why(.ask), keys)) lists the terms; \(key(.why(.nextNumber), keys)) asks another number"
        + (neighbour.map { ", \(key(.why(.nextTerm), keys)) " + name($0) } ?? "") + "."
    case .hintForTerm(let symbol, let keys):
      "\(key(.why(.ask), keys)) asks where \(symbol) comes from."
    case .bottom(let notice, let piece): text(notice, piece)
    }
  }

  static func shortText(_ phrase: WhyPhrase) -> String {
    switch phrase {
    case .hintForTerms(let neighbour, let keys):
      "\(key(.why(.ask), keys)): its terms; \(key(.why(.nextNumber), keys)): another number"
        + (neighbour.map { "; \(key(.why(.nextTerm), keys)): " + name($0) } ?? "") + "."
    case .bottom(let notice, let piece): shortText(notice, piece)
    case .title, .titleForward, .otherwise, .sum, .score, .largest, .others, .hintForTerm:
      text(phrase)
    }
  }

  private static func name(_ neighbour: WhyPhrase.Neighbour) -> String {
    switch neighbour {
    case .unit: "another unit"
    case .output(.input): "another row"
    case .output(let piece): "another \(name(piece))"
    }
  }

  static func text(_ notice: WhyNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .word(let symbol, let word):
      "\(symbol) is the \(name(piece)) “\(word)” that the cell reads; nothing made it."
    case .input(let symbol): "\(symbol) is a number of the input; nothing made it."
    case .embedded(let symbol, let word):
      "\(symbol) is a number of the embedding of “\(word)”: only training made it."
    case .below(let symbol): "\(symbol) comes from the layer below, which --layer shows."
    case .start(let symbol): "\(symbol) is where the first step starts; nothing made it."
    case .weight(let symbol): "\(symbol) is a bias: only training made it."
    case .edited(let symbol): "\(symbol) was put in by hand; nothing else made it."
    case .editedWord(let symbol, let word):
      "\(symbol) stands for the \(name(piece)) “\(word)”; its number was put in by hand."
    case .unlearned(let symbol): "\(symbol) starts so: no update has changed it yet."
    case .absent(let symbol): "\(symbol) is 0: the model was trained without it."
    case .clamped(let symbol): "\(symbol) is held from outside; nothing made it."
    case .nothingBelow(let symbol): "Nothing lies below \(symbol)."
    }
  }

  static func shortText(_ notice: WhyNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .word(_, let word): "This is the \(name(piece)) “\(word)”; nothing made it."
    case .editedWord(_, let word): "The number of “\(word)” was put in by hand."
    case .embedded(let symbol, let word): "\(symbol) is a number of the embedding of “\(word)”."
    case .input, .below, .start, .weight, .clamped, .nothingBelow, .edited, .unlearned, .absent:
      text(notice, piece)
    }
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: WhyCommand) -> String {
    switch command {
    case .ask: "why this number?"
    case .nextTerm: "next term, unit or word"
    case .previousTerm: "term, unit or word back"
    case .nextNumber: "ask another number"
    case .previousNumber: "number back"
    case .climb: "one question back"
    }
  }

  /// One word for the footer.
  static func footer(_ command: WhyCommand) -> String {
    switch command {
    case .ask: "why"
    case .nextTerm: "next"
    case .nextNumber: "number"
    case .climb: "back"
    case .previousTerm, .previousNumber: text(command)
    }
  }
}
