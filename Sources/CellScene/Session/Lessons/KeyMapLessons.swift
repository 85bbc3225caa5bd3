import Screen

extension KeyMap {
  /// The keys of the lecture's lessons and of questions.
  static let teaching = [
    bind(letters("S"), .lesson(.list), .learn, footer: 7),
    bind(letters("P"), .quiz(.toggle), .learn),
  ]

  /// The keys in the list of lessons.
  static let lessons: [Binding] =
    [
      bind([.enter, .space] + [.pageDown], .lesson(.begin), .popup, footer: 0, in: .lessons),
      bind(letters("j") + [.down], .lesson(.nextLine), .popup, footer: 1, in: .lessons),
      bind(letters("k") + [.up, .pageUp], .lesson(.previousLine), .popup, in: .lessons),
    ]
    + (0...9).map { digit in
      bind(letters("\(digit)"), .lesson(.digit(digit)), .popup, in: .lessons)
    }
    + [
      bind(letters("S") + [.escape], .lesson(.list), .popup, footer: 2, in: .lessons)
    ] + leaving(.lessons)
}
