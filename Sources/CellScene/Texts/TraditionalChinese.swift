import CellEngine

/// The texts in 繁體中文, in the lecture's words.
enum TraditionalChinese {
  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .peepholes: "窺視孔"
    case .off: "關"
    case .cut: "切斷"
    case .altered: "改過"
    case .on: "開"
    case .origin(.trained): "(訓練而得)"
    case .origin(.illustrative): "(示範值)"
    case .origin(.mixed): "(部分訓練)"
    case .timeOf(let time, let last): "t \(time)/\(last)"
    case .stepOf(let step, let last): "步驟 \(step)/\(last)"
    case .unitOf(let unit, let count): "單元 \(unit)/\(count)"
    case .countTyped(let count): "\(count)…"
    case .arrivalName: "輸入"
    case .narration(let narration): text(narration)
    case .notice(let notice, let keys, let piece): text(notice, keys, piece)
    case .equations: "方程式"
    case .variantsTitle: "這個細胞的變體"
    case .variant(let option, let symbol): variant(option, symbol)
    case .switchIsOff(.peephole, _): "這個窺視孔現在是關的"
    case .switchIsOff(_, let symbol): "\(symbol) 現在是關的"
    case .variantSource(let option): variantSource(option)
    case .variantPurpose(let option): purpose(option)
    case .why(let phrase): text(phrase)
    case .gradient(let phrase): text(phrase)
    case .helpTitle: "按鍵"
    case .helpGroup(let group): name(group)
    case .helpCounts(let keys):
      "先按數字再按鍵就會重複：3\(key(.nextTimeStep, keys)) 前進三個詞，5\(key(.lastTimeStep, keys)) 到第 5 個詞。"
    case .helpPage(let page, let count): "第 \(page) 頁，共 \(count) 頁"
    case .command(let command): text(command)
    case .footer(let command, let piece): footer(command, piece)
    case .footerClose: "關閉"
    case .footerSymbols: "符號"
    case .footerAskNoMore: "不再問"
    case .whatIf: "假如"
    case .edit(let phrase): text(phrase)
    case .compare(let phrase): text(phrase)
    case .promptMark(.command): ":"
    case .promptMark(.search): "/"
    case .promptMark(.chain(let prompt)): mark(prompt)
    case .promptHint(.command, let piece): "指令裡的字，或是第幾個\(name(piece))"
    case .promptHint(.search, let piece): "\(source(piece))裡的一個\(name(piece))"
    case .promptHint(.chain(let prompt), _): hint(prompt)
    case .chain(let phrase): text(phrase)
    case .promptMark(.edit), .promptHint(.edit, _): ""
    case .playRate(let rate): "▶ 每秒 \(rate.formatted)"
    case .fullBar(let symbols, let value, let beyond):
      "\(symbols.joined(separator: "、")) 滿格：\(value)" + (beyond.map { "，\($0) 更大" } ?? "")
    case .unitsShown(let first, let last, let count): "單元 \(first) 到 \(last)，共 \(count)"
    case .unitTitle(let unit): "單元 \(unit)"
    case .linear(let phrase): text(phrase)
    case .tooSmall(let needed, let now): "cellscope 需要 \(needed)； 現在是 \(now)。"
    case .palette(let phrase): text(phrase)
    case .find(let phrase): text(phrase)
    case .timeline(let phrase): text(phrase)
    case .training(let phrase): text(phrase)
    case .variants(let phrase): text(phrase)
    case .notationGap(let gap): text(gap)
    case .lesson(let phrase): text(phrase)
    case .export(let phrase): text(phrase)
    case .doctor(let phrase): text(phrase)
    }
  }

  static func name(_ role: Role) -> String {
    switch role {
    case .forget: "遺忘門閘"
    case .update: "更新門閘"
    case .output: "輸出門閘"
    case .relevance: "相關門閘"
    case .candidate: "候選數值"
    case .memory: "記憶細胞"
    case .activation: "輸出值"
    case .input: "輸入"
    }
  }

  static func shortText(_ phrase: Phrase) -> String {
    if case .narration(let narration) = phrase { return shortText(narration) }
    if case .notice(let notice, let keys, let piece) = phrase {
      return shortText(notice, keys, piece)
    }
    if case .chain(let phrase) = phrase { return shortText(phrase) }
    if case .compare(let phrase) = phrase { return shortText(phrase) }
    if case .edit(let phrase) = phrase { return shortText(phrase) }
    if case .why(let phrase) = phrase { return shortText(phrase) }
    if case .gradient(let phrase) = phrase { return shortText(phrase) }
    if case .training(let phrase) = phrase { return shortText(phrase) }
    if case .helpCounts(let keys) = phrase {
      return "數字會重複按鍵：3\(key(.nextTimeStep, keys))、5\(key(.lastTimeStep, keys))。"
    }
    if case .notationGap(let gap) = phrase { return shortText(gap) }
    if case .timeline(let timeline) = phrase { return shortText(timeline) }
    if case .fullBar(_, let value, let beyond?) = phrase { return "\(beyond) 超過 \(value)" }
    return text(phrase)
  }
}
