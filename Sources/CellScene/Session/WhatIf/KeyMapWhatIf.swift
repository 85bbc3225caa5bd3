import Screen

extension KeyMap {
  /// The keys that edit.
  static let editing = [
    bind(letters("e"), .whatIf(.edit), .whatIf, footer: 13),
    bind(letters("s"), .whatIf(.sentence), .whatIf),
  ]

  /// The keys of the list of what can be edited.
  static let edits: [Binding] =
    (1...10).map { number in
      bind(
        letters("\(number % 10)"), .whatIf(.choose(number)), .popup,
        footer: number == 1 ? 0 : nil, in: .edit)
    } + [
      bind([.enter, .space], .whatIf(.chooseLine), .popup, footer: 1, in: .edit),
      bind(letters("j") + [.down, .pageDown], .whatIf(.next), .popup, footer: 2, in: .edit),
      bind(letters("k") + [.up, .pageUp], .whatIf(.previous), .popup, in: .edit),
      bind(letters("e") + [.escape], .whatIf(.edit), .popup, footer: 3, in: .edit),
    ]
    + leaving(.edit)
}
