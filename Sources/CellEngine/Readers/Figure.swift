/// A number as people read it from the back row.
///
/// The zero before the point is left out (`.97`), the minus is a real one (`−.41`).
public enum Figure {
  /// Which signs are written.
  public enum Sign: Sendable {
    /// Only a minus.
    case negative
    /// Plus and minus: for numbers that can be both.
    case always
  }

  /// The number nearest to `value` with so many decimals.
  public static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = power(decimals)
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    return scaled.isFinite ? scaled / scale : value
  }

  /// The text of a number: decimals below a thousand, powers of ten beyond.
  public static func text(_ value: Double, _ decimals: Int = 2, sign: Sign = .negative) -> String {
    if value.isNaN { return "NaN" }
    let shown = rounded(value, decimals)
    let mark = shown < 0 ? "−" : sign == .always && shown > 0 ? "+" : ""
    let magnitude = shown.magnitude
    if magnitude.isInfinite { return mark + "∞" }
    if magnitude >= 1000 { return mark + scientific(magnitude) }
    let scaled = Int((magnitude * power(decimals)).rounded())
    let unit = Int(power(decimals))
    let whole = scaled / unit
    guard decimals > 0 else { return mark + "\(whole)" }
    let fraction = String(scaled % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return mark + (whole == 0 ? "" : "\(whole)") + "." + zeros + fraction
  }

  /// A share of one as a percentage, `97%`.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite, share.magnitude < 1e6 else { return text(share) }
    return "\(Int((share * 100).rounded()))%"
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  }

  /// One decimal and the power of ten, `1.2e30`.
  private static func scientific(_ magnitude: Double) -> String {
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 9.95 {
      mantissa /= 10
      exponent += 1
    }
    let tenths = Int((mantissa * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)e\(exponent)"
  }
}
