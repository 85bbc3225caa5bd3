import Screen

extension KeyMap {
  /// The keys of all pop-ups.
  static let popups =
    variants + help + prompt + bookmarks + holding + leaving(.hold) + edits + why + check + lessons
    + export

  /// What acts in every pop-up whose keys are not typed characters.
  static func leaving(_ context: Context) -> [Binding] {
    [
      bind(letters("q"), .close, .popup, in: context),
      bind(letters("Q"), .quit, .popup, in: context),
    ] + always(context) + looks(.popup, in: context)
  }

  /// What acts in every pop-up.
  private static func always(_ context: Context) -> [Binding] {
    [
      bind([.control("c")], .interrupt, .popup, in: context),
      bind([.control("l")], .redraw, .popup, in: context),
      bind([.control("z")], .suspend, .popup, in: context),
    ]
  }

  private static let variants: [Binding] =
    [
      bind(letters("j") + [.down, .pageDown], .variants(.next), .popup, footer: 1, in: .variants),
      bind(letters("k") + [.up, .pageUp], .variants(.previous), .popup, in: .variants),
      bind([.enter, .space], .variants(.perform), .popup, footer: 0, in: .variants),
      bind([.tab], .variants(.otherPart), .popup, footer: 2, in: .variants),
      bind(letters("N"), .notation(.next), .popup, footer: 3, in: .variants),
    ]
    + (1...9).map { number in
      bind(letters("\(number)"), .toggleVariant(number), .popup, in: .variants)
    }
    + [bind(letters("v") + [.escape], .showVariants, .popup, footer: 4, in: .variants)]
    + leaving(.variants)

  private static let help: [Binding] =
    [
      bind(
        [.space, .pageDown] + letters("j") + [.down], .scrollDown, .popup, footer: 0, in: .help),
      bind([.pageUp] + letters("k") + [.up], .scrollUp, .popup, footer: 1, in: .help),
      bind(letters("?") + [.function(1), .escape], .showHelp, .popup, footer: 2, in: .help),
    ] + leaving(.help)

  private static let prompt: [Binding] =
    [
      bind([.enter], .acceptPrompt, .popup, footer: 0, in: .prompt),
      bind([.down], .palette(.next), .popup, footer: 1, in: .prompt),
      bind([.up, .backTab], .palette(.previous), .popup, in: .prompt),
      bind([.escape], .dismiss, .popup, footer: 2, in: .prompt),
      bind([.backspace], .eraseInPrompt, .popup, in: .prompt),
      bind([.tab], .whatIf(.complete), .popup, footer: 3, in: .prompt),
      bind([.function(5)], .appearance(.present), .popup, in: .prompt),
    ] + always(.prompt)

  private static let bookmarks: [Binding] =
    [
      bind([.escape], .dismiss, .popup, footer: 0, in: .bookmarks),
      bind([.function(5)], .appearance(.present), .popup, in: .bookmarks),
    ] + always(.bookmarks)
}
