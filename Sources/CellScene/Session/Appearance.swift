public import Screen

/// What a key can ask for about the look of everything.
public enum AppearanceCommand: Hashable, Sendable {
  /// The next theme.
  case nextTheme
  /// The next language.
  case nextLanguage
  /// An empty screen until the next key, for talking without a picture behind.
  case blank
  /// Nothing but the picture and its sentence, or everything again.
  case present
  /// Clicks and the wheel act, or no longer.
  case toggleMouse

  /// Whether it says nothing where nothing is drawn; a theme counts for files too.
  var concernsDrawing: Bool {
    switch self {
    case .blank, .present, .toggleMouse: true
    case .nextTheme, .nextLanguage: false
    }
  }
}

/// What there is to say about the look of everything.
public enum AppearanceNotice: Hashable, Sendable {
  /// Another theme is shown now.
  case theme(ThemeChoice)
  /// Another language is shown now.
  case language
  /// A language was asked for that the terminal has no characters for.
  case noHanCharacters
  /// How a presentation ends, or that it has ended.
  case presenting(Bool)
  /// What the mouse does, or that it does nothing.
  case mouse(Bool)
  /// A key was about the drawing, and there is none.
  case nothingDrawn
  /// The terminal's name is unknown, so it is taken for one that is known.
  case terminal(named: String, used: String)
}

extension Session {
  /// Does what a command about the look says.
  mutating func perform(appearance command: AppearanceCommand) {
    guard isDrawn || !command.concernsDrawing else {
      notice = .appearance(.nothingDrawn)
      return
    }
    switch command {
    case .nextTheme:
      theme = theme.next
      notice = .appearance(.theme(theme))
    case .nextLanguage:
      notice = .appearance(.language)
      speak(language.next)
    case .blank: isBlank = true
    case .present:
      popup = nil
      isPresenting.toggle()
      notice = .appearance(.presenting(isPresenting))
    case .toggleMouse:
      hasMouse.toggle()
      notice = .appearance(.mouse(hasMouse))
    }
  }

  /// Chooses the language; where the terminal shows only ASCII it stays English and says so.
  public mutating func speak(_ wanted: Language) {
    guard drawsHan || wanted == .english else {
      language = .english
      notice = .appearance(.noHanCharacters)
      return
    }
    language = wanted
  }

  /// What a key asks for where the session is.
  ///
  /// While nothing but the picture is shown, what closes pop-ups ends the presentation before it
  /// leaves a view: the stop key of a remote control sends Escape.
  func command(for key: Key) -> Command? {
    if isPresenting, popup == nil, keyMap.command(for: key, in: .cell) == .dismiss {
      return .appearance(.present)
    }
    return lessonCommand(for: key) ?? quizCommand(for: key)
      ?? keyMap.command(for: key, in: context)
  }

  /// Says something that no key has asked for.
  public mutating func say(_ notice: Notice) { self.notice = notice }
}

extension Language {
  /// The next language of the list, after the last the first.
  var next: Language {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}

extension KeyMap {
  /// The keys for the look.
  static let appearance = looks(.view, in: .cell)

  /// The keys for the look in a context where letters are not typed.
  static func looks(_ group: Group, in context: Context) -> [Binding] {
    [
      bind(letters("Y"), .appearance(.nextTheme), group, in: context),
      bind(letters("A"), .appearance(.nextLanguage), group, in: context),
      bind(letters("b."), .appearance(.blank), group, in: context),
      bind([.function(5)], .appearance(.present), group, in: context),
      bind(letters("y"), .appearance(.toggleMouse), group, in: context),
    ]
  }
}
