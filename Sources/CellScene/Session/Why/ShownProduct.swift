import CellEngine

/// Two factors with as many decimals as make their product as it is shown.
struct ShownProduct: Hashable {
  /// How many decimals both factors have.
  let places: Int
  /// The factors as they are read: `−2.05 × −.83`.
  let text: String
  /// The product of the factors as they are shown.
  let product: Double
  /// Whether that, rounded, is the value as it is shown.
  let isExact: Bool

  /// Chooses the digits.
  ///
  /// - Parameters:
  ///   - decimals: those that the product is shown with.
  ///   - least: the fewest that the factors may have.
  ///   - sign: the signs of the factors.
  init(
    _ left: Double, _ right: Double, decimals: Int, atLeast least: Int,
    sign: Figure.Sign = .negative
  ) {
    func product(_ places: Int) -> Double {
      Figure.rounded(left, places) * Figure.rounded(right, places)
    }
    let wanted = Figure.rounded(left * right, decimals)
    let most = max(least, min(decimals + 3, Self.most))
    let found = (least...most).first { Figure.rounded(product($0), decimals) == wanted }
    places = found ?? most
    isExact = found != nil
    self.product = product(places)
    text = Figure.text(left, places, sign: sign) + " × " + Figure.text(right, places, sign: sign)
  }

  /// More digits than these say nothing of a number that a computer has added up.
  private static let most = 12
}
