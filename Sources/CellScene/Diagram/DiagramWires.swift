import CellEngine
import Screen

extension Diagram {
  /// Draws every wire along its route.
  mutating func drawWires() {
    for edge in cell.edges { connect(edge) }
  }

  private func isPeephole(_ edge: Edge) -> Bool {
    guard case .signal(let sink) = edge.sink, case .signal(let source) = edge.source else {
      return false
    }
    return graph.terms(of: sink).contains { term in
      if case .diagonal(_, source) = term { true } else { false }
    }
  }

  private mutating func connect(_ edge: Edge) {
    guard let route = cell.route(of: edge),
      let net = boxes.firstIndex(where: { $0.subject == edge.source }),
      let end = box(edge.sink)
    else { preconditionFailure("no route from \(edge.source) to \(edge.sink)") }
    edges.insert(edge)
    let corners = corners(of: route, from: boxes[net], to: end)
    paths[edge] = corners
    boxes[net].exits.insert(direction(route.exit).neighbour(of: corners[0]))
    let memoryRow = tracks[.memory]
    wires.draw(net: net, through: corners, dotted: isPeephole(edge)) { from, to in
      from.y == memoryRow && to.y == memoryRow ? .heavy : .light
    }
  }

  /// The points of each net that lead to some of the boxes that read it and to no other.
  func points(leadingOnlyTo sinks: Set<Subject>) -> [Int: Set<Point>] {
    var only: [Int: Set<Point>] = [:]
    var shared: [Int: Set<Point>] = [:]
    for (edge, corners) in paths {
      guard let net = boxes.firstIndex(where: { $0.subject == edge.source }) else { continue }
      let points = zip(corners, corners.dropFirst()).flatMap { from, to in
        (min(from.y, to.y)...max(from.y, to.y)).flatMap { y in
          (min(from.x, to.x)...max(from.x, to.x)).map { Point($0, y) }
        }
      }
      if sinks.contains(edge.sink) {
        only[net, default: []].formUnion(points)
      } else {
        shared[net, default: []].formUnion(points)
      }
    }
    return only.reduce(into: [:]) { $0[$1.key] = $1.value.subtracting(shared[$1.key] ?? []) }
  }

  /// The corner points of a wire, from inside the one box to inside the other.
  private func corners(of route: FloorPlan.Route, from start: Box, to end: Box) -> [Point] {
    var corners = [anchor(route.exit, of: start)]
    var point = corners[0]
    for leg in route.legs {
      switch leg {
      case .along(let column): point = Point(tracks[column], point.y)
      case .upOrDown(let row): point = Point(point.x, tracks[row])
      }
      corners.append(point)
    }
    let goal = anchor(route.entry, of: end, near: point)
    switch route.entry {
    case .left, .right: corners.append(Point(point.x, goal.y))
    case .top, .bottom: corners.append(Point(goal.x, point.y))
    }
    return corners + [goal]
  }

  /// The point just inside a box where a wire leaves or enters.
  private func anchor(_ side: FloorPlan.Side, of box: Box, near point: Point? = nil) -> Point {
    let middle = middle(of: box, near: point)
    switch side {
    case .left: return Point(box.area.left, middle.y)
    case .right: return Point(box.area.right - 1, middle.y)
    case .top(let offset): return Point(inside(middle.x + offset), box.area.top)
    case .bottom(let offset): return Point(inside(middle.x + offset), box.area.bottom - 1)
    }
    /// A narrow box is entered at its edge where a wide one is entered beside its middle.
    func inside(_ x: Int) -> Int {
      tracks.isNarrow && box.area.size.columns > 1
        ? min(max(x, box.area.left), box.area.right - 1) : x
    }
  }

  /// Where a wire meets a box: on its track, or for a wide label where the wire comes down.
  private func middle(of box: Box, near point: Point?) -> Point {
    switch box.subject {
    case .signal(let signal):
      if let place = plan.places[keys[signal]], !graph.isGiven(signal) {
        return Point(tracks[place.column] + place.offset, tracks[place.row])
      }
      if case .input = graph[signal].operation { return Point(tracks[.bundle], box.area.top) }
      return box.area.origin
    case .prediction: return Point(tracks[.prediction], box.area.top)
    case .next: return box.area.origin
    case .bundle(let name):
      // Members enter a bar on their rows; the vector leaves on the bundle's own.
      let row = plan.bundle(named: name).map { tracks[$0.row] }
      let y = point.map { min(max($0.y, box.area.top), box.area.bottom - 1) }
      return Point(box.area.left, y ?? row ?? box.area.top)
    }
  }

  private func direction(_ side: FloorPlan.Side) -> Direction {
    switch side {
    case .left: .left
    case .right: .right
    case .top: .up
    case .bottom: .down
    }
  }
}
