/// The gradient and how far back it reaches.
extension TraditionalChinese {
  static func text(_ phrase: GradientPhrase) -> String {
    switch phrase {
    case .title: "梯度"
    case .loss(let formula, _, let value): "損失 = \(equated(formula, value))"
    case .lossAlone(let value): "損失 = \(value)"
    case .lossElsewhere(let word): "損失在「\(word)」"
    case .flows(let slopes): "現在往回流的 " + slopes
    case .fromLoss: "損失"
    case .otherWord(let word): "「\(word)」"
    case .fromAllUnits(let symbol): "全部 \(symbol)"
    case .narration(let narration): text(narration)
    case .reachTitle(let slope, let formula, let after):
      "\(slope) 的長度，所有單元，在「\(after)」是 1；損失 = 其後的 \(formula)"
    case .beginning: "起點"
    case .directPath(let cell, let kept): "\(cell) Π\(kept)"
    case .sizes(let word, let from, let parts):
      "\(place(word))的梯度是\(place(from))的幾倍："
        + parts.map { "\($0.name) \($0.size)" }.joined(separator: "、") + "。"
    case .reachesNowhere(let from): "「\(from)」的梯度是 0：沒有東西往回流。"
    case .reachesBackOnly(let from, let piece): "損失在「\(from)」：沒有東西流到它後面的\(name(piece))。"
    case .checkTitle: "真的嗎？用兩次執行來對照反向傳播"
    case .checkLoss(let symbol, let number): "\(symbol) = \(number) 時的損失"
    case .checkMeasured: "兩者的差 / 2h"
    case .checkBackward(let slope): "反向傳播：\(slope)"
    case .checkError: "相對誤差"
    case .checkPlace(let place, let count): " 第 \(place) 個數，共 \(count) 個 "
    case .checkTooLate(let piece): "損失在這個\(name(piece))之前：斜率是 0。"
    }
  }

  static func shortText(_ phrase: GradientPhrase) -> String {
    switch phrase {
    case .narration(let narration): shortText(narration)
    case .loss(_, let formula, let value): equated(formula, value)
    case .flows(let slopes): slopes
    case .reachTitle(let slope, let formula, let after):
      "\(slope)，所有單元，在「\(after)」是 1；\(formula)"
    case .sizes(let word, _, let parts):
      "\(place(word))："
        + parts.map { "\($0.name) \($0.size)" }.joined(separator: "、") + "。"
    case .reachesBackOnly(let from, _): "損失在「\(from)」；後面沒有東西流。"
    case .checkTitle: "兩次執行對照反向傳播"
    case .title, .lossAlone, .lossElsewhere, .fromLoss, .otherWord, .fromAllUnits, .beginning,
      .directPath, .reachesNowhere, .checkLoss,
      .checkMeasured, .checkBackward, .checkError, .checkTooLate, .checkPlace:
      text(phrase)
    }
  }

  /// A formula and its value; a quotation mark brings its own gap.
  private static func equated(_ formula: String, _ value: String) -> String {
    formula + (formula.hasSuffix("」") ? "= " : " = ") + value
  }

  private static func place(_ place: GradientPhrase.Place?) -> String {
    guard let place else { return "起點" }
    return "「\(place.word)」" + (place.number.map { "（第 \($0) 個\(name(place.piece))）" } ?? "")
  }

  static func text(_ notice: GradientNotice) -> String {
    switch notice {
    case .loss(let word, let after, let loss):
      "現在計算的是「\(after)」之後「\(word)」的損失：\(loss)。"
    case .output(let symbol, let value): "現在的損失是 \(symbol)：\(value)。"
    }
  }

  private static func text(_ narration: BackwardNarration) -> String {
    switch narration {
    case .loss(let word, let symbol, let slope, let value):
      "「\(word)」的損失流進 \(symbol)：\(slope) 是 \(value)。"
    case .output(let symbol, let slope, let value):
      "損失就是 \(symbol) 這個數：\(slope) 是 \(value)。"
    case .fromNext(let word, let parts):
      "「\(word)」送回 "
        + parts.map { "\($0.value) 給 \($0.symbol)" }.joined(separator: "、") + "。"
    case .nothing(let word, let piece): "損失在「\(word)」：沒有東西流回這個\(name(piece))。"
    case .passed(let value, let targets):
      "相加會原樣傳下去：\(value) 流到 " + targets.joined(separator: " 和 ") + "。"
    case .spread(let value, let targets):
      "全部單元的斜率 (這裡是 \(value)) 經過權重流回 " + targets.joined(separator: "、") + "。"
    case .weighted(let value, let targets):
      "\(value) 乘上權重，流回 " + targets.joined(separator: "、") + "。"
    case .negated(let value, let parts):
      "用 1 去減會變號：\(value) 到 "
        + parts.map { "\($0.symbol) 成了 \($0.value)" }.joined(separator: "、") + "。"
    case .multiplied(let parts):
      "每個因子得到的是梯度乘上另一個因子："
        + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: "、") + "。"
    case .sloped(let slope, let value, let target, let function):
      "乘上斜率 \(slope) 剩 \(value)，流回 \(target)"
        + (function.map { "，也就是 \($0) 之前的總和。" } ?? "。")
    case .cut(let symbol, let value):
      "\(symbol) 被固定住：\(value) 到此為止，後面什麼都不流。"
    case .arrived(let parts, let before):
      (before.map { "流回「\($0)」的是 " } ?? "到達起點的是 ")
        + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: " 和 ") + "。"
    }
  }

  private static func shortText(_ narration: BackwardNarration) -> String {
    switch narration {
    case .loss(_, _, let slope, let value), .output(_, let slope, let value):
      "\(slope) 是 \(value)。"
    case .fromNext(_, let parts):
      parts.map { "\($0.symbol) 得 \($0.value)" }.joined(separator: "、") + "。"
    case .nothing(let word, _): "損失在「\(word)」；這裡沒有東西流。"
    case .passed(let value, _): "相加會原樣傳下去：\(value)。"
    case .spread(let value, _): "全部單元的斜率 (這裡是 \(value)) 經過權重。"
    case .weighted(let value, _): "\(value) 乘上權重。"
    case .negated(_, let parts):
      "變號：" + parts.map { "\($0.symbol) 得 \($0.value)" }.joined(separator: "、") + "。"
    case .multiplied(let parts):
      "乘上另一個因子：" + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: "、") + "。"
    case .sloped(let slope, let value, let target, _): "乘上斜率 \(slope) 剩 \(value)，流回 \(target)。"
    case .cut(let symbol, _): "\(symbol) 被固定住：後面什麼都不流。"
    case .arrived(let parts, _):
      "往回：" + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: "、") + "。"
    }
  }

  /// What the command does, for the help.
  static func text(_ command: GradientCommand) -> String {
    switch command {
    case .turn: "梯度、傳得多遠、回到細胞"
    case .nextWord: "另一個損失"
    case .previousWord: "前一個損失"
    case .lossHere: "這個詞之後的損失"
    case .check: "用兩次執行驗斜率"
    case .nextChecked: "驗下一個數"
    case .previousChecked: "驗上一個數"
    }
  }

  /// One word for the footer.
  static func footer(_ command: GradientCommand) -> String {
    switch command {
    case .turn: "梯度"
    case .nextWord: "另一損失"
    case .lossHere: "以此詞算損失"
    case .check: "驗證"
    case .nextChecked: "下一個數"
    case .previousWord, .previousChecked: text(command)
    }
  }
}
