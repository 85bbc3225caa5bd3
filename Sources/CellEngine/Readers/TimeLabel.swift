/// The time that a symbol carries: the step itself in general, or a step's number.
public enum TimeLabel: Hashable, Sendable {
  /// `<t>` and `<t-1>` in the lecture.
  case general
  /// The number of the step, from 1: `<3>` and `<2>`.
  case step(Int)
}

/// Where a notation writes the time.
enum TimeStyle: Hashable, Sendable {
  /// `c<t>`, `c<t-1>`.
  case brackets
  /// `cₜ`, `cₜ₋₁`.
  case below
  /// `cᵗ`, `cᵗ⁻¹`.
  case above

  /// The time of the step itself, or of the step before it.
  func text(_ time: TimeLabel, previous: Bool) -> String {
    let plain =
      switch time {
      case .general: previous ? "t-1" : "t"
      case .step(let number): "\(previous ? number - 1 : number)"
      }
    switch self {
    case .brackets: return "<" + plain + ">"
    case .below: return Self.lowered(plain)
    case .above: return Self.raised(plain)
    }
  }

  /// Digits, `t` and `-` below the line.
  static func lowered(_ text: String) -> String { shifted(text, to: Array("₀₁₂₃₄₅₆₇₈₉"), "ₜ", "₋") }

  /// Digits, `t` and `-` above the line.
  static func raised(_ text: String) -> String { shifted(text, to: Array("⁰¹²³⁴⁵⁶⁷⁸⁹"), "ᵗ", "⁻") }

  private static func shifted(
    _ text: String, to digits: [Character], _ step: Character, _ minus: Character
  ) -> String {
    String(
      text.map { character in
        if let digit = character.wholeNumberValue { return digits[digit] }
        return character == "t" ? step : character == "-" ? minus : character
      })
  }
}
