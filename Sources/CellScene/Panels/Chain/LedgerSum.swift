import CellEngine

/// What one unit's memory is made of, in numbers that re-add to the digit shown.
struct LedgerSum {
  /// One summand.
  struct Term: Hashable {
    /// The word that wrote it; nil for what was there before the first word.
    let step: Int?
    /// Whether it was set at that word, which has written nothing.
    let isSet: Bool
    /// In units of the last decimal.
    let units: Int
    /// The exact summand.
    let exact: Double
    /// As it is written; `≈` says that its last digit was moved so that all re-add.
    let text: String

    init(step: Int?, isSet: Bool = false, units: Int, exact: Double, _ decimals: Int) {
      let shown = Double(units) / Figure.powerOfTen(decimals)
      (self.step, self.isSet, self.units, self.exact) = (step, isSet, units, exact)
      text =
        (shown == Figure.rounded(exact, decimals) ? "" : "≈")
        + Figure.text(shown, decimals, sign: .always)
    }
  }

  /// The first memory and each word's writes, in the order of time.
  let terms: [Term]
  /// c<t> as it is written: the sum of the terms.
  let total: String
  private let decimals: Int
  /// The places of the terms, the largest first; of equal ones the last.
  private let ranking: [Int]

  /// Rounds a ledger; nil if its numbers are too large to be split to the digit.
  init?(_ ledger: MemoryLedger) {
    let label = Figure.label(ledger.total, sign: .always)
    guard let point = label.lastIndex(of: "."), !label.contains("e") else { return nil }
    let decimals = label.distance(from: point, to: label.endIndex) - 1
    let shares = [ledger.initialShare] + ledger.shares
    guard let rounded = RoundedSum(shares, total: ledger.total, decimals: decimals),
      rounded.terms.allSatisfy({ $0.magnitude < 1000 })
    else { return nil }
    self.decimals = decimals
    total = label
    terms = zip([nil] + ledger.shares.indices.map(Optional.some), zip(rounded.units, shares)).map {
      Term(
        step: $0, isSet: $0.map(ledger.setSteps.contains) ?? false, units: $1.0, exact: $1.1,
        decimals)
    }
    let sizes = rounded.units.map(\.magnitude)
    ranking = sizes.indices.sorted { (sizes[$0], $0) > (sizes[$1], $1) }
  }

  /// The largest terms, so many of them, in the order of time, and the sum of all others.
  func largest(_ count: Int) -> (shown: [Term], others: Term?, otherCount: Int) {
    guard terms.count > count else { return (terms, nil, 0) }
    let kept = ranking.prefix(count)
    let rest = ranking.dropFirst(count).map { terms[$0] }
    let others = Term(
      step: nil, units: rest.reduce(0) { $0 + $1.units }, exact: rest.reduce(0) { $0 + $1.exact },
      decimals)
    return (kept.sorted().map { terms[$0] }, others, terms.count - count)
  }
}
