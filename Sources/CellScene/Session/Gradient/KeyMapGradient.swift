import Screen

extension KeyMap {
  /// The gradient, and what acts where it is shown alone.
  static let gradient = [
    bind(letters("d"), .gradient(.turn), .view),
    bind(letters("d"), .gradient(.turn), .gradient, footer: 0, in: .gradient),
    bind(letters("i"), .gradient(.check), .gradient, footer: 1, in: .gradient),
    bind(letters(">"), .gradient(.nextWord), .gradient, footer: 2, in: .gradient),
    bind(letters("<"), .gradient(.previousWord), .gradient, in: .gradient),
    bind(letters("m"), .gradient(.lossHere), .gradient, footer: 3, in: .gradient),
  ]

  /// What acts beside the check of a number.
  static let check: [Binding] =
    [
      bind(
        letters("j") + [.down, .space, .pageDown], .gradient(.nextChecked), .popup, footer: 0,
        in: .check),
      bind(letters("k") + [.up, .pageUp], .gradient(.previousChecked), .popup, in: .check),
      bind(
        letters("i") + [.escape, .enter], .gradient(.check), .popup, footer: 1, in: .check),
    ] + leaving(.check)
}
