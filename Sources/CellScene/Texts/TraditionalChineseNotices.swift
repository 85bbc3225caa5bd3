import CellEngine
import Screen

extension TraditionalChinese {
  static func shortText(_ notice: Notice) -> String {
    switch notice {
    case .switched(let change, let isVisible): shortText(change) + remark(isVisible, isShort: true)
    case .untrained(let change): shortText(change) + "：權重是 0，沒訓練過。"
    case .endOfSentence: "這是句子的結尾。"
    case .refused(let error): shortText(error)
    case .why(let notice): shortText(notice)
    case .gradient(let notice): text(notice)
    case .modelChanged(let name, let cell): "\(name)：\(cell)。"
    case .commandUnknown(let line, let nearest):
      "沒有\(quoted(line))這個指令" + (nearest.map { "；是「\($0)」嗎？" } ?? "。")
    case .notation(let notice): shortText(notice)
    case .find(let notice): shortText(notice)
    case .timeline(let notice): shortText(notice)
    case .training(let notice): shortText(notice)
    case .chain(.noPeepholes(let cell)): shortText(ChainPhrase.noPeepholesHere(cell: cell))
    case .chain(let notice): text(notice)
    case .export(let notice): text(notice)
    case .edit(let notice): shortText(notice)
    case .compare(let notice): shortText(notice)
    case .appearance(let notice): shortText(notice)
    case .keyUnknown, .interruptAgain, .quitAgain, .startOfSentence, .lastWord, .firstWord,
      .playing, .stopped, .nothingToUndo, .nothingToRedo, .onlyOneModel:
      text(notice)
    }
  }

  static func text(_ notice: Notice) -> String {
    switch notice {
    case .keyUnknown(let key): return "\(key) 在這裡沒有作用；? 列出所有按鍵。"
    case .interruptAgain: return "再按一次 Ctrl-C 或按 Q 就會離開。"
    case .refused(let error): return shortText(error)
    case .quitAgain: return "你的更動會不見；再按一次 q 就離開。"
    case .why(let notice): return text(notice)
    case .gradient(let notice): return text(notice)
    case .nothingToUndo: return "還沒有任何更動。"
    case .nothingToRedo: return "沒有可以重做的更動。"
    case .modelChanged(let name, let cell): return "現在的模型是 \(name)：\(cell)。"
    case .onlyOneModel: return "認得這些詞的模型只有這一個。"
    case .commandUnknown(let line, let nearest):
      return quoted(line)
        + (nearest.map { "不是指令；是「\($0)」嗎？" } ?? "不是指令，也不是數字；? 列出所有按鍵。")
    case .notation(let notice): return text(notice)
    case .find(let notice): return text(notice)
    case .timeline(let notice): return text(notice)
    case .training(let notice): return text(notice)
    case .chain(let notice): return text(notice)
    case .export(let notice): return text(notice)
    case .edit(let notice): return text(notice)
    case .compare(let notice): return text(notice)
    case .endOfSentence: return "這是句子的結尾；g 回到開頭。"
    case .startOfSentence: return "這是句子的開頭。"
    case .lastWord: return "這是最後一個詞。"
    case .firstWord: return "這是第一個詞。"
    case .playing(let rate): return "播放中，\(text(rate: rate))；a 停止。"
    case .stopped(let rate): return "停止了，速度是\(text(rate: rate))；a 播放。"
    case .appearance(let notice): return text(notice)
    case .untrained(let change):
      return text(change) + "；它的權重都是 0：模型訓練時沒有它。"
    case .switched(let change, let isVisible):
      return text(change) + remark(isVisible, isShort: false)
    }
  }

  /// What was typed, shortened where it is long.
  static func quoted(_ typed: String) -> String { "「\(typed.shortened(to: 12))」" }

  private static func text(rate: Double) -> String {
    rate < 1
      ? "每 \((1 / rate).formatted) 秒一個步驟" : "每秒 \(rate.formatted) 個步驟"
  }

  private static func remark(_ isVisible: Bool?, isShort: Bool) -> String {
    guard let isVisible else { return "；它的數字都是新的。" }
    if isVisible { return isShort ? "；* 標出不同。" : "；星號標出不同的數字。" }
    return isShort ? "；這裡沒有不同。" : "；這裡看到的數字都沒有變。"
  }

  /// Two texts one after the other, with a blank between unless both are Han there.
  static func spaced(_ first: String, _ second: String) -> String {
    guard let end = first.last, let start = second.first else { return first + second }
    let isHan = String(end).columns > 1 && String(start).columns > 1
    return first + (isHan ? "" : " ") + second
  }

  private static func text(_ change: Change) -> String {
    switch change {
    case .peepholes(let gate, let setting):
      let subject = gate.map { "\(name($0))的窺視孔" } ?? "全部的窺視孔"
      switch setting {
      case .on(.trained): return "\(subject)打開了，用訓練出來的權重"
      case .on(.illustrative), .on(.mixed): return "\(subject)打開了，用示範的權重"
      case .cut: return "\(subject)切斷了"
      case .off: return "\(subject)關了"
      }
    case .variant(let option, let symbol, let choice):
      return [variant(option, symbol), Language.traditionalChinese.text(choice)]
        .reduce("現在", spaced)
    case .cell(let name, let year): return "「\(name)」，\(year)"
    case .edit(let change): return text(change)
    case .undone: return "收回了上一個更動"
    case .redone: return "重做了這個更動"
    case .reset: return "一切回到最初的樣子"
    }
  }

  private static func shortText(_ change: Change) -> String {
    if case .cell(let name, _) = change {
      return name.shortened(to: 30)
    }
    if case .edit(let change) = change { return shortText(change) }
    guard case .peepholes(let gate, let setting) = change else { return text(change) }
    let subject = gate.map { "\(name($0))的窺視孔" } ?? "全部的窺視孔"
    switch setting {
    case .on(.trained): return subject + "打開 (訓練)"
    case .on(.illustrative), .on(.mixed): return subject + "打開 (示範)"
    case .cut: return subject + "切斷了"
    case .off: return subject + "關了"
    }
  }
}
