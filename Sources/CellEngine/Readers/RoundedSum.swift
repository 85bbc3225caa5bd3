/// Numbers rounded so that they re-add, as shown, to their rounded total.
///
/// Each is rounded down to the last decimal; the units that are then missing go to those that lost
/// most (the method of largest remainders, Hamilton 1792). So every number is shown less than one
/// unit of the last decimal off, and the sum holds digit for digit.
public struct RoundedSum: Hashable, Sendable {
  /// The number of decimals.
  public let decimals: Int
  /// The terms in units of the last decimal.
  public let units: [Int]
  /// The total in units of the last decimal: the sum of the terms.
  public let totalUnits: Int

  /// Rounds terms that add up to a total.
  ///
  /// - Parameter total: what the terms add up to; their sum if nothing is said.
  /// - Returns: nil if a number is not finite or too large for so many decimals (beyond 10¹⁵ units).
  public init?(_ terms: [Double], total: Double? = nil, decimals: Int) {
    let scale = Figure.powerOfTen(decimals)
    let scaled = terms.map { $0 * scale }
    let wanted = ((total ?? terms.reduce(0, +)) * scale).rounded(.toNearestOrAwayFromZero)
    guard (scaled + [wanted]).allSatisfy({ $0.magnitude < 1e15 }) else { return nil }
    var units = scaled.map { Int($0.rounded(.down)) }
    let missing = Int(wanted) - units.reduce(0, +)
    let order = scaled.indices.sorted { left, right in
      let (first, second) = (
        scaled[left] - scaled[left].rounded(.down), scaled[right] - scaled[right].rounded(.down)
      )
      return first == second ? left < right : first > second
    }
    for place in 0..<max(0, missing) where !order.isEmpty { units[order[place % order.count]] += 1 }
    for place in 0..<max(0, -missing) where !order.isEmpty {
      units[order[order.count - 1 - place % order.count]] -= 1
    }
    self.decimals = decimals
    self.units = units
    totalUnits = units.reduce(0, +)
  }

  /// The terms as shown, each the number nearest to its decimal text.
  public var terms: [Double] { units.map(value) }
  /// The total as shown.
  public var total: Double { value(totalUnits) }

  private func value(_ units: Int) -> Double { Double(units) / Figure.powerOfTen(decimals) }
}
