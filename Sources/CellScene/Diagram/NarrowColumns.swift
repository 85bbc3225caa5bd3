import CellEngine
import Screen

/// The columns of a floor plan, as close together as its boxes and wires allow.
///
/// The picture is drawn once with its columns far apart. What then stands on each column row by
/// row – boxes, and wire that runs up or down – says how close its neighbours may come, from left to
/// right: the compaction of chip layouts. So every plan has a narrow form without data of its own.
struct NarrowColumns {
  /// The columns from left to right with their distance from the outline's left edge.
  private let places: [(column: FloorPlan.Column, x: Int, share: Int)]

  /// The least width of the outline.
  var width: Int { max(Self.leastWidth, (places.last?.x ?? 0) + 1) }

  /// The room that a word and a prediction need below the outline.
  private static let leastWidth = 24

  /// Finds the least distances for a graph.
  ///
  /// - Parameter labelled: the signals that get room for their value on the right of their wire.
  init(_ cell: PlannedCell, _ notation: Notation, labelled: Set<SignalID>) {
    let order = [.frameLeft] + cell.plan.spacing.map(\.column)
    let shares = [0] + cell.plan.spacing.map(\.share)
    let profiles = Self.profiles(cell, order, notation, labelled)
    var x: [Int] = []
    for (place, profile) in profiles.enumerated() {
      let least = (0..<place).map { x[$0] + profiles[$0].distance(to: profile) }.max() ?? 0
      x.append(max(least, x.last ?? 0))
    }
    places = order.indices.map { (order[$0], x[$0], shares[$0]) }
  }

  /// The columns of an outline that begins at `left` and is `width` wide, at least the least.
  func positions(from left: Int, width: Int) -> [FloorPlan.Column: Int] {
    let extra = max(0, width - 1 - (places.last?.x ?? 0))
    let shares = max(1, places.reduce(0) { $0 + $1.share })
    var positions: [FloorPlan.Column: Int] = [:]
    var share = 0
    for place in places {
      share += place.share
      positions[place.column] = left + place.x + extra * share / shares
    }
    return positions
  }

  /// What stands on a column on one row: how far it reaches to both sides, and what its ends are.
  private struct Extent {
    var left: Int
    var right: Int
    var leftIsBox: Bool
    var rightIsBox: Bool
  }

  /// What stands on a column, row by row.
  private struct Profile {
    var rows: [Int: Extent] = [:]

    mutating func add(_ row: Int, _ range: ClosedRange<Int>, isBox: Bool) {
      guard var old = rows[row] else {
        rows[row] = Extent(
          left: range.lowerBound, right: range.upperBound, leftIsBox: isBox, rightIsBox: isBox)
        return
      }
      if range.lowerBound < old.left { (old.left, old.leftIsBox) = (range.lowerBound, isBox) }
      if range.upperBound > old.right { (old.right, old.rightIsBox) = (range.upperBound, isBox) }
      rows[row] = old
    }

    /// How far a column to the right must be away.
    ///
    /// Between two boxes, and between two wires, one place stays free; a box may touch a wire.
    func distance(to next: Profile) -> Int {
      rows.compactMap { row, here in
        next.rows[row].map { there in
          here.right - there.left + (here.rightIsBox == there.leftIsBox ? 2 : 1)
        }
      }.max() ?? 0
    }
  }

  /// Far more than any box reaches from its column.
  private static let far = 32

  private static func profiles(
    _ cell: PlannedCell, _ order: [FloorPlan.Column], _ notation: Notation,
    _ labelled: Set<SignalID>
  ) -> [Profile] {
    let area = Rectangle(
      x: 0, y: 0, columns: (order.count + 1) * far, rows: Tracks.leastSize.rows)
    let columns = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, far / 2 + $0 * far) })
    let diagram = Diagram(cell, Tracks(cell.plan, at: columns, in: area), notation)
    var profiles = Profiles(count: order.count)
    profiles.addFrame(of: diagram, rows: area.size.rows)
    profiles.addBoxes(of: diagram)
    profiles.addLabels(labelled, of: diagram, cell.graph)
    profiles.addWires(of: diagram)
    return profiles.columns
  }

  /// The profiles of all columns, read off a picture with its columns far apart.
  private struct Profiles {
    var columns: [Profile]

    init(count: Int) { columns = Array(repeating: Profile(), count: count) }

    private mutating func add(_ y: Int, _ range: ClosedRange<Int>, isBox: Bool) {
      let place = min(range.lowerBound / far, columns.count - 1)
      let track = far / 2 + place * far
      columns[place].add(
        y, (range.lowerBound - track)...(range.upperBound - track), isBox: isBox)
    }

    mutating func addFrame(of diagram: Diagram, rows: Int) {
      let frame = diagram.tracks.frame
      for y in 0..<rows {
        add(y, frame.left...frame.left, isBox: true)
        add(y, (frame.right - 1)...(frame.right - 1), isBox: true)
      }
    }

    mutating func addBoxes(of diagram: Diagram) {
      let frame = diagram.tracks.frame
      let hasLanes =
        diagram.boxes.filter { box in
          if case .bundle = box.subject { true } else { false }
        }.count > 1
      for box in diagram.boxes where box.area.left > frame.left && box.area.right < frame.right {
        guard box.area.top < diagram.tracks[.outside] else { continue }
        for y in box.area.top..<box.area.bottom {
          add(y, box.area.left...(box.area.right - 1), isBox: true)
        }
        // Where there are two lanes, a bundle is seen to be left before another wire passes over.
        guard case .bundle = box.subject, hasLanes else { continue }
        for exit in box.exits { add(exit.y, exit.x...exit.x, isBox: true) }
      }
    }

    mutating func addLabels(_ labelled: Set<SignalID>, of diagram: Diagram, _ graph: CellGraph) {
      for signal in labelled {
        guard let box = diagram.box(.signal(signal)),
          let exit = box.exits.first(where: { $0.y < box.area.top }),
          let role = graph[signal].role
        else { continue }
        add(exit.y, exit.x...(exit.x + NarrowLabels.numberColumns(role) - 1), isBox: false)
      }
    }

    mutating func addWires(of diagram: Diagram) {
      for point in diagram.wires.points {
        guard let piece = diagram.wires.top(at: point), !piece.arms.isHorizontal else { continue }
        guard !diagram.boxes.contains(where: { $0.area.contains(point) }) else { continue }
        add(point.y, point.x...point.x, isBox: false)
      }
    }
  }
}
