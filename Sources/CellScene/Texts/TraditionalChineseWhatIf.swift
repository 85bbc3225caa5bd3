import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: EditPhrase) -> String {
    switch phrase {
    case .title(let word, let unit): "假如，在「\(word)」，單元 \(unit)"
    case .word(let word, let piece): "把「\(word)」換成別的\(name(piece))"
    case .choices(let last): "到 \(last) 修改"
    case .insertion(let word, let piece): "在「\(word)」前面多加一個\(name(piece))"
    case .removal(let name, .input): "序列裡去掉 \(name)"
    case .removal(let word, let piece): "\(whole(piece))裡去掉「\(word)」"
    case .number(let kind, let name): name + "，" + text(kind)
    case .wordMark: "換成："
    case .insertionMark: "加上："
    case .sentenceMark(let piece): "新\(whole(piece))："
    case .numberMark(let name): "\(name) ="
    case .completions(let words): words.joined(separator: " ")
    case .now(let number, let otherwise):
      "現在 \(number)" + (otherwise.map { "；「\($0) 1」設定別的" } ?? "")
    case .together: "到目前為止，改過的和原來的顯示一樣的數。"
    case .apart(let since, let word, let isEnd, .apart, let piece):
      "從第 \(since) 個\(name(piece))「\(word)」起和原來不同" + (isEnd ? "；之後不再相同。" : "。")
    case .apart(let since, let word, _, .same(let symbol), let piece):
      "從第 \(since) 個\(name(piece))「\(word)」起不同，但 \(symbol) 顯示的數一樣。"
    case .apart(let since, let word, _, .again(let symbol, let from, let fromWord), let piece):
      "從第 \(since) 個\(name(piece))「\(word)」起不同，"
        + "但 \(symbol) 從第 \(from) 個\(name(piece))「\(fromWord)」起顯示的數又一樣。"
    case .again(let since, let word, let from, let fromWord, let piece):
      "從第 \(since) 個\(name(piece))「\(word)」起不同；從第 \(from) 個\(name(piece))「\(fromWord)」起顯示的數又一樣。"
    case .newWord: "新"
    }
  }

  static func shortText(_ phrase: EditPhrase) -> String {
    switch phrase {
    case .apart(let since, let word, let isEnd, .apart, let piece):
      "從第 \(since) \(name(piece))「\(word)」起不同" + (isEnd ? "；不再相同。" : "。")
    case .apart(let since, _, _, .same(let symbol), let piece):
      "從第 \(since) \(name(piece))起不同，但 \(symbol) 顯示的數一樣。"
    case .apart(let since, _, _, .again(let symbol, let from, let word), let piece):
      "從第 \(since) \(name(piece))起不同，但 \(symbol) 從第 \(from) \(name(piece))「\(word)」起相同。"
    case .again(let since, let word, let from, let fromWord, let piece):
      "從第 \(since) \(name(piece))「\(word)」起不同；第 \(from) \(name(piece))「\(fromWord)」起相同。"
    case .now(let number, _): "現在 \(number)"
    case .title, .word, .insertion, .removal, .number, .wordMark, .insertionMark, .sentenceMark,
      .numberMark, .completions, .together, .newWord, .choices:
      text(phrase)
    }
  }

  private static func text(_ kind: EditPhrase.Kind) -> String {
    switch kind {
    case .weight: "權重"
    case .peephole: "窺視孔"
    case .bias: "偏差項"
    case .input: "輸入"
    case .initial: "起點"
    case .state(let piece): "這個\(name(piece))之後"
    }
  }

  static func text(_ notice: EditNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .wordUnknown(let word, let nearest):
      "模型不認得「\(word)」；相近的有\(quotedList(nearest))。"
    case .notANumber(let text): "「\(text)」不是數字；請寫成 0.5、−.5 或 1e-3。"
    case .tooLarge(let text): "「\(text)」比這裡任何數字能有的都大。"
    case .sourceUnknown(let text): "「\(text)」不是\(name(piece))，也不是這裡的單元。"
    case .unchanged: "現在就已經是這樣了。"
    case .numbersOnly: "這個細胞讀的是檔案裡的數字，不能改打別的。"
    }
  }

  static func shortText(_ notice: EditNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .wordUnknown(let word, let nearest):
      "不認得「\(word)」；相近：\(quotedList(Array(nearest.prefix(2))))。"
    case .notANumber(let text): "「\(text)」不是像 −.5 的數字。"
    case .tooLarge(let text): "「\(text)」太大了。"
    case .sourceUnknown(let text): "「\(text)」不是\(name(piece))也不是單元。"
    case .numbersOnly, .unchanged: text(notice, piece)
    }
  }

  private static func quotedList(_ words: [String]) -> String {
    words.map { "「\($0)」" }.joined(separator: "、")
  }

  static func text(_ change: EditChange, _ piece: Vocabulary.Piece) -> String {
    switch change {
    case .word(let word, let was): "「\(was)」換成了「\(word)」"
    case .inserted(let word): "加上了「\(word)」"
    case .removed(let word): "去掉了「\(word)」"
    case .sentence: "換了一個\(whole(piece))，從頭開始讀"
    case .number(let name, let now, let was): "\(name) 現在是 \(now)，原來是 \(was)"
    }
  }

  static func shortText(_ change: EditChange, _ piece: Vocabulary.Piece) -> String {
    guard case .number(let name, let now, _) = change else { return text(change, piece) }
    return "\(name) 是 \(now)"
  }

  /// What the command does, for the help.
  static func text(_ command: WhatIfCommand) -> String {
    switch command {
    case .edit: "修改這裡的東西"
    case .choose(let number): "修改第 \(number) 項"
    case .next: "下一項"
    case .previous: "上一項"
    case .chooseLine: "修改這一項"
    case .complete: "補完這個詞"
    case .sentence: "換一個句子"
    }
  }

  /// One word for the footer.
  static func footer(_ command: WhatIfCommand) -> String {
    switch command {
    case .edit: "修改"
    case .next: "下一項"
    case .choose, .chooseLine: "修改"
    case .previous: text(command)
    case .complete: "補完"
    case .sentence: "句子"
    }
  }
}
