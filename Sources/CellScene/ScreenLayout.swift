import Screen

extension Size {
  /// The row above the footer, where most views but the cell's have their sentence.
  var lastLine: Rectangle { Rectangle(x: 0, y: rows - 2, columns: columns, rows: 1) }
}

/// Which panel stands where, for any size.
struct ScreenLayout: Hashable, Sendable {
  let header: Rectangle
  let tape: Rectangle
  /// How an edited run differs from the original; without rows where there is no room.
  let fork: Rectangle
  let diagram: Rectangle
  let narration: Rectangle
  /// The equations; without rows where there is no room.
  let equations: Rectangle
  /// Whether the equations have a heading.
  let equationsHaveTitle: Bool
  /// The memory over time; without rows where there is no room.
  let timeline: Rectangle
  /// The selected unit's signals over time; without rows where there is no room.
  let history: Rectangle
  let footer: Rectangle

  /// The smallest screen that shows the picture.
  static let leastSize = Size(
    columns: Diagram.leastSize.columns, rows: Diagram.leastSize.rows + 5)
  /// From this width on, the equations stand beside the picture.
  private static let sideWidth = 150

  /// Whether the equations stand beside the picture.
  var isBeside: Bool { equations.left > 0 }

  /// What a question may cover: all below the words, or beside the picture all beside it.
  var roomForQuestion: Rectangle {
    let (x, y) = isBeside ? (equations.left - 1, equations.top) : (0, tape.bottom)
    return Rectangle(
      x: x, y: y, columns: footer.size.columns - x, rows: footer.top - y)
  }

  /// Takes places that are known.
  init(
    header: Rectangle, tape: Rectangle, fork: Rectangle, diagram: Rectangle, narration: Rectangle,
    equations: Rectangle, equationsHaveTitle: Bool, timeline: Rectangle, history: Rectangle,
    footer: Rectangle
  ) {
    (self.header, self.tape, self.fork) = (header, tape, fork)
    (self.diagram, self.narration, self.equations) = (diagram, narration, equations)
    self.equationsHaveTitle = equationsHaveTitle
    (self.timeline, self.history, self.footer) = (timeline, history, footer)
  }

  /// Lays out a screen; nil if it is too small for the picture.
  init?(size: Size, equationCount: Int, unitCount: Int, forkRows: Int = 0) {
    guard size.columns >= Self.leastSize.columns, size.rows >= Self.leastSize.rows else {
      return nil
    }
    let columns = size.columns
    let isBeside = columns >= Self.sideWidth
    let left = isBeside ? min(Diagram.mostSize.columns, columns - 64) : columns
    let rows = PanelRows(
      spare: size.rows - Self.leastSize.rows, equationCount: equationCount, unitCount: unitCount,
      forkRows: forkRows, isBeside: isBeside)

    var y = 0
    func block(_ rows: Int, columns: Int) -> Rectangle {
      defer { y += rows }
      return Rectangle(x: 0, y: y, columns: columns, rows: rows)
    }
    header = block(1, columns: columns)
    tape = block(2, columns: columns)
    fork = block(rows.fork, columns: columns)
    diagram = block(Diagram.leastSize.rows + rows.growth, columns: left)
    narration = block(1, columns: left)
    let below = block(rows.equations + rows.title, columns: left)
    timeline = block(rows.timeline, columns: left)
    history = block(rows.history, columns: left)
    footer = Rectangle(x: 0, y: size.rows - 1, columns: columns, rows: 1)
    equationsHaveTitle = isBeside || rows.title > 0
    equations =
      isBeside
      ? Rectangle(
        x: left + 2, y: fork.bottom, columns: columns - left - 2,
        rows: size.rows - 1 - fork.bottom)
      : below
  }
}

/// How many rows each panel gets of those that the smallest screen does not need.
private struct PanelRows {
  let fork: Int
  /// Below the picture; none where the equations stand beside it.
  let equations: Int
  let title: Int
  let timeline: Int
  /// By how much the picture is higher than it must be.
  let growth: Int
  let history: Int

  init(spare all: Int, equationCount: Int, unitCount: Int, forkRows: Int, isBeside: Bool) {
    var spare = SpareRows(all)
    fork = spare.take(forkRows)
    equations = isBeside ? 0 : spare.take(equationCount)
    title = isBeside ? 0 : spare.take(1)
    let first = spare.count >= 3 ? spare.take(min(unitCount + 1, max(3, spare.count * 2 / 3))) : 0
    growth = spare.take(Diagram.mostSize.rows - Diagram.leastSize.rows)
    timeline = first + (first > 0 ? spare.take(unitCount + 1 - first) : 0)
    history = spare.count > equationCount ? spare.take(equationCount + 1) : 0
  }
}
