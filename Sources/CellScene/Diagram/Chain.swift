import CellEngine
import Screen

/// Cells side by side in time: each drawn from the same graph, its states leading into the next.
struct Chain {
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
    guard let cell = PlannedCell(graph) else {
      preconditionFailure("no floor plan has places for all signals of \(graph.name)")
    }
    let (columns, pitch) = Self.columns(cell, notation, in: area.size)
    let first = Self.firstColumn(
      pitch: pitch, room: area.size.columns, around: time, of: count)
    links = (0..<count).compactMap { time in
      let left = area.left + time * pitch - first
      guard left + pitch > area.left, left < area.right else { return nil }
      let tail = time == count - 1 ? Self.gap : 0
      let room = Rectangle(
        x: left, y: area.top, columns: pitch + tail, rows: area.size.rows)
      let positions = columns.positions(from: left + Self.gap, width: pitch - Self.gap)
      let tracks = Tracks(cell.plan, at: positions, in: room)
      return Link(time: time, diagram: Diagram(cell, tracks, notation))
    }
  }

  /// The columns of a cell and from one cell to the next: as many whole cells as fit well, if they are
  /// three or more, else two and a half that stand as close as they can; two where a word, its wire and a
  /// prediction with its probability stand on one row.
  private static func columns(
    _ cell: PlannedCell, _ notation: Notation, in room: Size
  ) -> (NarrowColumns, pitch: Int) {
    let share =
      cell.plan.isPredictionBesideWord ? (room.columns - gap) / 2 : room.columns * 2 / 5
    let all = Set(cell.graph.signals.filter { NarrowLabels.isLabelled($0, in: cell.graph) })
    let wide = NarrowColumns(cell, notation, labelled: all)
    let whole = (room.columns - gap) / (wide.width + gap)
    if whole >= 3 { return (wide, (room.columns - gap) / whole) }
    var labelled: Set<SignalID> = []
    while labelled != all {
      let narrow = NarrowColumns(cell, notation, labelled: labelled)
      let least = narrow.width + gap
      var unclear: Set<SignalID> = []
      for pitch in [(room.columns - gap) / 3, max(least, share)] where pitch >= least {
        let area = Rectangle(x: 0, y: 0, columns: pitch, rows: room.rows)
        let tracks = Tracks(
          cell.plan, at: narrow.positions(from: gap, width: pitch - gap), in: area)
        unclear = NarrowLabels(Diagram(cell, tracks, notation)).unclear
        if unclear.isEmpty { return (narrow, pitch) }
      }
      guard !unclear.isSubset(of: labelled) else { break }
      labelled.formUnion(unclear)
    }
    return (wide, max(wide.width + gap, share))
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
