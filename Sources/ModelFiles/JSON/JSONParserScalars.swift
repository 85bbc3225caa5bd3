/// The leaves of the grammar: numbers and strings.
extension JSONParser {
  mutating func number() throws(JSON.ParsingError) -> JSON {
    let start = position
    let isNegative = take("-")
    let integerStart = position
    guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    if bytes[integerStart] == UInt8(ascii: "0"), position > integerStart + 1 {
      throw error(.malformedNumber, at: start)
    }
    let isInteger = try !skipFractionAndExponent(start)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, !isNegative || text != "-0", let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw error(.numberOutOfRange, at: start)
    }
    return .number(value)
  }

  /// Whether there was a fraction or an exponent.
  private mutating func skipFractionAndExponent(_ start: Int) throws(JSON.ParsingError) -> Bool {
    let end = position
    if take(".") {
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    return position > end
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    return position - start
  }

  mutating func string() throws(JSON.ParsingError) -> String {
    position += 1
    let start = position
    var escaped: [UInt8] = []
    var plainStart = start
    while true {
      guard let byte = next else { throw error(.unexpectedEnd) }
      switch byte {
      case UInt8(ascii: "\""):
        let text = bytes[plainStart..<position]
        position += 1
        return try decoded(plainStart == start ? text : ArraySlice(escaped + text), start)
      case UInt8(ascii: "\\"):
        escaped += bytes[plainStart..<position]
        escaped += try escape().utf8
        plainStart = position
      case ..<0x20:
        throw error(.controlCharacter(byte))
      default:
        position += 1
      }
    }
  }

  /// Decoding repairs what is not UTF-8, so a text that comes out changed was invalid.
  private func decoded(
    _ text: ArraySlice<UInt8>, _ start: Int
  ) throws(JSON.ParsingError) -> String {
    let result = String(decoding: text, as: UTF8.self)
    guard result.utf8.elementsEqual(text) else { throw error(.invalidUTF8, at: start) }
    return result
  }

  private mutating func escape() throws(JSON.ParsingError) -> String {
    let start = position
    position += 1
    guard let letter = next else { throw error(.unexpectedEnd) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar(start))
    default: throw error(.unknownEscape, at: start)
    }
  }

  /// Reads what follows `\u`, and the second half of a surrogate pair.
  private mutating func scalar(_ start: Int) throws(JSON.ParsingError) -> Character {
    let first = try fourHexadecimalDigits(start)
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard first < 0xDC00, take("\\"), take("u") else { throw error(.loneSurrogate, at: start) }
    let second = try fourHexadecimalDigits(start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return Character(scalar)
  }

  private mutating func fourHexadecimalDigits(_ start: Int) throws(JSON.ParsingError) -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<4 {
      guard let next else { throw error(.unexpectedEnd) }
      guard next < 0x80, let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw error(.unknownEscape, at: start)
      }
      result = result << 4 | UInt32(digit)
      position += 1
    }
    return result
  }
}
