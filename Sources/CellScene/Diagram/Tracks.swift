import Screen

/// The tracks of a floor plan, stretched to the room there is.
struct Tracks: Sendable {
  /// The room.
  let area: Rectangle
  /// How many rows a layer's box has: 1, or 3 where there is room.
  let layerHeight: Int
  private let rows: [FloorPlan.Row: Int]
  private let columns: [FloorPlan.Column: Int]

  /// The least room in which every plan can be drawn.
  static let leastSize = Size(columns: 60, rows: FloorPlan.Row.allCases.count)
  /// The room beyond which the picture grows no more.
  static let mostSize = Size(columns: 132, rows: 28)

  init(_ plan: FloorPlan, in area: Rectangle) {
    precondition(
      area.size.columns >= Self.leastSize.columns && area.size.rows >= Self.leastSize.rows,
      "a picture of \(area.size); at least \(Self.leastSize)")
    self.area = area
    let gaps = Self.gaps(extra: min(area.size.rows, Self.mostSize.rows) - Self.leastSize.rows)
    layerHeight = gaps[.layer, default: 0] >= 1 && gaps[.bus, default: 0] >= 2 ? 3 : 1
    rows = Self.rows(plan.rows, from: area.top, gaps)
    columns = Self.columns(plan, in: area)
  }

  subscript(row: FloorPlan.Row) -> Int { rows[row] ?? area.top }
  subscript(column: FloorPlan.Column) -> Int { columns[column] ?? area.left }

  /// The room inside the outline and its edges.
  var frame: Rectangle {
    Rectangle(
      x: self[.frameLeft], y: self[.frameTop], columns: self[.frameRight] - self[.frameLeft] + 1,
      rows: self[.frameBottom] - self[.frameTop] + 1)
  }

  /// Where additional rows go, the most useful first: each stands above the row named.
  private static let rowsWanted: [FloorPlan.Row] = [
    .bus, .bars, .write, .layer, .bus, .peephole, .show, .frameBottom, .memory, .bars, .layer,
    .write, .frameBottom, .bus, .above,
  ]

  private static func gaps(extra: Int) -> [FloorPlan.Row: Int] {
    var gaps: [FloorPlan.Row: Int] = [:]
    for row in rowsWanted.prefix(max(0, extra)) { gaps[row, default: 0] += 1 }
    return gaps
  }

  private static func rows(
    _ order: [FloorPlan.Row], from top: Int, _ gaps: [FloorPlan.Row: Int]
  ) -> [FloorPlan.Row: Int] {
    var rows: [FloorPlan.Row: Int] = [:]
    var y = top
    for row in order {
      y += gaps[row, default: 0]
      rows[row] = y
      y += 1
    }
    return rows
  }

  private static func columns(_ plan: FloorPlan, in area: Rectangle) -> [FloorPlan.Column: Int] {
    let width = area.size.columns
    let margin = min(14, 7 + (width - leastSize.columns) * 3 / 20)
    let least = plan.spacing.reduce(0) { $0 + $1.least }
    let shares = plan.spacing.reduce(0) { $0 + $1.share }
    let extra = width - 2 * margin - 1 - least
    var columns: [FloorPlan.Column: Int] = [.frameLeft: area.left + margin]
    var (sum, share) = (0, 0)
    for step in plan.spacing {
      sum += step.least
      share += step.share
      columns[step.column] = area.left + margin + sum + extra * share / shares
    }
    return columns
  }
}
