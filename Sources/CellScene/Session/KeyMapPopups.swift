import Screen

extension KeyMap {
  /// The keys of all pop-ups.
  static let popups = variants + help + prompt + edits

  /// What acts in every pop-up whose keys are not typed characters.
  static func leaving(_ context: Context) -> [Binding] {
    [
      bind(letters("q"), .close, .popup, in: context),
      bind(letters("Q"), .quit, .popup, in: context),
    ] + always(context)
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
      bind(letters("1"), .toggleVariant(1), .popup, footer: 0, in: .variants),
      bind(letters("2"), .toggleVariant(2), .popup, footer: 1, in: .variants),
      bind(letters("v") + [.escape, .enter], .showVariants, .popup, footer: 2, in: .variants),
    ] + leaving(.variants)

  private static let help: [Binding] =
    [
      bind(letters("j") + [.down, .space, .pageDown], .scrollDown, .popup, footer: 0, in: .help),
      bind(letters("k") + [.up, .pageUp], .scrollUp, .popup, footer: 1, in: .help),
      bind(letters("?") + [.function(1), .escape], .showHelp, .popup, footer: 2, in: .help),
    ] + leaving(.help)

  private static let prompt: [Binding] =
    [
      bind([.enter], .acceptPrompt, .popup, footer: 0, in: .prompt),
      bind([.escape], .dismiss, .popup, footer: 1, in: .prompt),
      bind([.backspace], .eraseInPrompt, .popup, in: .prompt),
      bind([.tab], .whatIf(.complete), .popup, footer: 2, in: .prompt),
    ] + always(.prompt)
}
