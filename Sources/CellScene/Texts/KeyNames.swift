public import Screen

extension KeyMap {
  /// The first key of a command in as few columns as possible; empty if all were given away.
  func shortName(of command: Command, in context: Context) -> String {
    bindings(in: context).first { $0.command == command }?.keys.first?.shortName ?? ""
  }

  /// The first key of a command, wherever it acts, as a sentence names it; nil if all were given away.
  func spokenName(of command: Command) -> String? {
    bindings.lazy.filter { $0.command == command }.compactMap(\.keys.first).first?.spokenName
  }
}

extension English {
  /// The key of a command in a sentence.
  static func key(_ command: Command, _ keys: KeyMap) -> String {
    keys.spokenName(of: command) ?? "no key"
  }
}

extension TraditionalChinese {
  /// The key of a command in a sentence.
  static func key(_ command: Command, _ keys: KeyMap) -> String {
    keys.spokenName(of: command) ?? "沒有按鍵"
  }
}

extension Key {
  /// The key as a sentence names it.
  fileprivate var spokenName: String {
    if case .control(let letter) = self { return "Ctrl-" + letter.uppercased() }
    return shortName
  }

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

  /// Reads a key by any name that the program shows for it: `Backspace` and `Bksp`, `Up` and `↑`.
  ///
  /// Capitals count only in a name of one letter, since `l` and `L` are two keys.
  public init?(shown name: some StringProtocol) {
    let isLong = name.count > 1
    let lowercased = name.lowercased()
    let found = isLong ? Self.keysByName[lowercased] : Self.keysBySign[String(name)]
    let isControl = isLong && lowercased.hasPrefix("c-")
    guard let key = found ?? Key(named: isControl ? "C-" + name.dropFirst(2) : String(name)) else {
      return nil
    }
    self = key
  }

  private static let known = names.compactMap { Key(named: $0) }
  /// Keys by their names of more than one letter, in small ones; of two with one name the first.
  private static let keysByName = Dictionary(
    known.flatMap { key in [key.name, key.shortName].map { ($0.lowercased(), key) } },
    uniquingKeysWith: { first, _ in first })
  /// Keys by what they are called in one character.
  private static let keysBySign = Dictionary(
    known.map { ($0.shortName, $0) }, uniquingKeysWith: { first, _ in first })
}
