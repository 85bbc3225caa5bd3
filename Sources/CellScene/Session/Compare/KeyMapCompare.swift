import Screen

extension KeyMap {
  /// The keys of the comparison.
  static let comparing = [
    bind(letters("c"), .compare(.toggle), .view, footer: 12),
    bind(letters("M"), .compare(.nextRival), .view),
    bind(letters("m"), .compare(.measure), .view),
  ]
}

extension Session {
  /// A binding's place in the footer: where two cells are compared, its own keys come early, and
  /// what can be undone can be seen.
  func footerRank(of binding: KeyMap.Binding) -> Int? {
    if binding.command == .undo, binding.context == .cell { return isWhatIf ? 2 : nil }
    guard case .compare(let command) = binding.command else { return binding.footerRank }
    guard view == .compare else { return command == .toggle ? binding.footerRank : nil }
    switch command {
    case .nextRival: return -3
    case .measure: return -2
    case .toggle: return -1
    }
  }
}
