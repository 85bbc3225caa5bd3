public import Screen

/// What a key can ask for about the look of everything.
public enum AppearanceCommand: Hashable, Sendable {
  /// The next theme.
  case nextTheme
  /// An empty screen until the next key, for talking without a picture behind.
  case blank
}

/// What there is to say about the look of everything.
public enum AppearanceNotice: Hashable, Sendable {
  /// Another theme is shown now.
  case theme(ThemeChoice)
  /// The terminal's name is unknown, so it is taken for one that is known.
  case terminal(named: String, used: String)
}

extension Session {
  /// Does what a command about the look says.
  mutating func perform(appearance command: AppearanceCommand) {
    switch command {
    case .nextTheme:
      theme = theme.next
      notice = .appearance(.theme(theme))
    case .blank: isBlank = true
    }
  }

  /// Says something that no key has asked for.
  public mutating func say(_ notice: Notice) { self.notice = notice }
}

extension KeyMap {
  /// The keys for the look.
  static let appearance = [
    bind(letters("Y"), .appearance(.nextTheme), .view),
    bind(letters("b."), .appearance(.blank), .view),
  ]
}
