import Foundation

/// A right-hand side with numbers, read back from the characters on the screen.
///
/// It shares nothing with the program that writes them.
indirect enum ShownFormula: Equatable {
  /// A number and how many decimals of it are shown.
  case number(Double, decimals: Int)
  case function(String, ShownFormula)
  case product([ShownFormula])
  case sum([ShownFormula])
  case negated(ShownFormula)

  /// What a reader with a calculator finds.
  var value: Double {
    switch self {
    case .number(let value, _): value
    case .function("σ", let argument): 1 / (1 + exp(-argument.value))
    case .function("2σ", let argument): 2 / (1 + exp(-argument.value))
    case .function("4σ", let argument): 4 / (1 + exp(-argument.value))
    case .function("tanh", let argument): tanh(argument.value)
    case .function: .nan
    case .product(let factors): factors.reduce(1) { $0 * $1.value }
    case .sum(let terms): terms.reduce(0) { $0 + $1.value }
    case .negated(let formula): -formula.value
    }
  }

  /// Whether working out part of this formula, and rounding as shown, gives the next one.
  func becomes(_ next: ShownFormula) -> Bool {
    switch (self, next) {
    case (_, .number(let shown, let decimals)):
      (value - shown).magnitude <= (0.5 + 5e-7) * pow(10, -Double(decimals))
    case (.function(let name, let argument), .function(let nextName, let nextArgument)):
      name == nextName && argument.becomes(nextArgument)
    case (.product(let parts), .product(let nextParts)), (.sum(let parts), .sum(let nextParts)):
      parts.count == nextParts.count && zip(parts, nextParts).allSatisfy { $0.becomes($1) }
    case (.negated(let formula), .negated(let nextFormula)):
      formula.becomes(nextFormula)
    case (.number, _), (.function, _), (.product, _), (.sum, _), (.negated, _):
      false
    }
  }

  /// Reads a formula; nil if it is none.
  init?(_ text: some StringProtocol) {
    var reader = FormulaReader(rest: text[...].description[...])
    guard let formula = reader.sum(), reader.rest.isEmpty else { return nil }
    self = formula
  }

  /// Reads all stages of an equation's text.
  static func stages(of text: String) -> [ShownFormula]? {
    let stages = text.components(separatedBy: " = ").map { ShownFormula($0) }
    let read = stages.compactMap { $0 }
    return read.count == stages.count ? read : nil
  }
}

private struct FormulaReader {
  var rest: Substring

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  mutating func sum() -> ShownFormula? {
    guard let first = product() else { return nil }
    var terms = [first]
    while true {
      let isSubtracted = rest.hasPrefix(" − ")
      guard take(" + ") || take(" − ") else { break }
      guard let term = product() else { return nil }
      guard isSubtracted else {
        terms.append(term)
        continue
      }
      if case .number(let value, let decimals) = term {
        terms.append(.number(-value, decimals: decimals))
      } else {
        terms.append(.negated(term))
      }
    }
    return terms.count == 1 ? first : .sum(terms)
  }

  private mutating func product() -> ShownFormula? {
    guard let first = factor() else { return nil }
    var factors = [first]
    while take(" × ") {
      guard let factor = factor() else { return nil }
      factors.append(factor)
    }
    return factors.count == 1 ? first : .product(factors)
  }

  private mutating func factor() -> ShownFormula? {
    for name in ["σ", "2σ", "4σ", "tanh"] where take(name + "(") {
      guard let argument = sum(), take(")") else { return nil }
      return .function(name, argument)
    }
    if take("(") {
      guard let inner = sum(), take(")") else { return nil }
      return inner
    }
    return number()
  }

  private mutating func number() -> ShownFormula? {
    let isNegative = take("−")
    if !isNegative { _ = take("+") }
    let digits = rest.prefix { "0123456789.".contains($0) }
    guard digits.contains(where: { $0 != "." }) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let magnitude = Double(digits.hasPrefix(".") ? "0" + digits : String(digits)) else {
      return nil
    }
    let decimals =
      digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .first?.count ?? 0
    return .number(isNegative ? -magnitude : magnitude, decimals: decimals)
  }
}
