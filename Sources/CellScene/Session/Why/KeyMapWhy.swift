import Screen

extension KeyMap {
  /// Asking why.
  static let asking = [
    bind(letters("w") + [.enter], .why(.ask), .look, footer: 6)
  ]

  /// What acts while a number is asked.
  static let why: [Binding] =
    [
      bind(letters("w") + [.enter], .why(.ask), .popup, footer: 0, in: .why),
      bind(
        letters("j") + [.down, .space, .pageDown], .why(.nextTerm), .popup, footer: 1, in: .why),
      bind(letters("k") + [.up, .pageUp], .why(.previousTerm), .popup, in: .why),
      bind([.tab], .why(.nextNumber), .popup, footer: 3, in: .why),
      bind([.backTab], .why(.previousNumber), .popup, in: .why),
      bind(
        [.escape, .left] + letters("h") + [.backspace], .why(.climb), .popup, footer: 2, in: .why),
    ] + leaving(.why)
}
