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
    let isBeside = columns >= 2 * Diagram.leastSize.columns
    let share = Rows(spare: rows - (valueCount + 7), isBeside: isBeside)
    var y = 1
    func block(_ rows: Int) -> Rectangle {
      defer { y += rows }
      return Rectangle(x: 0, y: y, columns: columns, rows: rows)
    }
    tape = block(3)
    if share.picture == 0 {
      pictures = nil
    } else if isBeside {
      pictures = Self.halves(of: block(share.picture))
    } else {
      pictures = [block(share.picture), block(share.picture)]
    }
    values = block(valueCount + 2 + share.predictions)
    y += share.gap
    costs = block(share.costs)
    tie = block(share.tie)
    narration = block(1)
  }

  /// Two rooms side by side with a gap between.
  private static func halves(of both: Rectangle) -> [Rectangle] {
    let columns = both.size.columns
    let gap = max(2, min(4, columns - 2 * Diagram.leastSize.columns))
    let half = (columns - gap) / 2
    return [0, half + gap].map {
      Rectangle(x: $0, y: both.top, columns: half, rows: both.size.rows)
    }
  }

  /// How many rows each part gets of those that the table of values does not need.
  private struct Rows {
    let costs: Int
    let tie: Int
    let gap: Int
    /// Of one picture with its title; none where there is no room for both.
    let picture: Int
    let predictions: Int

    init(spare all: Int, isBeside: Bool) {
      var spare = SpareRows(all)
      costs = spare.take(4)
      tie = spare.take(1)
      gap = spare.take(1)
      let least = Diagram.leastSize.rows + 1
      // Pictures above one another take each row twice.
      let growth = isBeside ? 1 : 2
      let fits = spare.count >= growth * least
      if fits { _ = spare.take(growth * least) }
      picture = fits ? least + spare.take(15 * growth) / growth : 0
      predictions = spare.take(2)
    }
  }
}
