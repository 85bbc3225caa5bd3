import Screen

extension AppearanceCommand {
  /// What the command does, for the help.
  var english: String {
    switch self {
    case .nextTheme: "next theme"
    case .blank: "blank; any key returns"
    }
  }
}

extension English {
  static func text(_ notice: AppearanceNotice) -> String {
    switch notice {
    case .theme(let theme): "The theme is \(name(theme)); Y takes the next."
    case .terminal("", let used): "TERM is not set here; this is taken for \(used)."
    case .terminal(let named, let used): "TERM=\(named) is unknown here; \(used) is used."
    }
  }

  static func shortText(_ notice: AppearanceNotice) -> String {
    switch notice {
    case .theme(let theme): "Theme: \(name(theme))."
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
