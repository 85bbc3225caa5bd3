import Screen

/// The keys of a lesson's step as they are shown: those that somebody has given to the commands.
struct ShownKeys {
  /// The keys, with blanks between them but behind a count and within a typed text.
  private(set) var text = ""
  /// Whether the next key is written right behind.
  private var isOpen = false

  /// Adds a key that is about to be pressed.
  ///
  /// - Parameters:
  ///   - session: where it will be pressed.
  ///   - keyMap: the table by whose keys commands are named.
  mutating func append(_ key: Key, in session: Session, as keyMap: KeyMap) {
    let context = session.context
    let command = session.keyMap.command(for: key, in: context)
    let isTyped = context == .prompt && (command == nil || key == .space)
    let name = isTyped ? key.typed : command.map { keyMap.name(of: $0, in: context) } ?? key.name
    let isBehind = isOpen && (isTyped || name.count == 1)
    text += (text.isEmpty || isBehind ? "" : " ") + name
    isOpen = isTyped || command == nil || command == .openPrompt
  }
}

extension Key {
  /// What it types.
  fileprivate var typed: String { self == .space ? " " : name }
}

extension KeyMap {
  /// The first key of a command in a context, or of the cell's that acts there too.
  fileprivate func name(of command: Command, in context: Context) -> String {
    let isOwn = bindings(in: context).contains { $0.command == command }
    return shortName(of: command, in: isOwn ? context : .cell)
  }
}
