/// A place on the screen: column `x` from the left, row `y` from the top, both from 0.
public struct Point: Hashable, Sendable {
  /// The column, from 0 at the left.
  public var x: Int
  /// The row, from 0 at the top.
  public var y: Int

  /// Makes a point from its column and row.
  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

/// How many columns and rows something takes.
public struct Size: Hashable, Sendable, CustomStringConvertible {
  /// The number of columns, never negative.
  public let columns: Int
  /// The number of rows, never negative.
  public let rows: Int

  /// Makes a size; negative numbers count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The size as people write it, such as `80x24`.
  public var description: String { "\(columns)x\(rows)" }
}

/// A block of the screen.
public struct Rectangle: Hashable, Sendable {
  /// The top left corner.
  public let origin: Point
  /// The extent, to the right and down.
  public let size: Size

  /// Makes a rectangle from its top left corner and extent.
  public init(x: Int, y: Int, columns: Int, rows: Int) {
    origin = Point(x, y)
    size = Size(columns: columns, rows: rows)
  }

  /// The first column.
  public var left: Int { origin.x }
  /// The first row.
  public var top: Int { origin.y }
  /// The column after the last.
  public var right: Int { origin.x + size.columns }
  /// The row after the last.
  public var bottom: Int { origin.y + size.rows }

  /// Whether the rectangle covers the point.
  public func contains(_ point: Point) -> Bool {
    point.x >= left && point.x < right && point.y >= top && point.y < bottom
  }
}
