/// A number as people type it.
enum NumberText {
  /// Why a text is no number that can be put in.
  enum Fault: Error, Hashable, Sendable {
    /// It is not written as a number.
    case notANumber
    /// It is beyond what a number can hold.
    case tooLarge
  }

  /// Reads a number: a sign (− or -), digits with a point, a power of ten, such as −.5 or 1e-3.
  ///
  /// - Throws: `Fault`; NaN and infinities are not numbers here.
  static func value(of text: some StringProtocol) throws(Fault) -> Double {
    let plain = text.map { $0 == "−" ? "-" : $0 }
    var rest = plain[...]
    skipSign(&rest)
    let whole = skipDigits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest.removeFirst()
      fraction = skipDigits(&rest)
    }
    guard whole + fraction > 0 else { throw .notANumber }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest.removeFirst()
      skipSign(&rest)
      guard skipDigits(&rest) > 0 else { throw .notANumber }
    }
    guard rest.isEmpty, let number = Double(completed(plain)) else { throw .notANumber }
    guard number.isFinite else { throw .tooLarge }
    return number
  }

  /// With a 0 before a point that has none, and behind one that has none.
  private static func completed(_ text: [Character]) -> String {
    var result = ""
    for (place, character) in text.enumerated() {
      let isPoint = character == "."
      if isPoint, place == 0 || !text[place - 1].isASCIIDigit { result.append("0") }
      result.append(character)
      if isPoint, place + 1 == text.count || !text[place + 1].isASCIIDigit { result.append("0") }
    }
    return result
  }

  private static func skipSign(_ rest: inout ArraySlice<Character>) {
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
  }

  private static func skipDigits(_ rest: inout ArraySlice<Character>) -> Int {
    let digits = rest.prefix { $0.isASCIIDigit }.count
    rest.removeFirst(digits)
    return digits
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
