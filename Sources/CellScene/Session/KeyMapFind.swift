import Screen

extension KeyMap {
  /// Finding words, places and commands.
  static let finding = [
    bind(letters(":") + [.control("p")], .openPrompt, .find),
    bind(letters("/"), .find(.search), .find),
    bind(letters("n"), .find(.nextMatch), .find),
    bind(letters("N"), .find(.previousMatch), .find),
    bind(letters("B"), .find(.bookmarks), .find),
  ]

  /// The timeline and what acts in it alone.
  static let timeline = [
    bind(letters("T"), .timeline(.toggle), .view),
    bind(letters(">"), .timeline(.nextSignal), .timeline, footer: 0, in: .timeline),
    bind(letters("<"), .timeline(.previousSignal), .timeline, in: .timeline),
    bind(letters("D"), .timeline(.changeOrder), .timeline, footer: 1, in: .timeline),
    bind(letters("I"), .timeline(.markStretch), .timeline, footer: 2, in: .timeline),
    bind(letters("W"), .timeline(.lookAhead), .timeline, footer: 5, in: .timeline),
    bind([.enter], .timeline(.openUnit), .timeline, footer: 3, in: .timeline),
    bind(letters("T"), .timeline(.toggle), .timeline, footer: 4, in: .timeline),
  ]
}
