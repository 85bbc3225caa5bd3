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
    /// Where signals join to one vector such as [a<t-1>, x<t>], by the bundle's name.
    case bundle(String)
    /// Where a state leaves for the next time step, by the signal that it will be there.
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

  /// All boxes.
  public internal(set) var boxes: [Box] = []
  /// All wires; a net's number is the place of its source in `boxes`.
  public internal(set) var wires: WireGrid
  /// The edges as drawn.
  public internal(set) var edges: Set<Edge> = []
  /// The corners of each wire.
  var paths: [Edge: [Point]] = [:]
  let cell: PlannedCell
  let tracks: Tracks
  /// Decides how wide the boxes of functions are.
  let notation: Notation

  /// Draws a graph into some room.
  ///
  /// - Parameters:
  ///   - graph: one that `canDraw` says yes to.
  ///   - area: at least `Diagram.leastSize`.
  public init(_ graph: CellGraph, in area: Rectangle, _ notation: Notation = .lecture) {
    guard let cell = PlannedCell(graph) else {
      preconditionFailure("no floor plan has places for all signals of \(graph.name)")
    }
    self.init(cell, Tracks(cell.plan, in: area), notation)
  }

  /// Draws a cell on tracks of its plan.
  init(_ cell: PlannedCell, _ tracks: Tracks, _ notation: Notation) {
    self.cell = cell
    self.tracks = tracks
    self.notation = notation
    wires = WireGrid(area: tracks.area)
    placeBoxes()
    drawWires()
  }

  /// What is drawn.
  public var graph: CellGraph { cell.graph }
  var plan: FloorPlan { cell.plan }
  var keys: PlanKeys { cell.keys }

  /// Whether a floor plan has a place for every box of the graph and a way for every wire.
  public static func canDraw(_ graph: CellGraph) -> Bool { PlannedCell(graph) != nil }

  /// The least room for a picture.
  public static var leastSize: Size { Tracks.leastSize }
  /// The room beyond which a picture grows no more.
  public static var mostSize: Size { Tracks.mostSize }

  /// The box of a subject.
  public func box(_ subject: Subject) -> Box? { boxes.first { $0.subject == subject } }

  /// The signals that a box reads through full matrices.
  static func matrixOperands(of signal: SignalID, in graph: CellGraph) -> [SignalID] {
    graph.terms(of: signal).compactMap { term in
      if case .matrix(_, let operand) = term { operand } else { nil }
    }
  }
}

extension Notation {
  /// A part of an equation where there is no room for its formula: `tanh(…)`, and Σ for a sum.
  func shortName(_ operation: Operation) -> String {
    switch operation {
    case .activation(let function, _): applied(function, to: "…").filter { $0 != " " }
    case .affine, .sum: "Σ"
    case .complement: "1−…"
    case .product: productSign
    case .input, .state: "…"
    }
  }

  /// What stands in the box of an operation.
  func boxLabel(_ operation: Operation) -> String {
    switch operation {
    case .activation(let function, _): symbol(function).filter { $0 != " " }
    case .product: productSign
    case .sum: sumSign
    case .complement: "1−"
    case .affine: "W"
    case .input, .state: ""
    }
  }
}
