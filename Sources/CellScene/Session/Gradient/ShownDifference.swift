import CellEngine

/// Two losses and their difference by 2h, with as many digits as make the one from the others.
struct ShownDifference: Hashable {
  /// The loss with the number larger and smaller.
  let above: String
  let below: String
  /// The measured slope.
  let measured: String

  /// Digits beyond these say nothing of a loss that a computer has added up.
  private static let most = 15
  private static let usual = 10

  /// Chooses the digits: more of the losses, then fewer of the slope.
  init(_ difference: CentralDifference) {
    let (above, below) = (difference.above, difference.below)
    func worked(_ places: Int) -> Double {
      (Figure.rounded(above, places) - Figure.rounded(below, places)) / (2 * difference.width)
    }
    func agrees(_ places: Int, _ digits: Int) -> Bool {
      let shown = Figure.rounded(difference.measured, digits)
      return (worked(places) - shown).magnitude <= 0.5 / Figure.powerOfTen(digits)
    }
    let choices = (0...Self.usual).reversed().lazy.flatMap { digits in
      (Self.usual...Self.most).lazy.map { (places: $0, digits: digits) }
    }
    let found = choices.first { agrees($0.places, $0.digits) }
    let (places, digits) = found ?? (Self.most, Self.usual)
    self.above = Figure.text(above, places)
    self.below = Figure.text(below, places)
    measured = Figure.text(difference.measured, digits, sign: .always)
  }
}
