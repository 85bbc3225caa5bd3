import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: TimelinePhrase) -> String {
    switch phrase {
    case .steps(let first, let last, let count, let piece):
      return "\(name(piece)) \(first)–\(last)，共 \(count)"
    case .order(.number, _, _): return "依編號"
    case .order(.carried, let steps, let piece):
      return "傳遞最多的在前，依 \(steps) 個\(name(piece))"
    case .order(.stretch, let steps, let piece):
      return "這一段最突出的在前（根據 \(steps) 個\(name(piece))）"
    case .ahead: return "預先看"
    case .value(let symbol, let unit, let word, let value, let size, let full, let beyond):
      let more = beyond.map { "，\($0) 更大" } ?? ""
      let bar = size.map { "：滿格\(full.map { "（\($0)\(more)）" } ?? "")的 \($0)" } ?? ""
      return "單元 \(unit) 的 \(symbol) 在\(quoted(word))是 \(value)\(bar)。"
    case .unknown(let symbol, let unit, let word, let keys):
      return "單元 \(unit) 的 \(symbol) 在\(quoted(word))還沒算；\(key(.nextMicroStep, keys)) 繼續。"
    case .unitSignals(let unit): return "單元 \(unit) 的所有訊號"
    }
  }

  static func shortText(_ phrase: TimelinePhrase) -> String {
    switch phrase {
    case .value(let symbol, let unit, let word, let value, _, _, _):
      return "單元 \(unit) 的 \(symbol) 在\(quoted(word))是 \(value)。"
    case .unknown(let symbol, let unit, _, _): return "單元 \(unit) 的 \(symbol) 還沒算。"
    case .order(.carried, _, _): return "傳遞最多"
    case .order(.stretch, _, _): return "最突出在前"
    case .steps, .order, .ahead, .unitSignals: return text(phrase)
    }
  }

  static func text(_ command: TimelineCommand) -> String {
    switch command {
    case .toggle: "時間軸，或返回"
    case .nextSignal: "下一個訊號"
    case .previousSignal: "上一個訊號"
    case .changeOrder: "傳遞最多的在前"
    case .markStretch: "標出一段"
    case .lookAhead: "顯示後面的"
    case .openUnit: "在細胞裡看這單元"
    }
  }

  static func footer(_ command: TimelineCommand) -> String {
    switch command {
    case .toggle: "時間軸"
    case .nextSignal: "訊號"
    case .previousSignal: "上個訊號"
    case .changeOrder: "排序"
    case .markStretch: "標一段"
    case .lookAhead: "全文"
    case .openUnit: "打開"
    }
  }

  static func text(
    _ notice: TimelineNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .stretchBegins(let word):
      return "一段從\(quoted(word))開始；到它的結尾再按一次 \(key(.timeline(.markStretch), keys))。"
    case .stretchGone: return "這一段取消了；單元依編號排列。"
    case .stretchFound(let unit, let inside, let outside):
      return "單元 \(unit) 最突出：這一段是 \(inside)，其他地方是 \(outside)。"
    case .stretchTooShort(ofAll: true): return "分數要有標準差：這一段裡外都要有兩個\(name(piece))以上。"
    case .stretchTooShort(ofAll: false):
      return "這一段裡外都要有兩個\(name(piece))以上才有分數；\(key(.timeline(.lookAhead), keys)) 顯示\(all(piece))。"
    case .sorted(.number): return "單元依編號排列。"
    case .sorted(.carried): return "傳遞最多的單元排在前面。"
    case .sorted(.stretch): return "在這一段最突出的單元排在前面。"
    case .looksAhead(true):
      return "顯示\(all(piece))，包括還沒讀到的；\(key(.timeline(.lookAhead), keys)) 會隱藏。"
    case .looksAhead(false): return "只顯示已經算出來的。"
    }
  }

  static func shortText(
    _ notice: TimelineNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .stretchBegins(let word):
      return "從\(quoted(word))開始；在結尾按 \(key(.timeline(.markStretch), keys))。"
    case .stretchFound(let unit, let inside, let outside):
      return "單元 \(unit) 最突出：裡面 \(inside)，外面 \(outside)。"
    case .looksAhead(true):
      return "也顯示還沒讀到的；\(key(.timeline(.lookAhead), keys)) 會隱藏。"
    case .stretchTooShort(ofAll: true): return text(notice, keys, piece)
    case .stretchTooShort(ofAll: false):
      return "裡外都要有兩個\(name(piece))以上；\(key(.timeline(.lookAhead), keys)) 顯示\(all(piece))。"
    case .stretchGone, .sorted, .looksAhead(false): return text(notice, keys, piece)
    }
  }
}
