import CellScene
import Screen

/// Reads drawn characters back as wires.
///
/// It knows where the boxes are and where each box's signal leaves, and nothing else: which wire
/// leads where is found by following the arms of the characters. A wire that runs left or right
/// passes under one that runs up or down.
struct WireReader {
  let canvas: Canvas
  let boxes: [Diagram.Box]
  /// The box that covers each point of the canvas.
  private var owners: [Int?]
  /// Places where a wire ends without reaching a box.
  private(set) var looseEnds: Set<Point> = []
  /// A wire from one box to another, by their places in `boxes`.
  struct Link: Hashable {
    let source: Int
    let sink: Int
  }

  /// The wires found.
  private(set) var links: Set<Link> = []
  /// The edges found.
  private(set) var edges: Set<Diagram.Edge> = []

  init(_ canvas: Canvas, boxes: [Diagram.Box]) {
    self.canvas = canvas
    self.boxes = boxes
    owners = Array(repeating: nil, count: canvas.size.columns * canvas.size.rows)
    for (number, box) in boxes.enumerated() {
      for y in box.area.top..<box.area.bottom {
        for x in box.area.left..<box.area.right { owners[y * canvas.size.columns + x] = number }
      }
    }
    for number in boxes.indices { follow(from: number) }
  }

  /// The edges with every bundle replaced by the signals that join in it, also through another.
  var edgesWithoutBundles: Set<Diagram.Edge> {
    var result: Set<Diagram.Edge> = []
    for edge in edges {
      if case .bundle = edge.sink { continue }
      for source in signals(in: edge.source, depth: boxes.count) {
        result.insert(Diagram.Edge(source, edge.sink))
      }
    }
    return result
  }

  /// The subject itself, or what joins in it if it is a bundle.
  private func signals(in subject: Diagram.Subject, depth: Int) -> [Diagram.Subject] {
    guard case .bundle = subject, depth > 0 else { return [subject] }
    return edges.filter { $0.sink == subject }.flatMap { signals(in: $0.source, depth: depth - 1) }
  }

  private mutating func follow(from number: Int) {
    let box = boxes[number]
    var seen: Set<Point> = []
    var waiting = Array(box.exits)
    while let point = waiting.popLast() {
      guard seen.insert(point).inserted else { continue }
      if let reached = self.box(at: point) {
        note(number, reached)
        continue
      }
      guard let arms = arms(at: point) else {
        looseEnds.insert(point)
        continue
      }
      for direction in arms.directions {
        let next = direction.neighbour(of: point)
        if let reached = self.box(at: next) {
          let isWayBack = reached == number && box.exits.contains(point)
          if !isWayBack { note(number, reached) }
        } else if let goal = goal(from: next, direction) {
          waiting.append(goal)
        } else {
          looseEnds.insert(point)
        }
      }
    }
  }

  /// The next glyph of the wire, beyond those that pass over it; nil if there is none.
  private func goal(from start: Point, _ direction: Direction) -> Point? {
    var point = start
    while true {
      guard let arms = arms(at: point) else { return nil }
      if arms[direction.opposite] != .none { return point }
      let passesOver = arms.isVertical && (direction == .left || direction == .right)
      guard passesOver else { return nil }
      point = direction.neighbour(of: point)
    }
  }

  private mutating func note(_ source: Int, _ sink: Int) {
    links.insert(Link(source: source, sink: sink))
    edges.insert(Diagram.Edge(boxes[source].subject, boxes[sink].subject))
  }

  private func box(at point: Point) -> Int? {
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    guard (0..<columns).contains(point.x), (0..<rows).contains(point.y) else { return nil }
    return owners[point.y * columns + point.x]
  }

  private func arms(at point: Point) -> Arms? {
    let character = canvas[point.x, point.y].character
    if character == "▲" || character == "▼" { return Arms(up: .light, down: .light) }
    return Arms(reading: character)
  }
}
