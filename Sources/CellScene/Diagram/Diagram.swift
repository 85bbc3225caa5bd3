public import CellEngine
public import Screen

/// The picture of a cell: boxes and wires, worked out from the graph and a floor plan.
///
/// It says where everything is, not yet what it looks like at a micro-step.
public struct Diagram: Sendable {
  /// What a box stands for.
  public enum Subject: Hashable, Sendable {
    /// A signal of the graph: computed in the box, or arriving at it.
    case signal(SignalID)
    /// Where signals join to one vector, [a<t-1>, x<t>].
    case bundle
    /// Where a state leaves for the next time step.
    case next(SignalID)
    /// The readout.
    case prediction
  }

  /// A block of the picture that wires lead to or from.
  public struct Box: Hashable, Sendable {
    /// What it stands for.
    public let subject: Subject
    /// The room it takes.
    public let area: Rectangle
    /// The points next to the box where its signal leaves.
    public internal(set) var exits: Set<Point> = []
  }

  /// A wire that the graph asks for.
  public struct Edge: Hashable, Sendable {
    /// The box where the signal comes from.
    public let source: Subject
    /// The box that reads it.
    public let sink: Subject

    /// Makes an edge.
    public init(_ source: Subject, _ sink: Subject) {
      self.source = source
      self.sink = sink
    }
  }

  /// What is drawn.
  public let graph: CellGraph
  /// All boxes.
  public internal(set) var boxes: [Box] = []
  /// All wires; a net's number is the place of its source in `boxes`.
  public internal(set) var wires: WireGrid
  /// The edges as drawn.
  public internal(set) var edges: Set<Edge> = []
  let plan: FloorPlan
  let tracks: Tracks
  let names: SignalNames
  /// Decides how wide the boxes of functions are.
  let notation: Notation
  /// The signals that join to one vector before the layers read them.
  let bundled: [SignalID]

  /// Draws a graph into some room.
  ///
  /// - Parameters:
  ///   - graph: one that `canDraw` says yes to.
  ///   - area: at least `Diagram.leastSize`.
  public init(_ graph: CellGraph, in area: Rectangle, _ notation: Notation = .lecture) {
    guard let plan = FloorPlan.plan(for: graph) else {
      preconditionFailure("no floor plan has places for all signals of \(graph.name)")
    }
    self.graph = graph
    self.plan = plan
    tracks = Tracks(plan, in: area)
    wires = WireGrid(area: area)
    names = SignalNames(graph)
    self.notation = notation
    bundled = Self.bundle(of: graph)
    placeBoxes()
    drawWires()
  }

  /// Whether a floor plan has a place for every box of the graph and a way for every wire.
  public static func canDraw(_ graph: CellGraph) -> Bool { FloorPlan.plan(for: graph) != nil }

  /// The least room for a picture.
  public static var leastSize: Size { Tracks.leastSize }
  /// The room beyond which a picture grows no more.
  public static var mostSize: Size { Tracks.mostSize }

  /// The box of a subject.
  public func box(_ subject: Subject) -> Box? { boxes.first { $0.subject == subject } }

  /// The edges that the graph asks for, with each bundle written out.
  ///
  /// This is what the wiring check compares the drawn characters with.
  public static func edges(of graph: CellGraph) -> Set<Edge> {
    var edges: Set<Edge> = [Edge(.signal(graph.output), .prediction)]
    for sink in graph.signals where graph.isDrawn(sink) {
      for source in graph.drawnOperands(of: sink) {
        edges.insert(Edge(.signal(source), .signal(sink)))
      }
    }
    for state in graph.states {
      edges.insert(Edge(.signal(state.next), .next(state.next)))
    }
    return edges
  }

  /// The operands that the most layers read through matrices, if they are two or more.
  static func bundle(of graph: CellGraph) -> [SignalID] {
    let sets = graph.signals.filter(graph.isDrawn).map { matrixOperands(of: $0, in: graph) }
    return sets.first { $0.count > 1 } ?? []
  }

  /// The signals that a box reads through full matrices.
  static func matrixOperands(of signal: SignalID, in graph: CellGraph) -> [SignalID] {
    graph.terms(of: signal).compactMap { term in
      if case .matrix(_, let operand) = term { operand } else { nil }
    }
  }
}

extension Diagram {
  private mutating func placeBoxes() {
    for signal in graph.signals {
      if graph.isGiven(signal) {
        boxes.append(Box(subject: .signal(signal), area: givenArea(signal)))
      } else if graph.isDrawn(signal), let place = plan.places[names[signal]] {
        boxes.append(Box(subject: .signal(signal), area: area(of: signal, at: place)))
      }
    }
    if !bundled.isEmpty {
      let point = Rectangle(x: tracks[.bundle], y: tracks[.bus], columns: 1, rows: 1)
      boxes.append(Box(subject: .bundle, area: point))
    }
    for state in graph.states {
      let row: FloorPlan.Row = isMemory(state.next) ? .memory : .bus
      let exit = Rectangle(x: tracks.area.right - 1, y: tracks[row], columns: 1, rows: 1)
      boxes.append(Box(subject: .next(state.next), area: exit))
    }
    boxes.append(Box(subject: .prediction, area: predictionArea))
  }

  private func isMemory(_ signal: SignalID) -> Bool { graph[signal].role == .memory }

  /// The input's word stands below; states arrive at the left edge, the memory on its line.
  private func givenArea(_ signal: SignalID) -> Rectangle {
    if case .input = graph[signal].operation {
      let left = tracks[.bundle] - 2
      return Rectangle(
        x: left, y: tracks[.outside], columns: predictionArea.left - 2 - left, rows: 1)
    }
    let row: FloorPlan.Row = isMemory(signal) ? .memory : .bus
    return Rectangle(x: tracks.area.left, y: tracks[row], columns: 1, rows: 1)
  }

  private var predictionArea: Rectangle {
    let left = tracks[.bundle] + 16
    return Rectangle(
      x: left, y: tracks[.outside], columns: tracks[.prediction] + 2 - left, rows: 1)
  }

  /// Functions are written out in boxes, point-wise operations as one sign.
  private func area(of signal: SignalID, at place: FloorPlan.Place) -> Rectangle {
    let (x, y) = (tracks[place.column], tracks[place.row])
    if case .activation = graph[signal].operation {
      let label = notation.boxLabel(graph[signal].operation)
      let width = label.columns > 1 ? label.columns + 2 : 5
      let height = graph.terms(of: signal).isEmpty ? 1 : tracks.layerHeight
      return Rectangle(x: x - 2, y: y - height / 2, columns: width, rows: height)
    }
    return Rectangle(x: x - 1, y: y, columns: 3, rows: 1)
  }
}

extension Notation {
  /// What stands in the box of an operation.
  func boxLabel(_ operation: Operation) -> String {
    switch operation {
    case .activation(let function, _): symbol(function)
    case .product: productSign
    case .sum: sumSign
    case .complement: "1−"
    case .affine: "W"
    case .input, .state: ""
    }
  }
}
