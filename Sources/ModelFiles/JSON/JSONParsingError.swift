extension JSON {
  /// What is wrong with a JSON text, and where.
  ///
  /// The description is one sentence on one line; keys of the text in it are made visible and
  /// shortened.
  public struct ParsingError: Error, Hashable, Sendable {
    /// What is wrong.
    public let reason: Reason
    /// The number of bytes before the place.
    public let offset: Int
    /// The line of the place, counted from 1.
    public let line: Int

    /// The ways in which a text fails to be JSON.
    public enum Reason: Hashable, Sendable {
      /// The text ends inside a value, or has none.
      case unexpectedEnd
      /// A byte that cannot stand in this place.
      case unexpectedByte(UInt8)
      /// Something follows the value.
      case trailingText
      /// The text starts with a byte order mark.
      case byteOrderMark
      /// More arrays and objects inside each other than the limit.
      case tooDeep(limit: Int)
      /// An object names a key twice.
      case duplicateKey(String)
      /// A number against the grammar, such as `01` or `1.`.
      case malformedNumber
      /// A number that is too large for a `Double`, such as `1e400`.
      case numberOutOfRange
      /// A control character that is not escaped.
      case controlCharacter(UInt8)
      /// An escape that JSON does not know.
      case unknownEscape
      /// Half of a surrogate pair.
      case loneSurrogate
      /// Bytes that are not UTF-8.
      case invalidUTF8
    }
  }
}

extension JSON.ParsingError: CustomStringConvertible {
  /// The error as one sentence.
  public var description: String {
    "The JSON text is not valid in line \(line), at byte \(offset): \(explanation)."
  }

  /// What is wrong, as a clause without the place.
  public var explanation: String {
    switch reason {
    case .unexpectedEnd: "the text ends too early"
    case .unexpectedByte(let byte): "\(Self.name(of: byte)) cannot stand here"
    case .trailingText: "something follows the value"
    case .byteOrderMark: "a byte order mark is not allowed"
    case .tooDeep(let limit): "arrays and objects are nested more than \(limit) deep"
    case .duplicateKey(let key): "the key \"\(visible(key))\" occurs twice in one object"
    case .malformedNumber: "the number is malformed"
    case .numberOutOfRange: "the number is too large for double precision"
    case .controlCharacter(let byte): "\(Self.name(of: byte)) must be escaped in a string"
    case .unknownEscape: "the escape is unknown"
    case .loneSurrogate: "the escape is half of a surrogate pair"
    case .invalidUTF8: "the string is not valid UTF-8"
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte)
      ? "the character \(Character(Unicode.Scalar(byte)))"
      : "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
