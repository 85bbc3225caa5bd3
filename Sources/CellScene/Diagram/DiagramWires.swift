import CellEngine
import Screen

extension Diagram {
  /// Draws every wire along its route.
  mutating func drawWires() {
    for edge in Self.connections(of: graph) {
      connect(edge.source, edge.sink, isPeephole: isPeephole(edge))
    }
  }

  /// The wires in the order of drawing; layers with the same sources share one from the bundle.
  static func connections(of graph: CellGraph) -> [Edge] {
    let bundled = bundle(of: graph)
    var edges: [Edge] = []
    for sink in graph.signals where graph.isDrawn(sink) {
      let matrices = matrixOperands(of: sink, in: graph)
      let isBundled = !bundled.isEmpty && matrices == bundled
      if isBundled { edges.append(Edge(.bundle, .signal(sink))) }
      for source in graph.drawnOperands(of: sink) where !(isBundled && matrices.contains(source)) {
        edges.append(Edge(.signal(source), .signal(sink)))
      }
    }
    edges += bundled.map { Edge(.signal($0), .bundle) }
    edges += graph.states.map { Edge(.signal($0.next), .next($0.next)) }
    return edges + [Edge(.signal(graph.output), .prediction)]
  }

  private func isPeephole(_ edge: Edge) -> Bool {
    guard case .signal(let sink) = edge.sink, case .signal(let source) = edge.source else {
      return false
    }
    return graph.terms(of: sink).contains { term in
      if case .diagonal(_, source) = term { true } else { false }
    }
  }

  private mutating func connect(_ source: Subject, _ sink: Subject, isPeephole: Bool) {
    guard let route = plan.routes[source.name(names)]?[sink.name(names)],
      let net = boxes.firstIndex(where: { $0.subject == source }),
      let end = box(sink)
    else { preconditionFailure("no route from \(source.name(names)) to \(sink.name(names))") }
    edges.insert(Edge(source, sink))
    let corners = corners(of: route, from: boxes[net], to: end)
    boxes[net].exits.insert(direction(route.exit).neighbour(of: corners[0]))
    let memoryRow = tracks[.memory]
    wires.draw(net: net, through: corners, dotted: isPeephole) { from, to in
      from.y == memoryRow && to.y == memoryRow ? .heavy : .light
    }
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
    case .top(let offset): return Point(middle.x + offset, box.area.top)
    case .bottom(let offset): return Point(middle.x + offset, box.area.bottom - 1)
    }
  }

  /// Where a wire meets a box: on its track, or for a wide label where the wire comes down.
  private func middle(of box: Box, near point: Point?) -> Point {
    switch box.subject {
    case .signal(let signal):
      if let place = plan.places[names[signal]], !graph.isGiven(signal) {
        return Point(tracks[place.column], tracks[place.row])
      }
      if case .input = graph[signal].operation { return Point(tracks[.bundle], box.area.top) }
      return box.area.origin
    case .prediction: return Point(tracks[.prediction], box.area.top)
    case .bundle, .next: return box.area.origin
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

extension Diagram.Subject {
  /// The name that floor plans know it by.
  func name(_ names: SignalNames) -> String {
    switch self {
    case .signal(let signal): names[signal]
    case .bundle: FloorPlan.End.bundle
    case .next: FloorPlan.End.nextStep
    case .prediction: FloorPlan.End.prediction
    }
  }
}
