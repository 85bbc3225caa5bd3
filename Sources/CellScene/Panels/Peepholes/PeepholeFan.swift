import CellEngine
import Screen

/// The peepholes unit by unit: from each unit of a memory one wire, to the same unit of each gate.
///
/// Which gates have a peephole, and on which memory, is read off the graph.
struct PeepholeFan {
  /// A gate's peephole.
  struct Peephole: Hashable {
    let gate: SignalID
    let parameter: ParameterID
    let source: SignalID
  }

  /// One number with its place.
  struct Spot: Hashable {
    let signal: SignalID
    let unit: Int
    let area: Rectangle
    /// The point where its wire leaves; nil where wires only end.
    let exit: Point?
  }

  /// The peepholes in the order of the graph.
  let peepholes: [Peephole]
  /// The units that are shown.
  let units: Range<Int>
  /// All numbers with their places.
  private(set) var spots: [Spot] = []
  /// The wires; a net's number is the place of its source in `spots`.
  private(set) var wires: WireGrid
  /// The room.
  let area: Rectangle

  /// The columns of one unit, and those of the symbols at the left.
  static let unitColumns = 8
  static let labelColumns = 6

  /// The peepholes of a graph.
  static func peepholes(of graph: CellGraph) -> [Peephole] {
    graph.signals.filter(graph.isDrawn).flatMap { gate in
      graph.terms(of: gate).compactMap { term -> Peephole? in
        guard case .diagonal(let parameter, let source) = term else { return nil }
        return Peephole(gate: gate, parameter: parameter, source: source)
      }
    }
  }

  /// Lays the units out around the selected one.
  init(_ graph: CellGraph, units count: Int, around unit: Int, in area: Rectangle) {
    self.area = area
    peepholes = Self.peepholes(of: graph)
    wires = WireGrid(area: area)
    units = window(
      of: count, showing: unit,
      fitting: max(1, (area.size.columns - Self.labelColumns) / Self.unitColumns))
    let spare = area.size.rows - Self.leastRows(of: peepholes)
    let lead = min(max(0, spare / max(1, peepholes.count)), 2)
    for unit in units { lay(unit, lead: lead) }
  }

  /// The rows that the peepholes take at least: one for each memory, two for each gate.
  static func leastRows(of peepholes: [Peephole]) -> Int {
    Set(peepholes.map(\.source)).count + 2 * peepholes.count
  }

  /// The memories that are looked at, each once.
  var sources: [SignalID] {
    var sources: [SignalID] = []
    for peephole in peepholes where !sources.contains(peephole.source) {
      sources.append(peephole.source)
    }
    return sources
  }

  /// The spot of a number.
  func spot(_ signal: SignalID, unit: Int) -> Spot? {
    spots.first { $0.signal == signal && $0.unit == unit }
  }

  private mutating func lay(_ unit: Int, lead: Int) {
    let x = area.left + Self.labelColumns + (unit - units.lowerBound) * Self.unitColumns
    var y = area.top
    for source in sources {
      let net = spots.count
      spots.append(
        Spot(
          signal: source, unit: unit, area: Rectangle(x: x, y: y, columns: 7, rows: 1),
          exit: Point(x, y + 1)))
      let start = Point(x, y)
      for peephole in peepholes where peephole.source == source {
        y += lead + 2
        let gate = Rectangle(x: x + 2, y: y, columns: 6, rows: 1)
        spots.append(Spot(signal: peephole.gate, unit: unit, area: gate, exit: nil))
        wires.draw(net: net, through: [start, Point(x, y), Point(gate.left, y)], dotted: true)
      }
      y += 1
    }
  }
}
