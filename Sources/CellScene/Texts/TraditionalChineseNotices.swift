import CellEngine
import Screen

extension TraditionalChinese {
  static func shortText(_ notice: Notice, _ keys: KeyMap, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .switched(let change, let isVisible):
      shortText(change, piece) + remark(change, isVisible, isShort: true)
    case .untrained(let change, let weights):
      shortText(change, piece)
        + (weights.count > 2 ? "：權重是 0，沒訓練過。" : "；\(weights.joined(separator: "、")) 都是 0。")
    case .endOfSentence: "這是\(whole(piece))的結尾。"
    case .equations(let haveNumbers): "方程式：\(haveNumbers ? "數字" : "符號")。"
    case .refused(let error): shortText(error)
    case .why(let notice): shortText(notice, piece)
    case .gradient(let notice): text(notice)
    case .modelChanged(let name, let cell): "\(name)：\(cell)。"
    case .editsLeft(let name, let cell): "\(name)：\(cell)，沒有修改。"
    case .commandUnknown(let line, let nearest):
      "沒有\(quoted(line))這個指令" + (nearest.map { "；是「\($0)」嗎？" } ?? "。")
    case .notation(let notice): shortText(notice)
    case .find(let notice): shortText(notice, keys, piece)
    case .timeline(let notice): shortText(notice, keys, piece)
    case .training(let notice): shortText(notice, keys, piece)
    case .chain(.noPeepholes(let cell, let hasOther)):
      shortText(ChainPhrase.noPeepholesHere(cell: cell, hasOther ? keys : nil))
    case .chain(let notice): shortText(notice, keys, piece)
    case .lesson(let notice): text(notice, keys)
    case .quiz(let notice): shortText(notice, keys, piece)
    case .export(let notice): text(notice)
    case .edit(let notice): shortText(notice, piece)
    case .compare(let notice): shortText(notice, keys)
    case .appearance(let notice): shortText(notice, keys, piece)
    case .keyUnknown, .interruptAgain, .quitAgain, .startOfSentence, .lastWord, .firstWord,
      .playing, .stopped, .nothingToUndo, .nothingToRedo, .onlyOneModel:
      text(notice, keys, piece)
    }
  }

  static func text(_ notice: Notice, _ keys: KeyMap, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .keyUnknown(let pressed): return "\(pressed) 在這裡沒有作用；\(key(.showHelp, keys)) 列出所有按鍵。"
    case .interruptAgain: return "再按一次 \(key(.interrupt, keys)) 或按 \(key(.quit, keys)) 就會離開。"
    case .refused(let error): return shortText(error)
    case .quitAgain: return "你的更動會不見；再按一次 \(key(.close, keys)) 就離開。"
    case .why(let notice): return text(notice, piece)
    case .gradient(let notice): return text(notice)
    case .equations(let haveNumbers):
      return haveNumbers ? "細胞的方程式現在算出來就寫成數字。" : "細胞的方程式現在寫成符號。"
    case .nothingToUndo: return "還沒有任何更動。"
    case .nothingToRedo: return "沒有可以重做的更動。"
    case .modelChanged(let name, let cell): return "現在的模型是 \(name)：\(cell)。"
    case .editsLeft(let name, let cell):
      return "\(name)（\(cell)）用自己的數值；\(key(.undo, keys)) 找回你的修改。"
    case .onlyOneModel: return piece == .word ? "認得這些詞的模型只有這一個。" : "這裡的模型只有這一個。"
    case .commandUnknown(let line, let nearest):
      return quoted(line)
        + (nearest.map { "不是指令；是「\($0)」嗎？" } ?? "不是指令，也不是數字；\(key(.showHelp, keys)) 列出所有按鍵。")
    case .notation(let notice): return text(notice)
    case .find(let notice): return text(notice, keys, piece)
    case .timeline(let notice): return text(notice, keys, piece)
    case .training(let notice): return text(notice, keys, piece)
    case .chain(let notice): return text(notice, keys, piece)
    case .lesson(let notice): return text(notice, keys)
    case .quiz(let notice): return text(notice, keys, piece)
    case .export(let notice): return text(notice)
    case .edit(let notice): return text(notice, piece)
    case .compare(let notice): return text(notice, keys)
    case .endOfSentence: return "這是\(whole(piece))的結尾；\(key(.firstTimeStep, keys)) 回到開頭。"
    case .startOfSentence: return "這是\(whole(piece))的開頭。"
    case .lastWord: return "這是最後一個\(name(piece))。"
    case .firstWord: return "這是第一個\(name(piece))。"
    case .playing(let rate): return "播放中，\(text(rate: rate))；\(key(.togglePlay, keys)) 停止。"
    case .stopped(let rate): return "沒有在播放；\(key(.togglePlay, keys)) 播放，\(text(rate: rate))。"
    case .appearance(let notice): return text(notice, keys, piece)
    case .untrained(let change, let weights):
      let what = weights.count > 2 ? "它的權重" : list(weights) + " "
      return text(change, piece) + "；\(what)都是 0：模型訓練時沒有\(weights.count > 2 ? "它" : "這些權重")。"
    case .switched(let change, let isVisible):
      return text(change, piece) + remark(change, isVisible, isShort: false)
    }
  }

  /// What was typed, shortened where it is long.
  static func quoted(_ typed: String) -> String { "「\(typed.shortened(to: 12))」" }

  private static func text(rate: Double) -> String {
    rate < 1
      ? "每 \((1 / rate).formatted) 秒一個步驟" : "每秒 \(rate.formatted) 個步驟"
  }

  private static func remark(_ change: Change, _ isVisible: Bool?, isShort: Bool) -> String {
    guard let isVisible else { return change.isWithoutRemark ? "。" : "；數字都是新的。" }
    if isVisible { return isShort ? "；* 標出不同。" : "；星號標出不同的數字。" }
    return isShort ? "；這裡沒有不同。" : "；這裡看到的數字都沒有變。"
  }

  static func text(_ change: Change, _ piece: Vocabulary.Piece) -> String {
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
      return answer(option, symbol, choice)
    case .cell(let entry): return "「\(name(entry))」，\(entry.year)"
    case .edit(let change): return text(change, piece)
    case .undone: return "收回了上一個更動"
    case .redone: return "重做了這個更動"
    case .reset: return "一切回到最初的樣子"
    }
  }

  private static func shortText(_ change: Change, _ piece: Vocabulary.Piece) -> String {
    if case .cell(let entry) = change { return name(entry).shortened(to: 30) }
    if case .edit(let change) = change { return shortText(change, piece) }
    guard case .peepholes(let gate, let setting) = change else { return text(change, piece) }
    let subject = gate.map { "\(name($0))的窺視孔" } ?? "全部的窺視孔"
    switch setting {
    case .on(.trained): return subject + "打開 (訓練)"
    case .on(.illustrative), .on(.mixed): return subject + "打開 (示範)"
    case .cut: return subject + "切斷了"
    case .off: return subject + "關了"
    }
  }
}
