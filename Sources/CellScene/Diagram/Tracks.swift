import Screen

/// The tracks of a floor plan, stretched to the room there is.
struct Tracks: Sendable {
  /// The room.
  let area: Rectangle
  /// How many rows a layer's box has: 1, or 3 where there is room.
  let layerHeight: Int
  /// Whether boxes are as narrow as their labels, as in a chain of cells.
  let isNarrow: Bool
  private let rows: [FloorPlan.Row: Int]
  private let columns: [FloorPlan.Column: Int]

  /// The least room in which every plan can be drawn.
  static let leastSize = Size(columns: 60, rows: FloorPlan.Row.allCases.count)
  /// The columns of a picture that stands beside another: its states have one column less.
  static let leastColumnsBeside = leastSize.columns - 1
  /// The room beyond which the picture grows no more.
  static let mostSize = Size(columns: 132, rows: 28)

  init(_ plan: FloorPlan, in area: Rectangle) {
    precondition(
      area.size.columns >= Self.leastColumnsBeside && area.size.rows >= Self.leastSize.rows,
      "a picture of \(area.size); at least \(Self.leastSize)")
    self.area = area
    let gaps = Self.gaps(extra: min(area.size.rows, Self.mostSize.rows) - Self.leastSize.rows)
    layerHeight = gaps[.layer, default: 0] >= 1 && gaps[.bus, default: 0] >= 2 ? 3 : 1
    rows = Self.rows(plan.rows, from: area.top, gaps)
    columns = Self.columns(plan, in: area)
    isNarrow = false
  }

  /// Tracks at columns that are already known, for one cell of a chain.
  ///
  /// - Parameter area: as many rows as `leastSize` has, or more.
  init(_ plan: FloorPlan, at columns: [FloorPlan.Column: Int], in area: Rectangle) {
    self.area = area
    self.columns = columns
    layerHeight = 1
    isNarrow = true
    let wanted: [FloorPlan.Row] = [.layer, .layer, .bus, .write, .show, .bars]
    let extra = max(0, area.size.rows - Self.leastSize.rows)
    rows = Self.rows(
      plan.rows, from: area.top,
      Dictionary(wanted.prefix(extra).map { ($0, 1) }, uniquingKeysWith: +))
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
    let margin =
      width < leastSize.columns ? 6 : min(14, 7 + (width - leastSize.columns) * 3 / 20)
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
