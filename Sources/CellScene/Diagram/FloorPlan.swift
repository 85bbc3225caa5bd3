import CellEngine
import Screen

/// Where the signals of a family of cells stand, and which way their wires run.
///
/// The graph says what is drawn; the plan only says where. Positions are named tracks that stretch
/// with the room there is. A variant that lacks a signal leaves its place empty.
public struct FloorPlan: Sendable {
  /// A line across the picture that boxes stand on or wires run along.
  public enum Row: Int, CaseIterable, Hashable, Sendable {
    /// The outline's upper edge, and the outside labels.
    case frameTop
    /// Above the memory line.
    case above
    /// The memory line.
    case memory
    /// Below the memory line, where wires enter from below.
    case arrival
    /// Where the gated candidate is made.
    case write
    /// The upper row of the gates' values.
    case bars
    /// The lower row of the gates' values.
    case labels
    /// Where the output gate lets the memory through.
    case show
    /// The peepholes' lane.
    case peephole
    /// The layers with weights.
    case layer
    /// The lane of [a<t-1>, x<t>] and of a<t>.
    case bus
    /// The outline's lower edge.
    case frameBottom
    /// The word and the prediction, outside.
    case outside
  }

  /// A line down the picture.
  public enum Column: Int, CaseIterable, Hashable, Sendable {
    /// The outline's left edge.
    case frameLeft
    /// Where a<t-1> and x<t> join.
    case bundle
    /// Where the peepholes leave the memory line.
    case peephole
    /// The forget gate.
    case forget
    /// The update gate.
    case update
    /// Where the gated candidate is made and added.
    case write
    /// The candidate.
    case candidate
    /// The output gate.
    case output
    /// Where the memory is shown.
    case show
    /// The wire to the prediction.
    case prediction
    /// The outline's right edge.
    case frameRight
  }

  /// A side of a box; `offset` counts columns from its middle.
  public enum Side: Hashable, Sendable {
    /// A side where wires enter or leave.
    case left, right
    /// The upper or lower side.
    case top(offset: Int)
    case bottom(offset: Int)
  }

  /// One leg of a wire.
  public enum Leg: Hashable, Sendable {
    /// Along the row that the wire is on, to a column.
    case along(Column)
    /// Up or down the column that the wire is on, to a row.
    case upOrDown(Row)
  }

  /// The way from one box to another.
  public struct Route: Sendable {
    let exit: Side
    let legs: [Leg]
    let entry: Side

    init(_ exit: Side, _ legs: [Leg] = [], _ entry: Side) {
      self.exit = exit
      self.legs = legs
      self.entry = entry
    }
  }

  /// Where a box stands.
  struct Place: Sendable {
    let column: Column
    let row: Row
  }

  /// Where a signal's values are written.
  struct Plate: Sendable {
    /// The columns between which they stand.
    let from: (column: Column, offset: Int)
    let to: (column: Column, offset: Int)
    /// The first row.
    let row: Row
    /// How they are written.
    let form: Form

    /// How values are written.
    enum Form: Hashable, Sendable {
      /// A bar for each unit, with the symbol and the selected unit's number below.
      case bars
      /// The formula and the selected unit's number.
      case formula
      /// The selected unit's number.
      case number
    }
  }

  /// Places by signal name.
  let places: [String: Place]
  /// Routes by the names of source and sink.
  let routes: [String: [String: Route]]
  /// Places for values by signal name.
  let plates: [String: Plate]
  /// The smallest distance between neighbouring columns, and its share of what is left over.
  let spacing: [(column: Column, least: Int, share: Int)]

  /// The names of the ends that are not signals of the graph.
  enum End {
    static let bundle = "bundle"
    static let nextStep = "next step"
    static let prediction = "prediction"
  }

  /// Whether the plan has a place for every box of the graph and a route for every wire.
  func covers(_ graph: CellGraph) -> Bool {
    let names = SignalNames(graph)
    return graph.signals.filter(graph.isDrawn).allSatisfy { places[names[$0]] != nil }
      && Diagram.connections(of: graph).allSatisfy { edge in
        routes[edge.source.name(names)]?[edge.sink.name(names)] != nil
      }
  }

  /// All plans; a graph is drawn by the first that covers it.
  static let all: [FloorPlan] = [.lstm]

  /// The plan that a graph is drawn by.
  static func plan(for graph: CellGraph) -> FloorPlan? { all.first { $0.covers(graph) } }
}
