import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: ChainPhrase) -> String {
    switch phrase {
    case .heldAt(let gates, let first, nil): return "\(gates) t≥\(first)"
    case .heldAt(let gates, let first, let last?):
      return first == last ? "\(gates) t=\(first)" : "\(gates) t=\(first)–\(last)"
    case .holdTitle(let gate, let symbol): return "固定\(name(gate)) \(symbol)"
    case .holdShut: return "關上：0"
    case .holdOpen: return "打開：1"
    case .holdValue: return "另一個值"
    case .holdRelease: return "放開"
    case .holdHere(let word): return "只在「\(word)」"
    case .holdOnward(let word): return "從「\(word)」起"
    case .holdInitial(let symbol, let unit, let value):
      return "設定單元 \(unit) 的 \(symbol)，現在是 \(value)"
    case .held: return "固定"
    case .setByHand: return "手動設定"
    case .holdGates: return "固定"
    case .oneCell: return "單一細胞"
    case .ledgerTitle(let symbol, let unit): return "單元 \(unit) 的 \(symbol) 由什麼組成"
    case .ledgerLeft(let symbol, let share): return "\(symbol) 還剩下 \(share)"
    case .ledgerOthers(let count): return "另外 \(count) 項"
    case .ledgerCaution(let piece):
      return "以目前的門閘值來算，誰寫了什麼；門閘本身也取決於前面的\(name(piece))。"
    case .ledgerMissing(let cell, let symbol, let piece):
      return "\(cell) 沒有記憶線：\(symbol) 每個\(name(piece))都重新算，沒有東西能直接通過。"
    case .ledgerTooLarge: return "這些數字太大，無法精確拆開。"
    case .ledgerNoNumber: return "這裡的記憶不是數，沒有可拆的。"
    case .oneToOne(let unit, let readings):
      let parts = readings.map { reading in
        "\(reading.memory) 的單元 \(unit) 只影響 \(list(reading.gates)) 的單元 \(unit)"
      }
      return parts.joined(separator: "，") + (parts.count == 1 ? "，不影響別的單元。" : "。")
    case .noPeepholesHere(let cell, let keys):
      return "這個 \(cell) 沒有帶窺視孔的門閘"
        + (keys.map { "；\(key(.nextModel, $0)) 換一個細胞。" } ?? "。")
    case .peepholesOff(let keys):
      return "全部的窺視孔都關著；\(key(.toggleAllPeepholes, keys)) 打開它們。"
    case .expected(let units): return "不是這樣：\(units) × \(units) 個權重"
    case .expectedCount(let all, let real): return "\(all) 個裡只有 \(real) 個"
    case .peepholeSum(let gate): return "加進 \(gate) 的總和"
    case .peepholeUnread(let gate): return "\(gate) 固定，不讀它"
    }
  }

  static func shortText(_ phrase: ChainPhrase) -> String {
    switch phrase {
    case .ledgerCaution(let piece): "以目前的門閘值來算；它們也取決於前面的\(name(piece))。"
    case .ledgerMissing(let cell, let symbol, _): "\(cell) 沒有記憶線：\(symbol) 每次都重新算。"
    case .expected(let units): "不是這樣：\(units) × \(units)"
    case .setByHand: "設定"
    case .oneToOne(let unit, let readings):
      "單元 \(unit) 只影響 \(list(readings.flatMap(\.gates))) 的單元 \(unit)。"
    case .heldAt, .holdTitle, .holdShut, .holdOpen, .holdValue, .holdRelease, .holdHere,
      .holdOnward, .holdInitial, .held, .holdGates, .oneCell, .ledgerTitle, .ledgerLeft,
      .ledgerOthers, .ledgerTooLarge, .ledgerNoNumber,
      .noPeepholesHere, .peepholesOff, .expectedCount, .peepholeSum, .peepholeUnread:
      text(phrase)
    }
  }

  static func text(
    _ notice: ChainNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .held(_, let symbol, let value, let word, let isOnward, .isComputed(let other)?):
      "\(range(word, isOnward, piece)) \(symbol) 固定在 \(value)，不再是 1 − \(other)；\(other) 照樣計算。"
    case .held(let gate, let symbol, let value, let word, let isOnward, let coupled):
      "\(name(gate))固定了：\(range(word, isOnward, piece)) \(symbol) = \(value)"
        + rest(symbol, coupled)
    case .released(let gate, let symbol, let word, let isOnward):
      "\(range(word, isOnward, piece))重新計算\(name(gate)) \(symbol)。"
    case .started(let symbol, let value, let unit):
      "單元 \(unit) 現在從 \(symbol) = \(value) 開始。"
    case .noGate(let gate, let cell): "\(cell) 沒有\(name(gate))。"
    case .noPeephole(let gate, let cell): "這個 \(cell) 的\(name(gate))沒有窺視孔。"
    case .noPeepholes(let cell, let hasOther):
      text(ChainPhrase.noPeepholesHere(cell: cell, hasOther ? keys : nil))
    case .noShare(let line): "門閘是 0 到 1 的數字，不是「\(line)」。"
    }
  }

  static func shortText(
    _ notice: ChainNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    guard case .held(_, let symbol, let value, let word, let isOnward, let coupled?) = notice else {
      return text(notice, keys, piece)
    }
    return "\(range(word, isOnward, piece)) \(symbol) = \(value)" + rest(symbol, coupled)
  }

  /// What the gate does that a held one is coupled with.
  private static func rest(_ symbol: String, _ coupled: CoupledGate?) -> String {
    switch coupled {
    case nil: "。"
    case .follows(let other): "；\(other) = 1 − \(symbol) 跟著變。"
    case .isComputed(let other): "；\(other) 照樣計算。"
    }
  }

  private static func range(
    _ word: Int, _ isOnward: Bool, _ piece: Vocabulary.Piece
  ) -> String {
    isOnward ? "從第 \(word) 個\(name(piece))起" : "只在第 \(word) 個\(name(piece))"
  }

  /// What the command does, for the help.
  static func text(_ command: ChainCommand) -> String {
    switch command {
    case .toggleChain: "細胞並排串接"
    case .togglePeepholes: "逐個單元看窺視孔"
    case .showHold(let gate): "固定\(name(gate))"
    case .holdShut: "讓門閘關上"
    case .holdOpen: "讓門閘打開"
    case .typeValue: "固定在一個值"
    case .release: "重新計算"
    case .toggleRange: "這個詞，或以後"
    case .typeInitial: "設定最初的記憶"
    }
  }

  /// One or two words for the footer.
  static func footer(_ command: ChainCommand) -> String {
    switch command {
    case .toggleChain: "串接"
    case .togglePeepholes: "窺視孔"
    case .showHold(let gate): "固定\(name(gate).prefix(2))"
    case .holdShut: "關上"
    case .holdOpen: "打開"
    case .typeValue: "值"
    case .release: "放開"
    case .toggleRange: "範圍"
    case .typeInitial: "設起點"
    }
  }

  /// What stands before the typed line.
  static func mark(_ prompt: ChainPrompt) -> String {
    switch prompt {
    case .gate(_, let symbol): "\(symbol) ="
    case .initial(_, let unit, let symbol): "單元 \(unit + 1) 的 \(symbol) ="
    }
  }

  /// What can be typed.
  static func hint(_ prompt: ChainPrompt) -> String {
    switch prompt {
    case .gate: "0 (關) 到 1 (開) 的數字"
    case .initial: "一個數字，像 .9 或 −.9"
    }
  }
}
