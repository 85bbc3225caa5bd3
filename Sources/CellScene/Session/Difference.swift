import CellEngine

/// How far a number is from another, as it is shown: the one rule of every Δ and of B − A.
enum Difference: Hashable {
  /// Not at all, to the last bit.
  case none
  /// By less than is shown.
  case unseen
  /// By this much in the digits that both show, so that the three numbers add up.
  case by(Double, decimals: Int)

  /// Holds a number against the one that it is told from.
  init(of number: Double, from old: Double) {
    if number == old || number.isNaN && old.isNaN {
      self = .none
    } else if Figure.isLabelledAlike(number, old) {
      self = .unseen
    } else {
      let decimals = [number, old].map(Figure.labelDecimals)
      let difference =
        Figure.rounded(number, decimals[0]) - Figure.rounded(old, decimals[1])
      self = .by(difference, decimals: max(decimals[0], decimals[1]))
    }
  }

  /// Whether a number is shown.
  var isShown: Bool {
    if case .by = self { true } else { false }
  }

  /// The sign or the number as it is written.
  var text: String {
    switch self {
    case .none: "="
    case .unseen: "≈"
    case .by(let number, let decimals): Figure.text(number, decimals, sign: .always)
    }
  }

  /// The difference as it stands behind a number, and with fewer digits for where there is no room;
  /// nothing where none is shown.
  var marks: [String] {
    guard case .by(let number, let decimals) = self else { return [] }
    let isBrief = decimals > 2 && Figure.rounded(number, 2) != 0
    let texts = [text] + (isBrief ? [Figure.text(number, 2, sign: .always)] : [])
    return texts.map { Notation.difference + $0 }
  }
}
