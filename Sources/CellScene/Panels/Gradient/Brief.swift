import CellEngine

/// A number from 0 on in as few columns as its size allows: `1.00`, `.31`, `.031`, `3e−4`, `0`.
enum Brief {
  /// The text; at most five columns below 10⁻¹⁰⁰.
  static func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    guard value.isFinite, value > 0 else { return Figure.text(value) }
    if value >= 99.5 { return Figure.text(value, 0) }
    if value >= 0.0995 { return Figure.text(value, value >= 9.95 ? 1 : 2) }
    if value >= 0.00995 { return Figure.text(value, 3) }
    var (mantissa, exponent) = (value, 0)
    while mantissa < 0.95, exponent < 400 {
      mantissa *= 10
      exponent += 1
    }
    return "\(Int(mantissa.rounded()))e−\(exponent)"
  }
}
