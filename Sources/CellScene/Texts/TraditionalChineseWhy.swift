import CellEngine

/// Why a number is what it is.
extension TraditionalChinese {
  static func text(_ phrase: WhyPhrase) -> String {
    switch phrase {
    case .title: "為什麼？"
    case .titleForward: "為什麼？前向的值，不是梯度："
    case .otherwise: "否則"
    case .sum: "總和"
    case .score: "分數"
    case .largest: "最大"
    case .others(let count): "其他 \(count) 項"
    case .hintForTerms(let neighbour, let keys):
      "\(key(.why(.ask), keys)) 列出各項；\(key(.why(.nextNumber), keys)) 問另一個數字"
        + (neighbour.map { "，\(key(.why(.nextTerm), keys)) 問另一個" + name($0) } ?? "") + "。"
    case .hintForTerm(let symbol, let keys): "\(key(.why(.ask), keys)) 問 \(symbol) 從哪裡來。"
    case .bottom(let notice, let piece): text(notice, piece)
    }
  }

  static func shortText(_ phrase: WhyPhrase) -> String {
    switch phrase {
    case .hintForTerms(let neighbour, let keys):
      "\(key(.why(.ask), keys))：各項；\(key(.why(.nextNumber), keys))：別的數字"
        + (neighbour.map { "；\(key(.why(.nextTerm), keys))：別的" + name($0) } ?? "") + "。"
    case .bottom(let notice, let piece): shortText(notice, piece)
    case .title, .titleForward, .otherwise, .sum, .score, .largest, .others, .hintForTerm:
      text(phrase)
    }
  }

  private static func name(_ neighbour: WhyPhrase.Neighbour) -> String {
    switch neighbour {
    case .unit: "單元"
    case .output(.input): "列"
    case .output(let piece): name(piece)
    }
  }

  static func text(_ notice: WhyNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .word(let symbol, let word): "\(symbol) 是細胞讀到的\(name(piece))「\(word)」；它不是算出來的。"
    case .input(let symbol): "\(symbol) 是輸入的一個數字；它不是算出來的。"
    case .embedded(let symbol, let word): "\(symbol) 是\(name(piece))「\(word)」的嵌入裡的一個數：由訓練決定。"
    case .below(let symbol): "\(symbol) 來自下面那一層；用 --layer 可以看它。"
    case .start(let symbol): "\(symbol) 是第一個時序的起點；它不是算出來的。"
    case .weight(let symbol): "\(symbol) 是偏差項：由訓練決定。"
    case .edited(let symbol): "\(symbol) 是改過的值；它不是算出來的。"
    case .editedWord(let symbol, let word): "\(symbol) 代表\(name(piece))「\(word)」；它的值是改過的。"
    case .unlearned(let symbol): "\(symbol) 一開始就是這樣：還沒有更新過。"
    case .absent(let symbol): "\(symbol) 是 0：模型訓練時沒有它。"
    case .clamped(let symbol): "\(symbol) 是從外面固定的；它不是算出來的。"
    case .nothingBelow(let symbol): "\(symbol) 底下沒有別的了。"
    }
  }

  static func shortText(_ notice: WhyNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .word(_, let word): "這是\(name(piece))「\(word)」；它不是算出來的。"
    case .editedWord(_, let word): "「\(word)」的值是改過的。"
    case .input, .embedded, .below, .start, .weight, .clamped, .nothingBelow, .edited, .unlearned,
      .absent:
      text(notice, piece)
    }
  }

  /// What the command does, for the help.
  static func text(_ command: WhyCommand) -> String {
    switch command {
    case .ask: "為什麼是這個數字？"
    case .nextTerm: "下一項、單元或詞"
    case .previousTerm: "上一項、單元或詞"
    case .nextNumber: "問另一個數字"
    case .previousNumber: "問前一個數字"
    case .climb: "回到上一個問題"
    }
  }

  /// One word for the footer.
  static func footer(_ command: WhyCommand) -> String {
    switch command {
    case .ask: "為什麼"
    case .nextTerm: "下一個"
    case .nextNumber: "數字"
    case .climb: "返回"
    case .previousTerm, .previousNumber: text(command)
    }
  }
}
