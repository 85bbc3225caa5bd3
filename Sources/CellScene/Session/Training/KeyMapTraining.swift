import Screen

extension KeyMap {
  /// What acts while a model is trained.
  static let training = [
    bind(letters("a"), .togglePlay, .training, footer: 0, in: .training),
    bind([.space], .training(.update), .training, footer: 1, in: .training),
    bind(
      [.left] + letters("h") + [.backspace, .pageUp], .training(.previousCheckpoint), .training,
      footer: 2, in: .training),
    bind(
      [.right] + letters("l") + [.pageDown], .training(.nextCheckpoint), .training, footer: 3,
      in: .training),
    bind(letters("g0") + [.home], .training(.first), .training, in: .training),
    bind(letters("G$") + [.end], .training(.latest), .training, footer: 7, in: .training),
    bind([.enter], .training(.take), .training, footer: 4, in: .training),
    bind(letters("r"), .training(.restart), .training, footer: 6, in: .training),
    bind([.escape] + letters("q"), .training(.leave), .training, footer: 5, in: .training),
  ]
}
