import Screen

/// Which panel of the chain stands where, for any size.
struct ChainLayout: Hashable, Sendable {
  let header: Rectangle
  let chain: Rectangle
  let narration: Rectangle
  /// What the memory is made of.
  let ledger: Rectangle
  /// The selected unit's signals over time; without rows where there is no room.
  let history: Rectangle
  let footer: Rectangle

  /// The most rows by which the cells grow.
  private static let mostGrowth = 6

  /// Lays out a screen; nil if it is too small for the picture.
  ///
  /// - Parameter hasLedger: whether there is a memory line; without one a sentence stands in its place.
  init?(size: Size, stepCount: Int, equationCount: Int, hasLedger: Bool = true) {
    let least = ScreenLayout.leastSize
    guard size.columns >= least.columns, size.rows >= least.rows else { return nil }
    let rows = Diagram.leastSize.rows
    var spare = SpareRows(size.rows - rows - 3)
    var ledgerRows = spare.take(hasLedger ? 8 : 3)
    var growth = spare.take(2)
    if hasLedger { ledgerRows += spare.take(min(stepCount, 12) + 5 - ledgerRows) }
    growth += spare.take(Self.mostGrowth - growth)
    let historyRows = spare.count > equationCount ? spare.take(equationCount + 1) : 0
    if hasLedger { ledgerRows += spare.take(stepCount + 5 - ledgerRows) }

    var y = 0
    func block(_ rows: Int) -> Rectangle {
      defer { y += rows }
      return Rectangle(x: 0, y: y, columns: size.columns, rows: rows)
    }
    header = block(1)
    chain = block(rows + growth)
    narration = block(1)
    ledger = block(ledgerRows)
    history = block(historyRows)
    footer = Rectangle(x: 0, y: size.rows - 1, columns: size.columns, rows: 1)
  }
}
