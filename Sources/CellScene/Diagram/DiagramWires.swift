import CellEngine
import Screen

extension Diagram {
  /// Draws every wire along its route.
  mutating func drawWires() {
    for edge in Self.connections(of: graph, plan) {
      connect(edge.source, edge.sink, isPeephole: isPeephole(edge))
    }
  }

  /// The wires in the order of drawing; layers that read a whole bundle share one wire from it.
  static func connections(of graph: CellGraph, _ plan: FloorPlan) -> [Edge] {
    let keys = PlanKeys(graph)
    var edges: [Edge] = []
    for sink in graph.signals where graph.isDrawn(sink) {
      let (bundles, bundled) = bundles(into: sink, graph, keys, plan)
      edges += bundles.map { Edge(.bundle($0), .signal(sink)) }
      for source in graph.drawnOperands(of: sink) where !bundled.contains(source) {
        edges.append(Edge(.signal(source), .signal(sink)))
      }
    }
    for name in usedBundles(of: graph, keys, plan) {
      for member in plan.bundles.first(where: { $0.name == name })?.members ?? [] {
        if let signal = graph.signals.first(where: { keys[$0] == member }) {
          edges.append(Edge(.signal(signal), .bundle(name)))
        } else if plan.bundles.contains(where: { $0.name == member }) {
          edges.append(Edge(.bundle(member), .bundle(name)))
        }
      }
    }
    edges += graph.states.map { Edge(.signal($0.next), .next($0.previous)) }
    return edges + [Edge(.signal(graph.output), .prediction)]
  }

  /// The bundles that a layer reads as a whole, the largest first, and the signals in them.
  private static func bundles(
    into sink: SignalID, _ graph: CellGraph, _ keys: PlanKeys, _ plan: FloorPlan
  ) -> (names: [String], signals: Set<SignalID>) {
    var left = Set(matrixOperands(of: sink, in: graph))
    var (names, signals): ([String], Set<SignalID>) = ([], [])
    guard left.count > 1 else { return (names, signals) }
    for bundle in plan.bundles.reversed() {
      let joined = signalsJoined(in: bundle, graph, keys, plan)
      guard !joined.isEmpty, joined.isSubset(of: left) else { continue }
      left.subtract(joined)
      names.append(bundle.name)
      signals.formUnion(joined)
    }
    return (names, signals)
  }

  /// The signals in a bundle and in the bundles that it joins.
  private static func signalsJoined(
    in bundle: FloorPlan.Bundle, _ graph: CellGraph, _ keys: PlanKeys, _ plan: FloorPlan
  ) -> Set<SignalID> {
    var joined = Set(graph.signals.filter { bundle.members.contains(keys[$0]) })
    for member in plan.bundles where bundle.members.contains(member.name) {
      joined.formUnion(signalsJoined(in: member, graph, keys, plan))
    }
    return joined
  }

  /// The bundles that some layer reads, or that join in one.
  static func usedBundles(
    of graph: CellGraph, _ keys: PlanKeys, _ plan: FloorPlan
  ) -> [String] {
    var used: Set<String> = []
    for sink in graph.signals where graph.isDrawn(sink) {
      used.formUnion(bundles(into: sink, graph, keys, plan).names)
    }
    for bundle in plan.bundles.reversed() where used.contains(bundle.name) {
      used.formUnion(bundle.members.filter { name in plan.bundles.contains { $0.name == name } })
    }
    return plan.bundles.map(\.name).filter(used.contains)
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
    guard let route = plan.routes[keys.name(of: source)]?[keys.name(of: sink)],
      let net = boxes.firstIndex(where: { $0.subject == source }),
      let end = box(sink)
    else { preconditionFailure("no route from \(source) to \(sink)") }
    edges.insert(Edge(source, sink))
    let corners = corners(of: route, from: boxes[net], to: end)
    paths[Edge(source, sink)] = corners
    boxes[net].exits.insert(direction(route.exit).neighbour(of: corners[0]))
    let memoryRow = tracks[.memory]
    wires.draw(net: net, through: corners, dotted: isPeephole) { from, to in
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
      let row = plan.bundles.first { $0.name == name }.map { tracks[$0.row] }
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
