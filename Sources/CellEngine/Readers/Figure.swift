/// A number as people read it from the back row.
///
/// The zero before the point is left out (`.97`), the minus is a real one (`−.41`). Where all digits
/// that are shown are 0 there is no sign, whichever side of 0 the number is on: what two numbers
/// show alike, they show alike everywhere.
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
    let scale = powerOfTen(decimals)
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    return scaled.isFinite ? scaled / scale : value
  }

  /// The text of a number for a label: two decimals, a third where two would say 0 or 1 of a
  /// number that is neither.
  ///
  /// So a gate that is almost open reads `.997`, and a memory of −.002 is not nothing.
  public static func label(_ value: Double, sign: Sign = .negative) -> String {
    text(value, labelDecimals(value), sign: sign)
  }

  /// How many decimals a label has.
  public static func labelDecimals(_ value: Double) -> Int { isMisleading(value, 2) ? 3 : 2 }

  /// Whether two numbers have the same label.
  ///
  /// It is found without the texts, which a whole run of numbers would take seconds to write.
  public static func isLabelledAlike(_ value: Double, _ other: Double) -> Bool {
    if value == other { return true }
    guard value.magnitude < 999, other.magnitude < 999 else { return label(value) == label(other) }
    let decimals = labelDecimals(value)
    return decimals == labelDecimals(other) && rounded(value, decimals) == rounded(other, decimals)
  }

  /// Whether so many decimals round a number to 0 or ±1 that one more would tell from it.
  static func isMisleading(_ value: Double, _ decimals: Int) -> Bool {
    let shown = rounded(value, decimals)
    guard shown == 0 || shown.magnitude == 1 else { return false }
    return rounded(value, decimals + 1) != shown
  }

  /// The text of a number: decimals below a thousand, powers of ten beyond.
  public static func text(_ value: Double, _ decimals: Int = 2, sign: Sign = .negative) -> String {
    if value.isNaN { return "NaN" }
    let shown = rounded(value, decimals)
    let mark = shown < 0 ? "−" : sign == .always && shown > 0 ? "+" : ""
    let magnitude = shown.magnitude
    if magnitude.isInfinite { return mark + "∞" }
    if magnitude >= 1000 { return mark + scientific(magnitude) }
    let scaled = Int((magnitude * powerOfTen(decimals)).rounded())
    let unit = Int(powerOfTen(decimals))
    let whole = scaled / unit
    guard decimals > 0 else { return mark + "\(whole)" }
    let fraction = String(scaled % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return mark + (whole == 0 ? "" : "\(whole)") + "." + zeros + fraction
  }

  /// A share of one as a percentage, `97%`; near none and all with a decimal, `99.7%`, and `≈0%`
  /// where that is 0 as well and the share is not.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite, share.magnitude < 1e6 else { return text(share) }
    let whole = (share * 100).rounded()
    let tenths = (share * 1000).rounded()
    if share > 0, tenths == 0 { return "≈0%" }
    guard whole == 0 || whole == 100, tenths != whole * 10 else { return "\(Int(whole))%" }
    return tenths < 10 ? ".\(Int(tenths))%" : "\(Int(tenths) / 10).\(Int(tenths) % 10)%"
  }

  /// 10 to a power of 0 or more.
  public static func powerOfTen(_ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1.0) { power, _ in power * 10 }
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
