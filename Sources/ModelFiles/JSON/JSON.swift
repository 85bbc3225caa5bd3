/// A JSON value that keeps the order of object members and every integer exactly.
///
/// A literal without fraction and exponent is an `integer`, one with either is a `number`; `-0` is
/// the `number` minus zero, because no integer can say it.
public enum JSON: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case boolean(Bool)
  /// A number written without fraction and exponent.
  case integer(Int)
  /// A number written with a fraction or an exponent, or an integer that does not fit 64 bits.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in the order of the text; no key occurs twice in what the parser gives.
  case object([Member])

  /// One key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key, with its escapes resolved.
    public let key: String
    /// What stands behind the colon.
    public let value: JSON

    /// Makes a member.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }
}

extension JSON {
  /// The value of a member, or `nil` if this is not an object or has no such member.
  ///
  /// Keys are compared byte by byte, so two spellings of the same accented letter are two keys.
  ///
  /// - Complexity: O(number of members).
  public subscript(key: String) -> JSON? {
    members?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// An element, or `nil` if this is not an array or has no such element.
  public subscript(index: Int) -> JSON? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The integer, or `nil` if this is something else, also a number such as `2.0`.
  public var integerValue: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The number as `JSONText` writes it, or `nil` if this is no number.
  ///
  /// An integer beyond 2⁵³ is rounded to the nearest `Double`; the texts `"NaN"`, `"Infinity"` and
  /// `"-Infinity"` count as numbers.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .string("NaN"): .nan
    case .string("Infinity"): .infinity
    case .string("-Infinity"): -.infinity
    case .string, .null, .boolean, .array, .object: nil
    }
  }

  /// The text, or `nil` if this is something else.
  public var stringValue: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The elements of an array, or `nil` if this is something else.
  public var elements: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The members of an object in their order, or `nil` if this is something else.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The kind of value with its article, for error messages: `a string`, `an array`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a Boolean"
    case .integer: "an integer"
    case .number(let value) where abs(value) >= 0x1p63: "a number beyond 64 bits"
    case .number: "a number with a fraction"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
