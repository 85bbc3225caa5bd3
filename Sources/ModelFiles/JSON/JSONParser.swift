extension JSON {
  /// Reads a JSON text strictly (RFC 8259), without any extension.
  ///
  /// Refused are in particular duplicate keys, a byte order mark, anything after the value,
  /// invalid UTF-8, lone surrogates, integers beyond 64 bits and numbers beyond `Double`.
  /// A number too small for a `Double` becomes zero.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - depthLimit: how many arrays and objects may be inside each other, 1 to 128; `[]` has
  ///     depth 1. The bound keeps the recursion far from the end of the stack.
  /// - Throws: the first violation.
  /// - Complexity: O(number of bytes).
  public init(parsing bytes: [UInt8], depthLimit: Int = 64) throws(ParsingError) {
    precondition(
      (1...128).contains(depthLimit), "the depth limit must be 1 to 128, not \(depthLimit)")
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
    self = try parser.wholeText()
  }

  /// Reads a JSON text strictly; see `init(parsing:depthLimit:)` for bytes.
  public init(parsing text: String, depthLimit: Int = 64) throws(ParsingError) {
    try self.init(parsing: Array(text.utf8), depthLimit: depthLimit)
  }
}

struct JSONParser {
  let bytes: [UInt8]
  let depthLimit: Int
  var position = 0
  private var depth = 0

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The byte at the position, or `nil` at the end of the text.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func error(_ reason: JSON.ParsingError.Reason, at offset: Int? = nil) -> JSON.ParsingError {
    let offset = offset ?? position
    let lineFeeds = bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    return JSON.ParsingError(reason: reason, offset: offset, line: lineFeeds + 1)
  }

  /// The error for whatever stands at the position.
  func unexpected() -> JSON.ParsingError {
    guard let next else { return error(.unexpectedEnd) }
    return error(.unexpectedByte(next))
  }

  mutating func wholeText() throws(JSON.ParsingError) -> JSON {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw error(.byteOrderMark) }
    skipWhitespace()
    let result = try value()
    skipWhitespace()
    guard next == nil else { throw error(.trailingText) }
    return result
  }

  private mutating func value() throws(JSON.ParsingError) -> JSON {
    guard let next else { throw unexpected() }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSON
  ) throws(JSON.ParsingError) -> JSON {
    for offset in 0..<text.utf8CodeUnitCount {
      guard next == text.utf8Start[offset] else { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func array() throws(JSON.ParsingError) -> JSON {
    try enter()
    var elements: [JSON] = []
    guard !take("]") else { return leave(.array([])) }
    repeat {
      skipWhitespace()
      elements.append(try value())
      skipWhitespace()
    } while take(",")
    guard take("]") else { throw unexpected() }
    return leave(.array(elements))
  }

  private mutating func object() throws(JSON.ParsingError) -> JSON {
    try enter()
    var members: [JSON.Member] = []
    var keys = KeySet()
    guard !take("}") else { return leave(.object([])) }
    repeat {
      skipWhitespace()
      let keyPosition = position
      guard next == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      guard keys.insert(key) else { throw error(.duplicateKey(key), at: keyPosition) }
      skipWhitespace()
      guard take(":") else { throw unexpected() }
      skipWhitespace()
      members.append(JSON.Member(key, try value()))
      skipWhitespace()
    } while take(",")
    guard take("}") else { throw unexpected() }
    return leave(.object(members))
  }

  private mutating func enter() throws(JSON.ParsingError) {
    guard depth < depthLimit else { throw error(.tooDeep(limit: depthLimit)) }
    depth += 1
    position += 1
    skipWhitespace()
  }

  private mutating func leave(_ value: JSON) -> JSON {
    depth -= 1
    return value
  }

  /// Steps over one ASCII character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipWhitespace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }
}

/// Keys compared byte by byte; `String` would take two spellings of an accented letter as one.
private struct KeySet {
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// Adds a key; `false` if it is there already.
  mutating func insert(_ key: String) -> Bool {
    guard many.isEmpty else { return many.insert(Array(key.utf8)).inserted }
    let count = key.utf8.count
    guard !few.contains(where: { $0.utf8.count == count && $0.utf8.elementsEqual(key.utf8) })
    else { return false }
    few.append(key)
    if few.count > 64 {
      many = Set(few.map { Array($0.utf8) })
      few = []
    }
    return true
  }
}
