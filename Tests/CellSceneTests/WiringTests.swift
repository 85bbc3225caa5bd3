import CellEngine
import Screen
import Testing

@testable import CellScene

/// Layout versus schematic: the drawn wires are exactly the graph's edges.
@Suite struct WiringTests {
  /// The pictures that the sizes ask for: each room once.
  static let rooms: [Rectangle] = {
    var rooms: Set<Rectangle> = []
    for columns in 60...200 {
      for rows in 18...60 {
        let size = Size(columns: columns, rows: rows)
        if let layout = ScreenLayout(size: size, equationCount: 6, unitCount: 8) {
          rooms.insert(layout.diagram)
        }
      }
    }
    return rooms.sorted { ($0.size.columns, $0.size.rows) < ($1.size.columns, $1.size.rows) }
  }()

  @Test func `every size from 60x18 to 200x60 has room for the picture`() {
    for columns in 60...200 {
      for rows in 18...60 {
        let layout = ScreenLayout(
          size: Size(columns: columns, rows: rows), equationCount: 6, unitCount: 8)
        let room = layout?.diagram.size
        #expect(room.map { $0.columns >= 60 && $0.rows >= 13 } == true, "\(columns)x\(rows)")
      }
    }
    #expect(Self.rooms.count > 1000)
  }

  /// The cells that are shown most; every other one shares their plans.
  static let mainKinds: [CellKind] =
    [.lecture, .lstm(LSTM(peepholes: Set(LSTM.gates))), .gru(GRU()), .rnn(RNN())]
    + ["lstm_V", "lstm_CIFG", "lstm_FGR", "lstm_Ng_relevance_peephole", "gru_PyTorch"]
    .compactMap { CatalogueEntry.named($0)?.kind }

  /// Every width and every height: columns depend on the width alone, rows on the height alone.
  static let widthsAndHeights: [Rectangle] = {
    let sizes = rooms.map(\.size)
    let columns = [sizes.map(\.columns).min(), sizes.map(\.columns).max()]
    let rows = [sizes.map(\.rows).min(), sizes.map(\.rows).max()]
    return rooms.filter { columns.contains($0.size.columns) || rows.contains($0.size.rows) }
  }()

  /// Sizes of all kinds, the least and the largest among them, for the many combinations.
  static let someRooms = rooms.enumerated().filter { place, room in
    room == rooms.first || room == rooms.last || room.size.columns < 62 && room.size.rows < 16
      || place % 53 == 0
  }.map(\.element)

  @Test(arguments: mainKinds)
  func `the drawn wires are the graph's edges in every room`(_ kind: CellKind) async throws {
    for room in Self.rooms {
      await Task.yield()
      try Self.check(kind, in: room)
    }
  }

  @Test(arguments: Examples.kinds)
  func `the drawn wires are the graph's edges at every width and height`(
    _ kind: CellKind
  ) async throws {
    #expect(Self.widthsAndHeights.count > 150)
    for room in Self.widthsAndHeights {
      await Task.yield()
      try Self.check(kind, in: room)
    }
  }

  @Test(arguments: 0..<8)
  func `every combination of switches is drawn with its graph's edges`(part: Int) async throws {
    let kinds = Examples.everyKind
    // 52 sets of gates and peepholes × tanh or not, twice, × relevance gate or not: 416; the same
    // with gate recurrence, but for the 8 without any gate: 408; 6 GRUs and 2 plain networks.
    #expect(kinds.count == 832)
    for (place, kind) in kinds.enumerated() where place % 8 == part {
      await Task.yield()
      try #require(Diagram.canDraw(kind.graph), "\(kind)")
      for room in Self.someRooms { try Self.check(kind, in: room) }
    }
  }

  /// Reads the picture back: its edges are the graph's, no wire ends loose or touches another, and
  /// every box has a place of its own.
  private static func check(_ kind: CellKind, in room: Rectangle) throws {
    let diagram = Diagram(kind.graph, in: room)
    var canvas = Canvas(size: Size(columns: room.right, rows: room.bottom))
    DiagramPanel.drawWires(of: diagram, on: &canvas)
    let found = WireReader(canvas, boxes: diagram.boxes)
    try #require(
      found.edgesWithoutBundles == kind.graph.schematic, "\(kind) in \(room)")
    try #require(found.looseEnds.isEmpty, "\(kind) in \(room): \(found.looseEnds)")
    let conflicts = diagram.wires.conflicts.filter { point in
      !diagram.boxes.contains { $0.area.contains(point) }
    }
    try #require(conflicts.isEmpty, "\(kind) in \(room): \(conflicts)")
    var owned: Set<Point> = []
    for box in diagram.boxes {
      for y in box.area.top..<box.area.bottom {
        for x in box.area.left..<box.area.right {
          try #require(owned.insert(Point(x, y)).inserted, "\(kind) in \(room): \(box)")
          try #require(room.contains(Point(x, y)), "\(kind) in \(room): \(box)")
        }
      }
    }
  }

  /// Values, labels and arrows are written around the wires, never over them.
  @Test(arguments: Examples.kinds)
  func `the whole screen can be read back at every micro-step`(_ kind: CellKind) async throws {
    let expected = kind.graph.schematic
    for size in [(60, 18), (67, 20), (80, 24), (100, 30), (120, 36), (149, 40), (200, 60)] {
      let size = Size(columns: size.0, rows: size.1)
      var session = try Examples.session(kind)
      session.press("G")
      let layout = try #require(
        ScreenLayout(
          size: size, equationCount: kind.graph.equations(.lecture).count, unitCount: 8))
      for _ in 0...session.lastMicroStep {
        await Task.yield()
        let canvas = Scene(session, size: size).canvas()
        let diagram = Diagram(kind.graph, in: layout.diagram)
        let found = WireReader(canvas, boxes: diagram.boxes)
        #expect(found.edgesWithoutBundles == expected, "\(size) micro-step \(session.microStep)")
        #expect(found.looseEnds.isEmpty, "\(size) micro-step \(session.microStep)")
        session.press("Space")
      }
    }
  }

  /// At every point where a wire can be seen.
  @Test(arguments: mainKinds)
  func `a wire broken on purpose is noticed`(_ kind: CellKind) throws {
    let size = Size(columns: 80, rows: 24)
    let layout = try #require(ScreenLayout(size: size, equationCount: 6, unitCount: 8))
    let diagram = Diagram(kind.graph, in: layout.diagram)
    let whole = Scene(try Examples.session(kind), size: size).canvas()
    let expected = kind.graph.schematic
    var tried = 0
    for point in diagram.wires.points
    where !diagram.boxes.contains(where: { $0.area.contains(point) }) {
      var canvas = whole
      canvas[point.x, point.y].character = " "
      let found = WireReader(canvas, boxes: diagram.boxes)
      #expect(found.edgesWithoutBundles != expected || !found.looseEnds.isEmpty, "\(kind) \(point)")
      tried += 1
    }
    #expect(tried > 80)
  }

  /// Every box is taken for every other one.
  ///
  /// Two are alike to the graph itself where they read and reach the same: Γu and c~<t> without peepholes, ŷ<t> and
  /// the next a<t-1>.
  @Test(arguments: mainKinds)
  func `wires led to the wrong boxes are noticed`(_ kind: CellKind) throws {
    let expected = kind.graph.schematic
    let diagram = Diagram(kind.graph, in: Rectangle(x: 0, y: 3, columns: 80, rows: 13))
    var canvas = Canvas(size: Size(columns: 80, rows: 24))
    DiagramPanel.drawWires(of: diagram, on: &canvas)
    let numbers = diagram.boxes.indices.filter { number in
      if case .bundle = diagram.boxes[number].subject { false } else { true }
    }
    var (noticed, alike) = (0, 0)
    for one in numbers {
      for other in numbers where other > one {
        let (left, right) = (diagram.boxes[one], diagram.boxes[other])
        let exchange = [left.subject: right.subject, right.subject: left.subject]
        let exchanged = Set(
          expected.map {
            Diagram.Edge(exchange[$0.source] ?? $0.source, exchange[$0.sink] ?? $0.sink)
          })
        var boxes = diagram.boxes
        boxes[one] = Diagram.Box(subject: right.subject, area: left.area, exits: left.exits)
        boxes[other] = Diagram.Box(subject: left.subject, area: right.area, exits: right.exits)
        let found = WireReader(canvas, boxes: boxes).edgesWithoutBundles
        #expect(found == exchanged, "\(kind): \(left.subject) and \(right.subject)")
        if found == expected { alike += 1 } else { noticed += 1 }
      }
    }
    #expect(noticed >= 4 * alike, "\(kind)")
  }
}
