/// The themes that a user can choose from.
public enum ThemeChoice: String, CaseIterable, Sendable {
  /// Light ink on dark grounds.
  case dark
  /// Dark ink on light grounds.
  case light
  /// Bright ink on black.
  case contrast
  /// No colours: bold, underlined and reversed only.
  case mono
  /// The terminal's own colours.
  case terminal

  /// What every meaning looks like.
  public var theme: Theme {
    switch self {
    case .dark, .mono: .dark
    case .light: .light
    case .contrast: .contrast
    case .terminal: .terminal
    }
  }

  /// How many of a terminal's colours the theme uses.
  public func depth(of terminal: ColorDepth) -> ColorDepth {
    switch self {
    case .dark, .light, .contrast: terminal
    case .mono: .mono
    case .terminal: terminal == .mono ? .mono : .eight
    }
  }

  /// The next theme of the list, after the last the first.
  public var next: ThemeChoice {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}

/// Whether colours are used.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// As the terminal can, unless the environment variable `NO_COLOR` is set and not empty.
  case auto
  /// As the terminal can, whatever `NO_COLOR` says.
  case always
  /// Never.
  case never

  /// How many colours of a terminal are used.
  public func depth(of terminal: ColorDepth, noColor: Bool) -> ColorDepth {
    switch self {
    case .auto: noColor ? .mono : terminal
    case .always: terminal
    case .never: .mono
    }
  }
}
