import CellEngine

/// What a model reads, one by one and all together.
extension English {
  /// What it reads one by one.
  static func name(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word: "word"
    case .character: "character"
    case .input: "input"
    }
  }

  /// One of them, whichever.
  static func any(_ piece: Vocabulary.Piece) -> String {
    (piece == .input ? "an " : "a ") + name(piece)
  }

  /// What a command is called in the footer of such a session.
  static func footer(_ command: Command, _ piece: Vocabulary.Piece) -> String {
    switch (command, piece) {
    case (.nextTimeStep, .character): "char"
    case (.nextTimeStep, .input): "input"
    case (.timeline(.lookAhead), .input): "show all"
    case (_, _): footer(command)
    }
  }

  /// What is run from its start to its end.
  static func whole(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word: "sentence"
    case .character, .input: source(piece)
    }
  }

  /// What places are looked for in.
  static func source(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word, .character: "text"
    case .input: "sequence"
    }
  }
}
