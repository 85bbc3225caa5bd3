import Screen

extension KeyMap {
  /// The first key of a command in as few columns as possible; empty if all were given away.
  func shortName(of command: Command, in context: Context) -> String {
    bindings(in: context).first { $0.command == command }?.keys.first?.shortName ?? ""
  }
}

extension Key {
  /// The key in as few columns as possible, for the footer and the help.
  var shortName: String {
    switch self {
    case .left: "←"
    case .right: "→"
    case .up: "↑"
    case .down: "↓"
    case .space: "space"
    case .backspace: "Bksp"
    case .character, .pageUp, .pageDown, .home, .end, .tab, .backTab, .enter, .escape,
      .insert, .delete, .function, .control:
      name
    }
  }
}
