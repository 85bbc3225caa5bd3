/// Wires on a grid: for each point and net, the arms that the net has there.
///
/// A net is all wire that carries one signal. Wire of one net that meets is joined (`┴ ├ ┬ ┼`);
/// where two nets cross, the vertical one passes over the horizontal one. So `┼` always means
/// “joined”.
public struct WireGrid: Sendable {
  /// What one net has at one point.
  public struct Piece: Hashable, Sendable {
    /// The net.
    public let net: Int
    /// The arms.
    public internal(set) var arms: Arms
    /// Whether straight pieces are drawn dotted.
    public internal(set) var isDotted: Bool
  }

  /// Two nets at most can cross at a point; more are a conflict.
  private struct Crossing: Sendable {
    var first: Piece?
    var second: Piece?
    var isCrowded = false
  }

  private let area: Rectangle
  private var crossings: [Crossing]

  /// Makes a grid without wires; wires must stay inside its area.
  public init(area: Rectangle) {
    self.area = area
    crossings = Array(repeating: Crossing(), count: area.size.columns * area.size.rows)
  }

  /// The points that have wire.
  public var points: [Point] {
    crossings.indices.filter { crossings[$0].first != nil }.map(point)
  }

  /// Draws wire of one net along straight lines between points.
  ///
  /// - Parameters:
  ///   - corners: the ends and the corners; each in line with the one before it.
  ///   - dotted: whether thin pieces are dotted.
  ///   - weight: the weight of the line between two neighbouring corners.
  public mutating func draw(
    net: Int, through corners: [Point], dotted: Bool = false,
    weight: (Point, Point) -> Weight = { _, _ in .light }
  ) {
    for (start, end) in zip(corners, corners.dropFirst()) where start != end {
      precondition(start.x == end.x || start.y == end.y, "wires run along rows and columns")
      let direction: Direction =
        start.x == end.x ? (start.y < end.y ? .down : .up) : (start.x < end.x ? .right : .left)
      let weight = weight(start, end)
      let isDotted = dotted && weight == .light
      var point = start
      while point != end {
        let next = direction.neighbour(of: point)
        add(net, at: point, direction, weight, isDotted)
        add(net, at: next, direction.opposite, weight, isDotted)
        point = next
      }
    }
  }

  private mutating func add(
    _ net: Int, at point: Point, _ direction: Direction, _ weight: Weight, _ isDotted: Bool
  ) {
    guard let place = place(of: point) else {
      preconditionFailure("wire at \(point) outside of \(area)")
    }
    func joined(_ old: Piece?) -> Piece {
      var piece = old ?? Piece(net: net, arms: Arms(), isDotted: isDotted)
      piece.arms[direction] = max(piece.arms[direction], weight)
      piece.isDotted = piece.isDotted && isDotted
      return piece
    }
    let here = crossings[place]
    if here.first == nil || here.first?.net == net {
      crossings[place].first = joined(here.first)
    } else if here.second == nil || here.second?.net == net {
      crossings[place].second = joined(here.second)
    } else {
      crossings[place].isCrowded = true
    }
  }

  /// What is on top at a point: of two nets that cross, the vertical one.
  public func top(at point: Point) -> Piece? {
    guard let place = place(of: point), let first = crossings[place].first else { return nil }
    guard let second = crossings[place].second else { return first }
    return second.arms.isVertical ? second : first
  }

  /// Points where nets would touch: they share an arm, or neither passes straight over the other.
  public var conflicts: [Point] {
    crossings.indices.filter { place in
      let here = crossings[place]
      guard let first = here.first?.arms, let second = here.second?.arms else { return false }
      return here.isCrowded
        || !(first.isVertical && second.isHorizontal || second.isVertical && first.isHorizontal)
    }.map(point)
  }

  private func place(of point: Point) -> Int? {
    guard area.contains(point) else { return nil }
    return (point.y - area.top) * area.size.columns + point.x - area.left
  }

  private func point(_ place: Int) -> Point {
    let (row, column) = place.quotientAndRemainder(dividingBy: max(1, area.size.columns))
    return Point(area.left + column, area.top + row)
  }
}
