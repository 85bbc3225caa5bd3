/// Wires on a grid: for each point and net, the arms that the net has there.
///
/// A net is all wire that carries one signal. Wire of one net that meets is joined (`┴ ├ ┬ ┼`);
/// where two nets cross, the vertical one passes over the horizontal one. So `┼` always means
/// “joined”.
public struct WireGrid: Sendable {
  /// What one net has at one point.
  public struct Piece: Hashable, Sendable {
    /// The arms.
    public var arms: Arms
    /// Whether straight pieces are drawn dotted.
    public var isDotted: Bool
  }

  private var pieces: [Point: [Int: Piece]] = [:]

  /// Makes a grid without wires.
  public init() {}

  /// The points that have wire.
  public var points: some Sequence<Point> { pieces.keys }

  /// Draws wire of one net along straight lines between points.
  ///
  /// - Parameters:
  ///   - weight: the weight of the line between two neighbouring corner points.
  public mutating func draw(
    net: Int, through corners: [Point], dotted: Bool = false,
    weight: (Point, Point) -> Weight = { _, _ in .light }
  ) {
    for (start, end) in zip(corners, corners.dropFirst()) where start != end {
      precondition(start.x == end.x || start.y == end.y, "wires run along rows and columns")
      let direction: Direction =
        start.x == end.x ? (start.y < end.y ? .down : .up) : (start.x < end.x ? .right : .left)
      let weight = weight(start, end)
      var point = start
      while point != end {
        let next = direction.neighbour(of: point)
        add(net, at: point, direction, weight, dotted && weight == .light)
        add(net, at: next, direction.opposite, weight, dotted && weight == .light)
        point = next
      }
    }
  }

  private mutating func add(
    _ net: Int, at point: Point, _ direction: Direction, _ weight: Weight, _ isDotted: Bool
  ) {
    var piece = pieces[point]?[net] ?? Piece(arms: Arms(), isDotted: isDotted)
    piece.arms[direction] = max(piece.arms[direction], weight)
    piece.isDotted = piece.isDotted && isDotted
    pieces[point, default: [:]][net] = piece
  }

  /// The net on top at a point and what it shows there.
  public func top(at point: Point) -> (net: Int, piece: Piece)? {
    guard let nets = pieces[point] else { return nil }
    let over = nets.filter { $0.value.arms.isVertical }.min { $0.key < $1.key }
    let chosen = over ?? nets.min { $0.key < $1.key }
    return chosen.map { ($0.key, $0.value) }
  }

  /// Points where nets would touch: they share an arm, or neither passes straight over the other.
  public var conflicts: [Point] {
    pieces.filter { _, nets in
      guard nets.count > 1 else { return false }
      let arms = nets.values.map(\.arms)
      guard nets.count == 2 else { return true }
      return
        !(arms[0].isVertical && arms[1].isHorizontal
        || arms[1].isVertical && arms[0].isHorizontal)
    }.map(\.key)
  }
}
