import CellEngine

extension TraditionalChinese {
  /// The group's heading in the help.
  static func name(_ group: KeyMap.Group) -> String {
    switch group {
    case .step: "前進"
    case .look: "觀看"
    case .peephole: "窺視孔"
    case .whatIf: "假如"
    case .cell: "細胞"
    case .learn: "課程"
    case .view: "畫面"
    case .timeline: "在時間軸裡"
    case .gradient: "梯度"
    case .training: "在訓練裡"
    case .find: "尋找"
    case .share: "分享"
    case .system: "程式"
    case .popup: "在小視窗裡"
    }
  }

  /// What the command does, for the help.
  static func text(_ command: Command) -> String {
    switch command {
    case .nextMicroStep: "下一個步驟"
    case .previousMicroStep: "上一個步驟"
    case .nextTimeStep: "下一個詞"
    case .previousTimeStep: "上一個詞"
    case .firstMicroStep: "第一個步驟"
    case .lastMicroStep: "最後一個步驟"
    case .firstTimeStep: "第一個詞"
    case .lastTimeStep: "最後一詞；5：第 5 詞"
    case .nextUnit: "下一個單元"
    case .previousUnit: "上一個單元"
    case .tenUnitsOn: "往後十個單元"
    case .tenUnitsBack: "往前十個單元"
    case .togglePlay: "播放、停止"
    case .faster: "播放快一點"
    case .slower: "播放慢一點"
    case .toggleAllPeepholes: "全部窺視孔開、關"
    case .togglePeephole(let gate): "\(name(gate))的窺視孔"
    case .showVariants: "細胞的變體"
    case .toggleVariant(let number): "切換變體 \(number)"
    case .nextModel: "輪流 LSTM、GRU、RNN"
    case .undo: "復原"
    case .redo: "重做"
    case .reset: "全部復原"
    case .openPrompt: "指令；12：第 12 詞"
    case .whatIf(let command): text(command)
    case .compare(let command): text(command)
    case .acceptPrompt: "執行"
    case .eraseInPrompt: "刪一個字"
    case .toggleNumbers: "符號或數字"
    case .chain(let command): text(command)
    case .why(let command): text(command)
    case .gradient(let command): text(command)
    case .showHelp: "這份說明"
    case .scrollDown: "下一頁"
    case .scrollUp: "上一頁"
    case .dismiss: "關閉，否則回到細胞"
    case .close: "關閉，否則離開"
    case .quit: "馬上離開"
    case .interrupt: "按兩次離開"
    case .appearance(let command): text(command)
    case .redraw: "重畫整個畫面"
    case .suspend: "暫停 (fg 回來)"
    case .notation(let command): text(command)
    case .variants(let command): text(command)
    case .palette(let command): text(command)
    case .find(let command): text(command)
    case .timeline(let command): text(command)
    case .training(let command): text(command)
    case .lesson(let command): text(command)
    case .quiz(let command): text(command)
    case .export(let command): text(command)
    }
  }

  /// One word for the footer.
  static func footer(_ command: Command) -> String {
    switch command {
    case .nextMicroStep: "下一步"
    case .previousMicroStep: "上一步"
    case .nextTimeStep: "下一詞"
    case .lastMicroStep: "末步"
    case .nextUnit: "單元"
    case .togglePlay: "播放"
    case .toggleAllPeepholes: "窺視孔"
    case .showVariants: "變體"
    case .toggleVariant: "切換"
    case .toggleNumbers: "數字"
    case .chain(let command): footer(command)
    case .why(let command): footer(command)
    case .gradient(let command): footer(command)
    case .showHelp: "說明"
    case .close: "離開"
    case .acceptPrompt: "執行"
    case .dismiss: "取消"
    case .undo: "復原"
    case .scrollDown: "下一頁"
    case .scrollUp: "上一頁"
    case .notation: "符號"
    case .variants(let command): footer(command)
    case .palette: "選擇"
    case .timeline(let command): footer(command)
    case .training(let command): footer(command)
    case .lesson(let command): footer(command)
    case .export(let command): footer(command)
    case .whatIf(let command): footer(command)
    case .compare(let command): footer(command)
    case .previousTimeStep, .firstMicroStep, .firstTimeStep, .lastTimeStep, .previousUnit,
      .tenUnitsOn, .tenUnitsBack, .faster, .slower, .togglePeephole, .quit, .interrupt, .nextModel,
      .redo, .reset, .openPrompt, .eraseInPrompt, .appearance,
      .redraw, .suspend, .find, .quiz:
      text(command)
    }
  }
}
