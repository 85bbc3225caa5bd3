import CellEngine

/// A graph and the floor plan that covers it: what every picture of the cell has in common, whatever its size.
struct PlannedCell: Sendable {
  /// What is drawn.
  let graph: CellGraph
  /// Where it stands.
  let plan: FloorPlan
  /// The names that the plan knows the ends of wires by.
  let keys: PlanKeys
  /// The bundles that some layer reads, or that join in one.
  private(set) var bundles: [FloorPlan.Bundle] = []
  /// The wires in the order of drawing; layers that read a whole bundle share one wire from it.
  private(set) var edges: [Diagram.Edge] = []

  /// Finds the first floor plan that has a place for every box of the graph and a route for every wire; nil if there
  /// is none.
  init?(_ graph: CellGraph) {
    let keys = PlanKeys(graph)
    for plan in FloorPlan.all {
      guard let cell = PlannedCell(graph, plan(), keys) else { continue }
      self = cell
      return
    }
    return nil
  }

  private init?(_ graph: CellGraph, _ plan: FloorPlan, _ keys: PlanKeys) {
    (self.graph, self.plan, self.keys) = (graph, plan, keys)
    let drawn = graph.signals.filter(graph.isDrawn)
    guard drawn.allSatisfy({ plan.places[keys[$0]] != nil }),
      graph.states.allSatisfy({ plan.arrivals[$0.role] != nil })
    else { return nil }
    findWires(into: drawn)
    guard edges.allSatisfy({ route(of: $0) != nil }) else { return nil }
  }

  /// The way of a wire.
  func route(of edge: Diagram.Edge) -> FloorPlan.Route? {
    plan.routes[keys.name(of: edge.source)]?[keys.name(of: edge.sink)]
  }

  private mutating func findWires(into drawn: [SignalID]) {
    var used: Set<String> = []
    for sink in drawn {
      let (names, bundled) = bundles(into: sink)
      used.formUnion(names)
      edges += names.map { Diagram.Edge(.bundle($0), .signal(sink)) }
      for source in graph.drawnOperands(of: sink) where !bundled.contains(source) {
        edges.append(Diagram.Edge(.signal(source), .signal(sink)))
      }
    }
    for bundle in plan.bundles.reversed() where used.contains(bundle.name) {
      used.formUnion(bundle.members.filter { plan.bundle(named: $0) != nil })
    }
    bundles = plan.bundles.filter { used.contains($0.name) }
    for bundle in bundles { edges += bundle.members.compactMap { edge(from: $0, to: bundle) } }
    edges += graph.states.map { Diagram.Edge(.signal($0.next), .next($0.previous)) }
    edges.append(Diagram.Edge(.signal(graph.output), .prediction))
  }

  /// The wire from a signal or a bundle to the bundle that it joins.
  private func edge(from member: String, to bundle: FloorPlan.Bundle) -> Diagram.Edge? {
    if let signal = keys.signal(member) { return .init(.signal(signal), .bundle(bundle.name)) }
    return plan.bundle(named: member).map { .init(.bundle($0.name), .bundle(bundle.name)) }
  }

  /// The bundles that a layer reads as a whole, the largest first, and the signals in them.
  private func bundles(into sink: SignalID) -> (names: [String], signals: Set<SignalID>) {
    var left = Set(Diagram.matrixOperands(of: sink, in: graph))
    var (names, signals): ([String], Set<SignalID>) = ([], [])
    guard left.count > 1 else { return (names, signals) }
    for bundle in plan.bundles.reversed() {
      let joined = signalsJoined(in: bundle)
      guard !joined.isEmpty, joined.isSubset(of: left) else { continue }
      left.subtract(joined)
      names.append(bundle.name)
      signals.formUnion(joined)
    }
    return (names, signals)
  }

  /// The signals in a bundle and in the bundles that it joins.
  private func signalsJoined(in bundle: FloorPlan.Bundle) -> Set<SignalID> {
    var joined = Set(bundle.members.compactMap(keys.signal))
    for member in bundle.members.compactMap(plan.bundle(named:)) {
      joined.formUnion(signalsJoined(in: member))
    }
    return joined
  }
}

/// The names that floor plans know the ends of wires by.
///
/// A box is known by what it computes rather than by what it is in the cell: in a coupled cell the
/// forget gate is `one_minus_update`, and tanh c<t> is `function_of_memory` also where it is a<t>.
struct PlanKeys: Sendable {
  private let graph: CellGraph
  private let names: SignalNames
  private let keys: [String]

  init(_ graph: CellGraph) {
    let names = SignalNames(graph)
    self.graph = graph
    self.names = names
    keys = graph.signals.map { signal in
      switch graph[signal].operation {
      case .complement(let operand):
        "one_minus_" + names[operand]
      case .activation(_, let operand) where graph[operand].role != nil:
        "function_of_" + names[operand]
      case .input, .state, .affine, .activation, .product, .sum:
        names[signal]
      }
    }
  }

  subscript(signal: SignalID) -> String { keys[signal.index] }

  /// The signal that a plan knows by a name.
  func signal(_ key: String) -> SignalID? { keys.firstIndex(of: key).map(SignalID.init) }

  func name(of subject: Diagram.Subject) -> String {
    switch subject {
    case .signal(let signal): self[signal]
    case .bundle(let name): name
    case .next(let holder): graph[holder].role.map(FloorPlan.End.next) ?? names[holder]
    case .prediction: FloorPlan.End.prediction
    }
  }
}
