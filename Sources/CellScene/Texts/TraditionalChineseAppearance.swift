import CellEngine
import Screen

extension TraditionalChinese {
  /// What the command does, for the help.
  static func text(_ command: AppearanceCommand) -> String {
    switch command {
    case .nextTheme: "下一個配色"
    case .nextLanguage: "English、繁體中文"
    case .blank: "空白；任意鍵回來"
    case .present: "只顯示圖"
    case .toggleMouse: "滑鼠開、關"
    }
  }

  static func text(
    _ notice: AppearanceNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .theme(let theme): "配色是\(name(theme))；\(key(.appearance(.nextTheme), keys)) 換下一個。"
    case .terminal("", let used): "這裡沒有設定 TERM；當作 \(used)。"
    case .terminal(let named, let used): "這裡不認得 TERM=\(named)；當作 \(used)。"
    case .language: "現在是繁體中文；\(key(.appearance(.nextLanguage), keys)) 換回 English。"
    case .noHanCharacters: "這個終端機顯示不了中文字，所以用英文。"
    case .presenting(true):
      "只顯示圖；\(key(.appearance(.present), keys)) 或 \(key(.dismiss, keys)) 結束，"
        + "\(key(.appearance(.blank), keys)) 讓畫面空白。"
    case .presenting(false): "又顯示全部了。"
    case .mouse(true):
      "滑鼠：點\(name(piece))或方塊就到那裡，再點一次問為什麼；\(key(.appearance(.toggleMouse), keys)) 關閉。"
    case .mouse(false): "滑鼠還給終端機了。"
    case .nothingDrawn: "這裡不畫圖，所以這個鍵沒有作用。"
    }
  }

  static func shortText(
    _ notice: AppearanceNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .theme(let theme): "配色：\(name(theme))。"
    case .terminal("", let used): "沒有設定 TERM；當作 \(used)。"
    case .terminal(_, let used): "不認得 TERM；當作 \(used)。"
    case .presenting(true):
      "只顯示圖；\(key(.appearance(.present), keys)) 或 \(key(.dismiss, keys)) 結束。"
    case .mouse(true): "滑鼠：點\(name(piece))或方塊；\(key(.appearance(.toggleMouse), keys)) 關閉。"
    case .language, .noHanCharacters, .presenting(false), .mouse(false), .nothingDrawn:
      text(notice, keys, piece)
    }
  }

  private static func name(_ theme: ThemeChoice) -> String {
    switch theme {
    case .dark: "深色"
    case .light: "淺色"
    case .contrast: "高對比"
    case .mono: "沒有顏色"
    case .terminal: "終端機自己的顏色"
    }
  }
}
