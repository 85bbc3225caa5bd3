/// Turns the bytes that a terminal sends into keys.
///
/// What is not a key never becomes one: pasted text, mouse and focus reports, answers to questions
/// that somebody else asked. Such a sequence is swallowed whole, wherever it is cut in two.
/// Keys with a modifier that `Key` does not know are swallowed too.
public struct KeyDecoder: Sendable {
  private enum State: Equatable {
    case ground
    /// Within a UTF-8 character of so many bytes, those so far collected.
    case character(count: Int)
    /// After ESC.
    case escape
    /// After `ESC [`, the parameters so far collected.
    case control
    /// After `ESC O`; a number there says that a modifier was held.
    case single(isModified: Bool)
    /// After `ESC [ [`, the Linux console's F1 to F5.
    case console
    /// Between `ESC ]`, `ESC P`, `ESC X`, `ESC ^` or `ESC _` and their end.
    case text(afterEscape: Bool)
    /// Inside a bracketed paste: how many bytes of its end have come.
    case paste(endBytes: Int)
    /// So many bytes of an old mouse report are to come.
    case skip(Int)
  }

  private var state = State.ground
  /// The bytes of what has begun; the room is used again.
  private var collected: [UInt8] = []
  /// The column of the cursor, from 1, that the terminal has reported behind a character in the
  /// first: 2 or 3, for Ctrl-F3 looks like a report of the fifth.
  public private(set) var reportedColumn: Int?
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Makes a decoder that has seen nothing.
  public init() {}

  /// Takes the next bytes and returns the keys they complete.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    inputs(bytes).compactMap { input in
      if case .key(let key) = input { key } else { nil }
    }
  }

  /// Takes the next bytes and returns the keys and the reports of the mouse that they complete.
  public mutating func inputs(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    for byte in bytes { take(byte, &inputs) }
    return inputs
  }

  /// How long to wait for the rest of what has begun; nil if nothing has.
  public var patience: Duration? {
    switch state {
    case .ground: nil
    case .escape: .milliseconds(25)
    case .character, .control, .single, .console, .text, .skip: .seconds(1)
    // The network may stall in the middle, and the rest of a text would be a storm of keys.
    case .paste: .seconds(5)
    }
  }

  /// Stops waiting for the rest: ESC alone is the Escape key, everything else is dropped.
  public mutating func giveUp() -> [Key] {
    let keys: [Key] = state == .escape ? [.escape] : []
    state = .ground
    return keys
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    switch state {
    case .ground: begin(byte, &inputs)
    case .character(let count): extend(byte, count, &inputs)
    case .escape: introduce(byte, &inputs)
    case .control: parameter(byte, &inputs)
    case .single(let isModified): single(byte, isModified, &inputs)
    case .console:
      finish(byte, (0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : nil, &inputs)
    case .text(let afterEscape): skipText(byte, afterEscape, &inputs)
    case .paste(let endBytes): skipPaste(byte, endBytes)
    case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
    }
  }

  private mutating func begin(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x09: inputs.append(.key(.tab))
    case 0x0A, 0x0D: inputs.append(.key(.enter))
    case 0x08, 0x7F: inputs.append(.key(.backspace))
    case 0x01...0x1A: inputs.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
    case 0x20: inputs.append(.key(.space))
    case 0x21...0x7E: inputs.append(.key(.character(Character(Unicode.Scalar(byte)))))
    case 0xC2...0xDF: collect(byte, .character(count: 2))
    case 0xE0...0xEF: collect(byte, .character(count: 3))
    case 0xF0...0xF4: collect(byte, .character(count: 4))
    default: break
    }
  }

  /// Begins to collect the bytes of something.
  private mutating func collect(_ byte: UInt8?, _ begun: State) {
    collected.removeAll(keepingCapacity: true)
    if let byte { collected.append(byte) }
    state = begun
  }

  private mutating func extend(_ byte: UInt8, _ count: Int, _ inputs: inout [TerminalInput]) {
    guard byte & 0xC0 == 0x80 else { return begin(byte, &inputs) }
    collected.append(byte)
    guard collected.count == count else { return }
    state = .ground
    // What is not valid UTF-8 becomes U+FFFD, which no keyboard types.
    guard let character = String(decoding: collected, as: UTF8.self).first,
      character != "\u{FFFD}", character.columns > 0
    else { return }
    inputs.append(.key(.character(character)))
  }

  /// Takes the byte after ESC; ESC and an ordinary key typed quickly are two keys.
  private mutating func introduce(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    switch byte {
    case UInt8(ascii: "["): collect(nil, .control)
    case UInt8(ascii: "O"): state = .single(isModified: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .text(afterEscape: false)
    default:
      inputs.append(.key(.escape))
      begin(byte, &inputs)
    }
  }

  /// Takes a byte after `ESC O`; Shift-F2 is `ESC O 2 Q` or `ESC O 1 ; 2 Q` in some terminals.
  private mutating func single(
    _ byte: UInt8, _ isModified: Bool, _ inputs: inout [TerminalInput]
  ) {
    if (0x30...0x3F).contains(byte) {
      state = .single(isModified: true)
    } else {
      finish(byte, isModified ? nil : Self.singleKeys[byte], &inputs)
    }
  }

  private mutating func parameter(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    switch byte {
    // rxvt's Shift-Home is `ESC [ 7 $`; answers about modes, which end in `$ y`, have more than digits.
    case UInt8(ascii: "$") where isNumber: state = .ground
    case 0x20...0x3F:
      // Longer than anything a terminal sends: the rest of the noise is dropped with it.
      if collected.count == 32 { collected.removeFirst() }
      collected.append(byte)
    case UInt8(ascii: "[") where collected.isEmpty: state = .console
    case UInt8(ascii: "M") where collected.isEmpty: state = .skip(3)
    case UInt8(ascii: "~") where collected.elementsEqual("200".utf8): state = .paste(endBytes: 0)
    case UInt8(ascii: "M") where collected.first == UInt8(ascii: "<"):
      if let report = MouseReport(numbers: collected.dropFirst()) {
        inputs.append(.mouse(report))
      }
      state = .ground
    default:
      if byte == UInt8(ascii: "R") { takeReport() }
      finish(byte, Self.key(parameters: collected, final: byte), &inputs)
    }
  }

  /// Whether digits have been collected and nothing else.
  private var isNumber: Bool {
    !collected.isEmpty && collected.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Row and column of the cursor, as in `ESC [ 24 ; 80 R`.
  private mutating func takeReport() {
    let numbers = String(decoding: collected, as: UTF8.self).split(separator: ";").map { Int($0) }
    guard numbers.count == 2, numbers[0] != nil, let column = numbers[1] else { return }
    if (2...3).contains(column) { reportedColumn = column }
  }

  /// Ends a sequence; a control character inside it begins anew.
  private mutating func finish(_ byte: UInt8, _ key: Key?, _ inputs: inout [TerminalInput]) {
    state = .ground
    if byte < 0x20 {
      begin(byte, &inputs)
    } else if let key {
      inputs.append(.key(key))
    }
  }

  /// The text ends with BEL or `ESC \`, or where another sequence begins.
  ///
  /// Otherwise Alt-] would swallow the arrows after it. ESC and an ordinary character are text.
  private mutating func skipText(
    _ byte: UInt8, _ afterEscape: Bool, _ inputs: inout [TerminalInput]
  ) {
    if byte == 0x07 || (afterEscape && byte == UInt8(ascii: "\\")) {
      state = .ground
    } else if afterEscape, Self.sequenceStarts.contains(byte) {
      introduce(byte, &inputs)
    } else {
      state = .text(afterEscape: byte == 0x1B)
    }
  }

  /// Only the first byte of a paste's end is ESC, so after any other wrong byte nothing of it has come.
  private mutating func skipPaste(_ byte: UInt8, _ endBytes: Int) {
    let matched = byte == Self.pasteEnd[endBytes] ? endBytes + 1 : byte == Self.pasteEnd[0] ? 1 : 0
    state = matched == Self.pasteEnd.count ? .ground : .paste(endBytes: matched)
  }

  private static func key(parameters: [UInt8], final: UInt8) -> Key? {
    guard final == UInt8(ascii: "~") else {
      return parameters.isEmpty || parameters.elementsEqual("1;1".utf8) ? controlKeys[final] : nil
    }
    return Int(String(decoding: parameters, as: UTF8.self)).flatMap { numberedKeys[$0] }
  }

  /// What makes a sequence of ESC.
  private static let sequenceStarts: [UInt8] = Array("[O]PX^_".utf8)

  /// `ESC [` and a letter.
  private static let controlKeys: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x5A: .backTab,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  /// `ESC O` and a letter: keys in application mode, with the numeric keypad.
  private static let singleKeys: [UInt8: Key] = {
    var keys = controlKeys
    keys[UInt8(ascii: "M")] = .enter
    for (byte, character) in zip(UInt8(ascii: "j")...UInt8(ascii: "y"), "*+,-./0123456789") {
      keys[byte] = .character(character)
    }
    return keys
  }()

  /// `ESC [`, a number and `~`.
  private static let numberedKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
