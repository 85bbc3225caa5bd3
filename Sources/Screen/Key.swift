/// A key press, as the program sees it and as people write it down.
public enum Key: Hashable, Sendable {
  /// A key that types a character (also one typed with Shift); the space bar is `.space`.
  case character(Character)
  /// The space bar.
  case space
  /// An arrow key.
  case left, right, up, down
  /// A paging key; presenter's remotes send `pageUp` and `pageDown`.
  case pageUp, pageDown, home, end
  /// Tab and Shift-Tab.
  case tab, backTab
  /// Enter, Escape, Backspace.
  case enter, escape, backspace
  /// Insert and Delete.
  case insert, delete
  /// F1 to F12.
  case function(Int)
  /// Control with a lower-case letter.
  case control(Character)
}

extension Key {
  private static let namedKeys: [Key] = [
    .space, .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .tab, .backTab, .enter,
    .escape, .backspace, .insert, .delete,
  ]

  /// The names that stand for keys in `--keys`, in the order of the documentation.
  public static var names: [String] {
    namedKeys.map(\.name) + (1...12).map { "F\($0)" } + ["C-x"]
  }

  /// Reads a key's name: a single character, `Space`, `Left`, `PgDn`, `F5`, `C-l` and so on.
  public init?(named name: some StringProtocol) {
    if let known = Self.namedKeys.first(where: { $0.name == name }) {
      self = known
    } else if name.count == 1, let character = name.first {
      self = character == " " ? .space : .character(character)
    } else if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else if name.hasPrefix("C-"), name.count == 3, let letter = name.last,
      letter.isASCII, letter.isLetter
    {
      self = .control(Character(letter.lowercased()))
    } else {
      return nil
    }
  }

  /// The name by which the key is written; `Key(named: key.name) == key`.
  public var name: String {
    switch self {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let letter): "C-\(letter)"
    case .space: "Space"
    case .left: "Left"
    case .right: "Right"
    case .up: "Up"
    case .down: "Down"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .insert: "Insert"
    case .delete: "Delete"
    }
  }
}
