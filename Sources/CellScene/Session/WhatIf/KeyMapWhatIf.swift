import Screen

extension KeyMap {
  /// The key that edits.
  static let editing = [
    bind(letters("e"), .whatIf(.edit), .whatIf, footer: 13)
  ]

  /// The keys of the list of what can be edited.
  static let edits: [Binding] =
    (1...10).map { number in
      bind(
        letters("\(number % 10)"), .whatIf(.choose(number)), .popup,
        footer: number == 1 ? 0 : nil, in: .edit)
    } + [bind(letters("e") + [.escape], .whatIf(.edit), .popup, footer: 1, in: .edit)]
    + leaving(.edit)
}
