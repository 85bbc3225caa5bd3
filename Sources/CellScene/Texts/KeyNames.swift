import Screen

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
