extension JSON {
  /// The value as a JSON text, without a line feed at the end.
  ///
  /// Reading the text gives the value back, except that a `number` without a fraction comes back as
  /// an `integer` (`5`, not `5.0`) and one that is not finite as a `string`; `doubleValue` sees no
  /// difference.
  public func text(_ layout: JSONText.Layout = .compact) -> String {
    var text = JSONText(layout)
    text.value(self)
    return text.string
  }

  /// Whether the value is written as a number, or stands for one that is not finite.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    case .null, .boolean, .string, .array, .object: false
    }
  }
}

extension JSONText {
  /// Writes a whole value; an array of nothing but numbers stands on one line.
  public mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let elements):
      array(onOneLine: elements.allSatisfy(\.isNumber)) { text in
        for element in elements { text.value(element) }
      }
    case .object(let members):
      object { text in
        for member in members {
          text.key(member.key)
          text.value(member.value)
        }
      }
    }
  }
}
