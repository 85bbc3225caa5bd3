import CellEngine
import Screen

extension Diagram {
  /// Draws every wire along its route.
  mutating func drawWires() {
    for sink in graph.signals where graph.isDrawn(sink) { drawWires(to: sink) }
    for signal in bundled { connect(.signal(signal), .bundle, isPeephole: false) }
    for state in graph.states {
      connect(.signal(state.next), .next(state.next), isPeephole: false)
    }
    connect(.signal(graph.output), .prediction, isPeephole: false)
  }

  private mutating func drawWires(to sink: SignalID) {
    let matrices = Self.matrixOperands(of: sink, in: graph)
    let isBundled = !bundled.isEmpty && matrices == bundled
    if isBundled { connect(.bundle, .signal(sink), isPeephole: false) }
    let peeping = graph.terms(of: sink).compactMap { term -> SignalID? in
      if case .diagonal(_, let operand) = term { operand } else { nil }
    }
    for source in graph.drawnOperands(of: sink) where !(isBundled && matrices.contains(source)) {
      connect(.signal(source), .signal(sink), isPeephole: peeping.contains(source))
    }
  }

  private mutating func connect(_ source: Subject, _ sink: Subject, isPeephole: Bool) {
    guard let route = plan.routes[name(source)]?[name(sink)],
      let net = boxes.firstIndex(where: { $0.subject == source }),
      let end = box(sink)
    else { preconditionFailure("no route from \(name(source)) to \(name(sink))") }
    edges.insert(Edge(source, sink))
    let corners = corners(of: route, from: boxes[net], to: end)
    boxes[net].exits.insert(direction(route.exit).neighbour(of: corners[0]))
    let memoryRow = tracks[.memory]
    wires.draw(net: net, through: corners, dotted: isPeephole) { from, to in
      from.y == memoryRow && to.y == memoryRow ? .heavy : .light
    }
  }

  private func name(_ subject: Subject) -> String {
    switch subject {
    case .signal(let signal): names[signal]
    case .bundle: FloorPlan.End.bundle
    case .next: FloorPlan.End.nextStep
    case .prediction: FloorPlan.End.prediction
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
