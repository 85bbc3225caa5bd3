import CellEngine
import Screen

extension ScreenLayout {
  /// Where a large screen shows what the memory is made of: below the equations that stand beside the
  /// picture, else below everything; without rows where there is no room or no memory line.
  func roomForLedger(_ session: Session) -> Rectangle {
    let (left, end) = (equations.left, footer.top)
    let spare = isBeside ? equations.size.rows / 3 : end - history.bottom
    let rows =
      session.hasMemoryLine && spare >= LedgerPanel.leastRows
      ? min(session.tokens.count + 5, spare) : 0
    // Four rows for each equation with its numbers, and the title.
    let count = session.run.cell.graph.equations(session.notation).count
    let top = isBeside ? min(end - rows, equations.top + 2 + 4 * count) : history.bottom
    return Rectangle(x: left, y: top, columns: footer.size.columns - left, rows: rows)
  }

  /// The rows that are left to the equations.
  func equationRows(beside ledger: Rectangle) -> Int {
    isBeside && ledger.size.rows > 0
      ? ledger.top - equations.top : equations.size.rows
  }
}
