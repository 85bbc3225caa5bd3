/// What state a terminal is in after the bytes that it was sent, as far as programs must restore it.
struct TerminalModes {
  /// The private modes that were set or reset, such as 1049 (alternate screen) or 25 (cursor).
  private(set) var modes: [String: Bool] = [:]
  /// The parameters of the last change of colours and attributes.
  private(set) var rendition = ""
  /// Whether the line-drawing characters are switched on.
  private(set) var drawsLines = false

  /// Cursor, automatic wrapping: what is on in a terminal that nobody has changed.
  private static let onAtFirst: Set<String> = ["7", "25"]
  /// Resets of colours and attributes in the terminfo database.
  private static let resets: Set<String> = ["", "0", "0;10", "39;49", "m"]

  /// Reads everything that a terminal was sent.
  init(after bytes: [UInt8]) {
    for sequence in String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}").dropFirst() {
      switch sequence.first {
      case "[": takeControl(sequence.dropFirst())
      case "(": drawsLines = sequence.dropFirst().first == "0"
      case .none, .some: break
      }
    }
  }

  private mutating func takeControl(_ sequence: Substring) {
    let parameters = sequence.prefix { "0123456789;?".contains($0) }
    switch sequence.dropFirst(parameters.count).first {
    case "h" where parameters.first == "?": set(parameters, to: true)
    case "l" where parameters.first == "?": set(parameters, to: false)
    case "m": rendition = String(parameters)
    case .none, .some: break
    }
  }

  private mutating func set(_ parameters: Substring, to isOn: Bool) {
    for mode in parameters.dropFirst().split(separator: ";") { modes[String(mode)] = isOn }
  }

  /// Whether all is as in a terminal that nobody has changed.
  var areAsAtFirst: Bool {
    modes.allSatisfy { Self.onAtFirst.contains($0.key) == $0.value }
      && Self.resets.contains(rendition) && !drawsLines
  }
}
