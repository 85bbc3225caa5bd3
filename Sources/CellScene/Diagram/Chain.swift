import CellEngine
import Screen

/// Cells side by side in time: each drawn from the same graph, its states leading into the next.
struct Chain {
  /// The most states whose wires stay apart in a narrow cell, as the wiring check finds.
  private static let mostStates = 2

  /// Whether a cell can be drawn narrow.
  static func canDraw(_ graph: CellGraph) -> Bool { graph.states.count <= mostStates }

  /// One cell of the chain.
  struct Link {
    /// The time step, from 0.
    let time: Int
    /// Its picture; it reaches beyond the room where the cell is cut off.
    let diagram: Diagram
  }

  /// The cells that can be seen, at least in part.
  let links: [Link]
  /// The number of time steps, T.
  let count: Int

  /// The columns before an outline and behind the last: symbols and numbers of the states.
  static let gap = 6

  /// Lays out the cells around a time step.
  ///
  /// The present cell is whole, if possible the one before it too; from three cells on they share the room.
  ///
  /// - Parameter area: at least `Diagram.leastSize`.
  init(
    _ graph: CellGraph, _ notation: Notation, in area: Rectangle, around time: Int, of count: Int
  ) {
    self.count = count
    guard let plan = FloorPlan.plan(for: graph) else {
      preconditionFailure("no floor plan has places for all signals of \(graph.name)")
    }
    let (columns, pitch) = Self.columns(graph, plan, notation, in: area.size.columns)
    let first = Self.firstColumn(
      pitch: pitch, room: area.size.columns, around: time, of: count)
    links = (0..<count).compactMap { time in
      let left = area.left + time * pitch - first
      guard left + pitch > area.left, left < area.right else { return nil }
      let tail = time == count - 1 ? Self.gap : 0
      let room = Rectangle(
        x: left, y: area.top, columns: pitch + tail, rows: area.size.rows)
      let positions = columns.positions(from: left + Self.gap, width: pitch - Self.gap)
      let tracks = Tracks(plan, at: positions, in: room)
      return Link(time: time, diagram: Diagram(graph, plan, tracks, notation))
    }
  }

  /// The columns of a cell and from one cell to the next: as many whole cells as fit well, if they are
  /// three or more, else two and a half that stand as close as they can.
  private static func columns(
    _ graph: CellGraph, _ plan: FloorPlan, _ notation: Notation, in room: Int
  ) -> (NarrowColumns, pitch: Int) {
    let wide = NarrowColumns(graph, plan, notation, hasLabels: true)
    let whole = (room - gap) / (wide.width + gap)
    if whole >= 3 { return (wide, (room - gap) / whole) }
    let narrow = NarrowColumns(graph, plan, notation, hasLabels: false)
    let pitch = max(narrow.width + gap, room * 2 / 5)
    let area = Rectangle(x: 0, y: 0, columns: pitch, rows: Tracks.leastSize.rows)
    let tracks = Tracks(plan, at: narrow.positions(from: gap, width: pitch - gap), in: area)
    let isClear = NarrowLabels(Diagram(graph, plan, tracks, notation)).isClear
    return isClear ? (narrow, pitch) : (wide, max(wide.width + gap, room * 2 / 5))
  }

  /// The column of the whole chain that is the first to be seen.
  private static func firstColumn(pitch: Int, room: Int, around time: Int, of count: Int) -> Int {
    let whole = count * pitch + gap
    let before = room >= 3 * pitch ? (room / pitch - 1) / 2 : 1
    let wanted = max((time - before) * pitch, (time + 1) * pitch + gap - room)
    return min(max(0, wanted), max(0, whole - room))
  }

  /// Whether a state leads straight from one cell into the next.
  func isLast(_ link: Link) -> Bool { link.time == count - 1 }
}
