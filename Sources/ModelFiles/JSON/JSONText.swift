/// A JSON text that is written value by value, without a tree of values in memory.
///
///     var text = JSONText(.pretty)
///     text.object { text in
///       text.key("hidden")
///       text.integer(5)
///       text.key("bias")
///       text.numbers([0, 0.5])
///     }
///
/// Doubles have the digits that give back every bit; NaN and the infinities, which JSON does not
/// have, are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`. Strings escape everything that a
/// terminal could act on (see `isHidden`). A value in the wrong place, such as one in an object
/// without a key, is a programmer's mistake and traps.
public struct JSONText: Sendable {
  /// How the text is spaced.
  public enum Layout: Hashable, Sendable {
    /// No spaces and no line feeds.
    case compact
    /// Two spaces per level, one member or element on a line, arrays of numbers on one line.
    case pretty
  }

  private struct Level {
    let isObject: Bool
    let isOneLine: Bool
    var isEmpty = true
  }

  /// What is written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var levels: [Level] = []
  private var hasKey = false
  private var hasRoot = false

  /// Makes an empty text.
  public init(_ layout: Layout = .compact) {
    self.layout = layout
  }

  /// What is written and not yet taken, as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what is written so far and forgets it, so that a long text need not stay in memory.
  public mutating func take() -> [UInt8] {
    let result = bytes
    bytes.removeAll(keepingCapacity: true)
    return result
  }

  /// Writes `null`.
  public mutating func null() {
    startValue()
    bytes += "null".utf8
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    startValue()
    bytes += (value ? "true" : "false").utf8
  }

  /// Writes an integer with all its digits.
  public mutating func integer(_ value: Int) {
    startValue()
    bytes += String(value).utf8
  }

  /// Writes a number, or the string for one that is not finite.
  public mutating func number(_ value: Double) {
    startValue()
    if value.isFinite {
      bytes += format(value).utf8
    } else {
      quote(format(value))
    }
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    startValue()
    quote(value)
  }

  /// Writes an array of numbers on one line.
  public mutating func numbers(_ values: some Sequence<Double>) {
    array(onOneLine: true) { text in
      for value in values { text.number(value) }
    }
  }

  /// Writes an array whose elements the closure writes.
  public mutating func array(
    onOneLine: Bool = false, _ write: (inout JSONText) throws -> Void
  ) rethrows {
    open("[", Level(isObject: false, isOneLine: onOneLine || isOneLine))
    try write(&self)
    close("]")
  }

  /// Writes an object whose members the closure writes, a key and a value in turn.
  public mutating func object(_ write: (inout JSONText) throws -> Void) rethrows {
    open("{", Level(isObject: true, isOneLine: isOneLine))
    try write(&self)
    close("}")
  }

  /// Writes the key of an object's next member; its value must follow.
  ///
  /// Nothing checks that the key is new.
  public mutating func key(_ name: String) {
    precondition(levels.last?.isObject == true, "a key must be inside an object")
    precondition(!hasKey, "a value must follow the key before \(name)")
    separate()
    quote(name)
    bytes += (layout == .pretty ? ": " : ":").utf8
    hasKey = true
  }

  private var isOneLine: Bool { levels.last?.isOneLine ?? false }

  private mutating func startValue() {
    if let level = levels.last {
      precondition(hasKey == level.isObject, "a value in an object needs a key before it")
      if !level.isObject { separate() }
    } else {
      precondition(!hasRoot, "a JSON text is one value")
      hasRoot = true
    }
    hasKey = false
  }

  private mutating func separate() {
    let level = levels.removeLast()
    if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
    levels.append(Level(isObject: level.isObject, isOneLine: level.isOneLine, isEmpty: false))
    if !level.isOneLine {
      breakLine()
    } else if layout == .pretty, !level.isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * levels.count)
  }

  private mutating func open(_ bracket: Unicode.Scalar, _ level: Level) {
    startValue()
    bytes.append(UInt8(ascii: bracket))
    levels.append(level)
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    precondition(!hasKey, "a value must follow the last key of an object")
    let level = levels.removeLast()
    if !level.isEmpty, !level.isOneLine { breakLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case " "..."~": bytes.append(UInt8(ascii: scalar))
      default: scalar.isHidden ? escape(scalar) : bytes.append(contentsOf: scalar.utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in scalar.utf16 {
      let digits = String(unit, radix: 16)
      bytes += "\\u".utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      bytes += digits.utf8
    }
  }
}
