import CellEngine
import Screen

/// Where the values of a cell's gates stand between its narrow boxes: on free ground, each as close as
/// possible to the wire that carries it.
struct NarrowLabels {
  /// The place of a value.
  struct Label: Hashable {
    let signal: SignalID
    /// The room: symbol and number behind or below each other.
    let block: Rectangle
    /// Whether the wire is on the right, so that the texts end beside it.
    let isBeforeWire: Bool

    /// Where a symbol and a number of so many columns begin.
    func places(symbol: Int, number: Int) -> (symbol: Point, number: Point) {
      guard block.size.rows > 1 else {
        return (block.origin, Point(block.left + symbol + 1, block.top))
      }
      func start(_ columns: Int) -> Int {
        isBeforeWire ? block.right - columns : block.left
      }
      return (Point(start(symbol), block.top), Point(start(number), block.top + 1))
    }
  }

  /// The labels; a value without free ground has none.
  private(set) var labels: [Label] = []
  /// The signals whose value has no place right beside its own wire.
  private(set) var unclear: Set<SignalID> = []
  private let diagram: Diagram
  private let inside: Rectangle
  private var taken: Set<Point> = []

  /// Finds the places in a picture.
  init(_ diagram: Diagram) {
    self.diagram = diagram
    let frame = diagram.tracks.frame
    inside = Rectangle(
      x: frame.left + 1, y: frame.top + 1, columns: frame.size.columns - 2,
      rows: frame.size.rows - 2)
    taken = Set(diagram.wires.points)
    for box in diagram.boxes {
      for y in box.area.top..<box.area.bottom {
        for x in box.area.left..<box.area.right { taken.insert(Point(x, y)) }
      }
    }
    for signal in diagram.graph.signals where Self.isLabelled(signal, in: diagram.graph) {
      place(signal)
    }
  }

  /// Gates and candidate; what states carry stands between the cells.
  static func isLabelled(_ signal: SignalID, in graph: CellGraph) -> Bool {
    guard graph.isDrawn(signal), let role = graph[signal].role else { return false }
    return role.isGate || role == .candidate
  }

  /// The columns of a number: gates have no sign.
  static func numberColumns(_ role: Role) -> Int { role.isGate ? 4 : mostColumns }

  /// The columns of a number with a sign; longer ones give up decimals.
  static let mostColumns = 5

  private mutating func place(_ signal: SignalID) {
    guard let role = diagram.graph[signal].role, let box = diagram.box(.signal(signal)) else {
      return
    }
    let symbol = diagram.notation.bareSymbol(role).columns
    let number = Self.numberColumns(role)
    let upright = best(for: box, Size(columns: max(symbol, number), rows: 2))
    let flat = Size(columns: symbol + 1 + number, rows: 1)
    guard let block = upright ?? best(for: box, flat) else {
      unclear.insert(signal)
      return
    }
    let wire = wire(of: box)
    if distance(of: block, from: wire) > 1 { unclear.insert(signal) }
    take(block)
    labels.append(Label(signal: signal, block: block, isBeforeWire: block.right <= wire.x))
  }

  /// Where the wire of a box leaves it, the uppermost if it leaves more than once.
  private func wire(of box: Diagram.Box) -> Point {
    box.exits.min { ($0.y, $0.x) < ($1.y, $1.x) } ?? box.area.origin
  }

  /// The free columns between a block and the wire beside it.
  private func distance(of block: Rectangle, from wire: Point) -> Int {
    block.left > wire.x ? block.left - wire.x - 1 : max(0, wire.x - block.right)
  }

  /// The free block that is closest to the wire above a box; on its right rather than on its left.
  private func best(for box: Diagram.Box, _ size: Size) -> Rectangle? {
    let wire = wire(of: box)
    var best: (cost: Int, block: Rectangle)?
    for y in inside.top..<max(inside.top, inside.bottom - size.rows + 1) {
      for x in inside.left..<max(inside.left, inside.right - size.columns + 1) {
        let block = Rectangle(x: x, y: y, columns: size.columns, rows: size.rows)
        let distance = distance(of: block, from: wire)
        let aside = (distance == 0 ? 1 : 4 * (distance - 1)) + (x > wire.x ? 0 : 3)
        let cost =
          aside + 2 * max(0, box.area.top - block.bottom - 1)
          + 6 * max(0, block.bottom - box.area.top) + strangeness(of: block, besides: box)
        if cost < best?.cost ?? .max, isFree(block) { best = (cost, block) }
      }
    }
    return best?.block
  }

  /// What it costs that the wire on the left of a block, to which readers take it to belong, is
  /// another one.
  private func strangeness(of block: Rectangle, besides box: Diagram.Box) -> Int {
    for x in [block.left - 1, block.left - 2] {
      guard let piece = diagram.wires.top(at: Point(x, block.top)) else { continue }
      return diagram.boxes[piece.net] == box ? 0 : 6
    }
    return 2
  }

  private func isFree(_ block: Rectangle) -> Bool {
    (block.top..<block.bottom).allSatisfy { y in
      (block.left..<block.right).allSatisfy { !taken.contains(Point($0, y)) }
    }
  }

  /// Keeps a column free on both sides, so that two numbers never touch.
  private mutating func take(_ block: Rectangle) {
    for y in block.top..<block.bottom {
      for x in (block.left - 1)...block.right { taken.insert(Point(x, y)) }
    }
  }
}
