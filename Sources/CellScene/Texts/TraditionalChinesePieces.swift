import CellEngine

/// What a model reads, one by one and all together.
extension TraditionalChinese {
  /// What it reads one by one.
  static func name(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word: "詞"
    case .character: "字元"
    case .input: "輸入"
    }
  }

  /// What a command is called in the footer of such a session.
  static func footer(_ command: Command, _ piece: Vocabulary.Piece) -> String {
    switch (command, piece) {
    case (.nextTimeStep, .character): "下一字"
    case (.nextTimeStep, .input): "下個輸入"
    case (.timeline(.lookAhead), .input): "看全部"
    case (.gradient(.lossHere), .character), (.gradient(.lossHere), .input): "在此算損失"
    case (_, _): footer(command)
    }
  }

  /// What is run from its start to its end.
  static func whole(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word: "句子"
    case .character, .input: source(piece)
    }
  }

  /// What places are looked for in.
  static func source(_ piece: Vocabulary.Piece) -> String {
    switch piece {
    case .word, .character: "文字"
    case .input: "序列"
    }
  }

  /// All of it, where what is to come is shown too.
  static func all(_ piece: Vocabulary.Piece) -> String { piece == .input ? "整個序列" : "全文" }
}
