import CellEngine
import Screen
import Testing

@testable import CellScene

/// Layout versus schematic for cells side by side: each cell has its graph's wires, and every state
/// leads on into the next cell.
@Suite struct ChainTests {
  /// The panel drawn far from the edges of a canvas, so that cells that a screen cuts off are whole.
  private static func read(_ session: Session, columns: Int, rows: Int) -> ReadChain {
    let area = Rectangle(x: 100, y: 1, columns: columns, rows: rows)
    var canvas = Canvas(size: Size(columns: columns + 200, rows: rows + 2))
    ChainPanel(session, .english).draw(in: area, on: &canvas)
    let chain = Chain(
      session.run.cell.graph, session.notation, in: area, around: session.time,
      of: session.tokens.count)
    return ReadChain(canvas, chain)
  }

  @Test(arguments: Examples.kinds)
  func `the drawn chain has each cell's edges and the states between cells`(
    _ kind: CellKind
  ) async throws {
    for (columns, rows) in [
      (60, 13), (66, 13), (73, 14), (80, 13), (80, 15), (99, 16), (120, 15), (120, 19), (150, 17),
      (200, 19),
    ] {
      for keys in ["g t", "4 G 6 Space t", "G $ t"] {
        await Task.yield()
        var session = try Examples.session(kind)
        session.press(keys)
        let read = Self.read(session, columns: columns, rows: rows)
        try #require(read.found == read.expected, "\(kind) \(columns)x\(rows) \(keys)")
        try #require(read.looseEnds.isEmpty, "\(kind) \(columns)x\(rows) \(read.looseEnds)")
      }
    }
  }

  @Test(arguments: Shipped.allCases, [(80, 24), (120, 36)])
  func `every word that a cell reads has its symbol beside it`(
    _ shipped: Shipped, size: (columns: Int, rows: Int)
  ) throws {
    let size = Size(columns: size.columns, rows: size.rows)
    for word in 1...8 {
      let session = try shipped.session(keys: "\(word) G $ t")
      let scene = Scene(session, size: size)
      let area = try #require(scene.chainLayout).chain
      let chain = Chain(
        session.run.cell.graph, session.notation, in: area, around: session.time,
        of: session.tokens.count)
      let canvas = scene.canvas()
      for link in chain.links {
        let box = try #require(
          link.diagram.boxes.first { box in
            guard case .signal(let signal) = box.subject else { return false }
            return session.run.cell.graph[signal].operation == .input
          }
        ).area
        guard box.left >= 0, box.right <= size.columns else { continue }
        let text = String((box.left..<box.right).map { canvas[$0, box.top].character })
        let word = session.words[link.time]
        #expect(text.contains(word), "\(text)")
        let symbol = session.notation.symbol(.input, .step(link.time + 1))
        #expect(text.replacing(word, with: "").contains(symbol), "“\(text)” of \(word)")
      }
    }
  }

  @Test(arguments: Examples.kinds)
  func `it can be read back at every micro-step`(_ kind: CellKind) async throws {
    var session = try Examples.session(kind)
    session.press("3 G t")
    for _ in 0...(session.lastMicroStep * 2) {
      await Task.yield()
      let read = Self.read(session, columns: 80, rows: 13)
      try #require(read.found == read.expected, "\(kind) micro-step \(session.microStep)")
      session.press("Space")
    }
  }

  @Test(arguments: Examples.kinds)
  func `neighbouring nets never touch, and boxes never overlap`(_ kind: CellKind) throws {
    for columns in 60...200 {
      let chain = Chain(
        kind.graph, .lecture, in: Rectangle(x: 0, y: 0, columns: columns, rows: 13), around: 3,
        of: 8
      )
      let diagram = try #require(chain.links.first { $0.time == 3 }).diagram
      let conflicts = diagram.wires.conflicts.filter { point in
        !diagram.boxes.contains { $0.area.contains(point) }
      }
      try #require(conflicts.isEmpty, "\(kind) \(columns): \(conflicts)")
      for (place, box) in diagram.boxes.enumerated() {
        for other in diagram.boxes[(place + 1)...] where box.area.top == other.area.top {
          try #require(
            box.area.right <= other.area.left || other.area.right <= box.area.left,
            "\(kind) \(columns): \(box.subject) and \(other.subject)")
        }
      }
    }
  }

  @Test(arguments: 0..<8)
  func `every combination of switches can be read back`(part: Int) async throws {
    for (place, kind) in Examples.everyKind.enumerated() where place % 8 == part {
      await Task.yield()
      var session = try Examples.session(kind)
      session.press("3 G $ t")
      for (columns, rows) in [(60, 13), (80, 15), (120, 15), (120, 19), (200, 19)] {
        let read = Self.read(session, columns: columns, rows: rows)
        try #require(read.found == read.expected, "\(kind) \(columns)x\(rows)")
        try #require(read.looseEnds.isEmpty, "\(kind) \(columns)x\(rows) \(read.looseEnds)")
      }
    }
  }

  @Test func `a line that is broken between two cells is noticed`() throws {
    var session = try Examples.session()
    session.press("4 G t")
    let area = Rectangle(x: 100, y: 1, columns: 120, rows: 13)
    var canvas = Canvas(size: Size(columns: 320, rows: 16))
    ChainPanel(session, .english).draw(in: area, on: &canvas)
    let chain = Chain(
      session.run.cell.graph, session.notation, in: area, around: session.time, of: 8)
    let whole = ReadChain(canvas, chain)
    #expect(whole.found == whole.expected)
    let link = try #require(chain.links.first { $0.time == session.time })
    let line = link.diagram.tracks[.memory]
    canvas[link.diagram.tracks.area.left + 2, line].character = " "
    let broken = ReadChain(canvas, chain)
    #expect(broken.found != broken.expected)
  }

  @Test(arguments: [120, 121, 140])
  func `three cells are whole at 120 columns, with all peepholes too`(columns: Int) throws {
    let area = Rectangle(x: 0, y: 0, columns: columns, rows: 15)
    for isNew in [false, true] {
      let kind = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: isNew))
      let chain = Chain(kind.graph, .lecture, in: area, around: 3, of: 8)
      let whole = chain.links.filter {
        $0.diagram.tracks.frame.left >= 0 && $0.diagram.tracks.frame.right <= columns
      }
      #expect(whole.count >= 3, "\(kind)")
    }
  }

  @Test(arguments: [(60, 1), (80, 2), (100, 2), (120, 3), (160, 4), (200, 5)])
  func `the present cell is whole, and as many as fit`(columns: Int, count: Int) throws {
    for time in 0..<8 {
      let area = Rectangle(x: 0, y: 0, columns: columns, rows: 13)
      let chain = Chain(CellKind.lecture.graph, .lecture, in: area, around: time, of: 8)
      let whole = chain.links.filter {
        $0.diagram.tracks.frame.left >= 0 && $0.diagram.tracks.frame.right <= columns
      }
      #expect(whole.contains { $0.time == time })
      #expect(whole.count >= count, "\(columns), word \(time)")
      #expect(Set(chain.links.map(\.time)).count == chain.links.count)
    }
  }

  @Test(arguments: [(80, 13), (80, 15), (120, 15), (120, 19), (200, 19)])
  func `every gate and the candidate have a place for their value`(
    columns: Int, rows: Int
  ) throws {
    for kind in Examples.kinds {
      let chain = Chain(
        kind.graph, .lecture, in: Rectangle(x: 0, y: 0, columns: columns, rows: rows), around: 3,
        of: 8)
      let diagram = try #require(chain.links.first { $0.time == 3 }).diagram
      let labelled = NarrowLabels(diagram).labels.map(\.signal)
      let wanted = kind.graph.signals.filter { NarrowLabels.isLabelled($0, in: kind.graph) }
      #expect(labelled == wanted, "\(kind) at \(columns)x\(rows)")
    }
  }

  @Test func `t goes to the chain and back, and every key for stepping works there`() throws {
    var session = try Examples.session()
    session.press("t")
    #expect(session.view == .chain)
    session.press("L Space j")
    #expect(session.place == [1, 1])
    #expect(session.unit == 3)
    session.press("t")
    #expect(session.view == .cell)
    #expect(session.history.past.isEmpty)
  }
}
