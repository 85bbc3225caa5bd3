import Screen

extension KeyMap {
  /// The key that writes the screen into a file.
  static let sharing = [bind(letters("x"), .export(.open), .share)]

  /// The keys of its pop-up: the formats' first letters.
  static let export: [Binding] =
    ExportFormat.allCases.enumerated().map { place, format in
      bind(
        letters(String(format.rawValue.prefix(1))), .export(.save(format)), .popup, footer: place,
        in: .export)
    } + [bind(letters("x") + [.escape], .export(.open), .popup, footer: 4, in: .export)]
    + leaving(.export)
}
