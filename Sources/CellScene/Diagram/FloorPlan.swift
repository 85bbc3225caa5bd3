import CellEngine
import Screen

/// Where the boxes of a family of cells stand, and which way their wires run.
///
/// The graph says what is drawn; the plan only says where. Positions are named tracks that stretch
/// with the room there is. A variant that lacks a signal leaves its place empty.
struct FloorPlan: Sendable {
  /// A side of a box; `offset` counts columns from its middle.
  enum Side: Hashable, Sendable {
    /// A side where wires enter or leave.
    case left, right
    /// The upper or lower side.
    case top(offset: Int)
    case bottom(offset: Int)
  }

  /// One leg of a wire.
  enum Leg: Hashable, Sendable {
    /// Along the row that the wire is on, to a column.
    case along(Column)
    /// Up or down the column that the wire is on, to a row.
    case upOrDown(Row)
  }

  /// The way from one box to another.
  struct Route: Sendable {
    let exit: Side
    let legs: [Leg]
    let entry: Side

    init(_ exit: Side, _ legs: [Leg] = [], _ entry: Side) {
      self.exit = exit
      self.legs = legs
      self.entry = entry
    }

    init(_ exit: Side, _ entry: Side) { self.init(exit, [], entry) }
  }

  /// Where a box stands; `offset` counts columns to the right of the track.
  struct Place: Sendable {
    let column: Column
    let row: Row
    var offset = 0
  }

  /// Where a state arrives at the left edge.
  struct Arrival: Sendable {
    let row: Row
    /// Whether its symbol stands on its wire: there is no room for bars above and below.
    var isInline = false
  }

  /// Signals that join to one vector, which one wire leads to all layers that read it.
  struct Bundle: Sendable {
    let name: String
    /// Keys of signals, or names of other bundles.
    let members: [String]
    let column: Column
    /// Where the vector leaves.
    let row: Row
    /// Whether it is a bar that its members enter on the rows where they arrive.
    var isTall = false
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

  /// Places by `PlanKeys`.
  var places: [String: Place]
  /// Where each state arrives; it leaves on the same row, unless it has a port.
  var arrivals: [Role: Arrival]
  /// Where states leave that do not reach the right edge.
  var ports: [Role: Place] = [:]
  /// The bundles; one that joins another stands after it.
  var bundles: [Bundle]
  /// Routes by the keys of source and sink.
  var routes: [String: [String: Route]]
  /// Places for values by `PlanKeys`.
  var plates: [String: Plate]
  /// The smallest distance between neighbouring columns, and its share of what is left over.
  var spacing: [(column: Column, least: Int, share: Int)]
  /// The rows from top to bottom.
  var rows: [Row] = Row.allCases
  /// Where the word's box ends, and between which columns the prediction's stands.
  var wordEnd: (column: Column, offset: Int) = (.bundle, 14)
  var prediction: (from: (column: Column, offset: Int), to: (column: Column, offset: Int)) =
    ((.bundle, 16), (.prediction, 2))
  /// Whether the word's row is also a wire's, so that the prediction begins behind that.
  var isPredictionBesideWord: Bool { prediction.from.column != .bundle }

  /// The names of the ends that are not signals of the graph.
  enum End {
    /// Where the input joins the activation, or in a GRU the memory.
    static let inputs = "inputs"
    /// Where the gates of the last step join.
    static let gates = "gates"
    /// Where the two join each other.
    static let all = "inputs and gates"
    static let prediction = "prediction"
    static func next(_ role: Role) -> String { "next_" + role.rawValue }
  }

  /// The same plan with some routes more, or others.
  func adding(_ more: [String: [String: Route]]) -> FloorPlan {
    var plan = self
    plan.routes.merge(more) { $0.merging($1) { $1 } }
    return plan
  }

  /// The bundle with a name.
  func bundle(named name: String) -> Bundle? { bundles.first { $0.name == name } }

  /// All plans, each made when it is first asked for; a graph is drawn by the first that covers it.
  static let all: [@Sendable () -> FloorPlan] = [
    { .lstm }, { .relevance }, { .recurrence }, { .relevanceAndRecurrence }, { .gru },
    { .gruThatKeeps }, { .lateReset }, { .lateResetThatKeeps }, { .plain },
  ]
  private static let gruThatKeeps = gru.keeping
  private static let lateResetThatKeeps = lateReset.keeping
}
