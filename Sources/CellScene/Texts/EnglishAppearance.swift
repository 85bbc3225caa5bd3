import CellEngine
import Screen

extension English {
  /// What the command does, for the help.
  static func text(_ command: AppearanceCommand) -> String {
    switch command {
    case .nextTheme: "next theme"
    case .nextLanguage: "繁體中文, English"
    case .blank: "blank; any key returns"
    case .present: "the picture alone"
    case .toggleMouse: "mouse on, off"
    }
  }
}

extension English {
  static func text(
    _ notice: AppearanceNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .theme(let theme):
      "The theme is \(name(theme)); \(key(.appearance(.nextTheme), keys)) takes the next."
    case .language:
      "This is English again; \(key(.appearance(.nextLanguage), keys)) takes 繁體中文."
    case .noHanCharacters: "This terminal shows no Chinese characters, so it stays English."
    case .presenting(true):
      "The picture alone; \(key(.appearance(.present), keys)) or \(key(.dismiss, keys)) ends it, "
        + "\(key(.appearance(.blank), keys)) blanks the screen."
    case .presenting(false): "Everything is shown again."
    case .mouse(true):
      "Mouse: a click goes to \(any(piece)) or a box, there it asks why; "
        + "\(key(.appearance(.toggleMouse), keys)) ends it."
    case .mouse(false): "The mouse is the terminal’s again."
    case .nothingDrawn: "Nothing is drawn here, so that key changes nothing."
    case .terminal("", let used): "TERM is not set here; this is taken for \(used)."
    case .terminal(let named, let used): "TERM=\(named) is unknown here; \(used) is used."
    }
  }

  static func shortText(
    _ notice: AppearanceNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .theme(let theme): "Theme: \(name(theme))."
    case .noHanCharacters: "No Chinese characters here: it stays English."
    case .presenting(true):
      "The picture alone; \(key(.appearance(.present), keys)) or \(key(.dismiss, keys)) ends it."
    case .mouse(true):
      "Mouse: click \(any(piece)) or a box; \(key(.appearance(.toggleMouse), keys)) ends it."
    case .language, .presenting(false), .mouse(false), .nothingDrawn: text(notice, keys, piece)
    case .terminal("", let used): "TERM is not set; \(used) is used."
    case .terminal(_, let used): "TERM is unknown; \(used) is used."
    }
  }

  private static func name(_ theme: ThemeChoice) -> String {
    switch theme {
    case .dark: "dark"
    case .light: "light"
    case .contrast: "high contrast"
    case .mono: "without colours"
    case .terminal: "the terminal’s own colours"
    }
  }
}
