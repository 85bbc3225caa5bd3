import CellEngine
import Screen

/// Where the parts of a comparison stand, for any size.
struct CompareLayout: Hashable, Sendable {
  /// The words, and below them the memory of both cells.
  let tape: Rectangle
  /// The pictures of both cells with a title above each; nil where there is no room for them.
  let pictures: [Rectangle]?
  /// The values, side by side.
  let values: Rectangle
  /// What the cells cost and how well they do.
  let costs: Rectangle
  /// How the cursors are tied; without rows where there is no room.
  let tie: Rectangle
  let narration: Rectangle

  /// Lays out what stands between the header and the footer.
  init(_ session: Session, above footer: Rectangle) {
    self.init(
      columns: footer.size.columns, rows: footer.top, valueCount: session.comparedRoles.count)
  }

  /// - Parameters:
  ///   - rows: with the header's.
  ///   - valueCount: the named signals of both cells.
  init(columns: Int, rows: Int, valueCount: Int) {
    var spare = rows - (valueCount + 7)
    func take(_ wanted: Int) -> Int {
      let taken = min(wanted, max(0, spare))
      spare -= taken
      return taken
    }
    let costRows = take(4)
    let tieRows = take(1)
    let gap = take(1)
    let picture = Diagram.leastSize.rows + 1
    let isBeside = columns >= 2 * Diagram.leastSize.columns
    let pictureRows = spare >= (isBeside ? picture : 2 * picture) ? picture : 0
    let growth = isBeside ? 1 : 2
    spare -= pictureRows * growth
    let more =
      pictureRows > 0 ? take(15 * growth) / growth : 0
    let predictions = take(2)

    var y = 1
    func block(_ rows: Int) -> Rectangle {
      defer { y += rows }
      return Rectangle(x: 0, y: y, columns: columns, rows: rows)
    }
    tape = block(3)
    if pictureRows == 0 {
      pictures = nil
    } else if isBeside {
      let both = block(pictureRows + more)
      let gap = max(2, min(4, columns - 2 * Diagram.leastSize.columns))
      let half = (columns - gap) / 2
      pictures = [0, half + gap].map {
        Rectangle(x: $0, y: both.top, columns: half, rows: both.size.rows)
      }
    } else {
      pictures = [block(pictureRows + more), block(pictureRows + more)]
    }
    values = block(valueCount + 2 + predictions)
    y += gap
    costs = block(costRows)
    tie = block(tieRows)
    narration = block(1)
  }
}
