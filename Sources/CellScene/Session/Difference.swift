import CellEngine

/// How far a number is from another, as it is shown: the one rule of every Δ and of B − A.
enum Difference: Hashable {
  /// Not at all, to the last bit.
  case none
  /// By less than is shown.
  case unseen
  /// By this much.
  case by(Double)

  /// Holds a number against the one that it is told from.
  init(of number: Double, from old: Double) {
    if number == old || number.isNaN && old.isNaN {
      self = .none
    } else {
      self = Figure.label(number) == Figure.label(old) ? .unseen : .by(number - old)
    }
  }

  /// The number, if one is shown.
  var number: Double? {
    if case .by(let number) = self { number } else { nil }
  }

  /// The sign or the number as it is written.
  var text: String {
    switch self {
    case .none: "="
    case .unseen: "≈"
    case .by(let number): Figure.label(number, sign: .always)
    }
  }
}
