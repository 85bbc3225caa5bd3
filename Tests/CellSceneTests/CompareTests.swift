import CellEngine
import Screen
import Testing

@testable import CellScene

/// Two cells in lock-step.
@Suite struct CompareTests {
  /// A session on the shipped model with the peephole model beside it.
  private static func pair(_ keys: String) throws -> Session {
    let models = [try Shipped.agreement.model(), try Shipped.peephole.model()]
    let tokens = try models[0].vocabulary.tokens(of: Shipped.sentences[0])
    var session = Session(model: models[0], others: Array(models.dropFirst()), tokens: tokens)
    session.press(keys)
    return session
  }

  @Test(
    arguments: [
      ("c", .model(1)), ("c M", .model(2)), ("M", .model(1)), ("c c", nil), ("c M c c", .model(2)),
    ] as [(String, Rival?)])
  func `c compares, V goes round what there is`(keys: String, rival: Rival?) throws {
    let models = [8, 5, 3].map { Examples.model(units: $0) }
    let tokens = try models[0].vocabulary.tokens(of: Examples.sentence)
    var session = Session(model: models[0], others: Array(models.dropFirst()), tokens: tokens)
    session.press(keys)
    #expect(session.comparison?.rival == rival)
    #expect(session.view == (rival == nil ? .cell : .compare))
    #expect(session.experiment == session.beginning)
  }

  @Test func `what was changed can be compared with what was before`() throws {
    var session = try Examples.session()
    #expect(session.rivals == [.peepholes, .variant(.coupled(.forget))])
    session.press("U")
    #expect(session.rivals == [.peepholes, .variant(.coupled(.forget)), .lastChange])
    session.press("2 G e 1 d o g Enter")
    #expect(session.rivals == [.peepholes, .variant(.coupled(.forget)), .original, .lastChange])
    session.press("c M M")
    #expect(session.other?.tokens == session.beginning.tokens)
    #expect(session.other?.run.kind == session.run.kind)
    session.press("r")
    #expect(session.comparison?.rival == .peepholes)
  }

  @Test func `a cell with nothing beside it says so`() throws {
    let model = Examples.model(.rnn(RNN()))
    var session = Session(model: model, tokens: [1, 2])
    session.press("c")
    #expect(session.view == .cell)
    #expect(session.notice == .compare(.nothing))
    session.press("M")
    #expect(session.notice == .compare(.nothing))
  }

  @Test func `units of different models count from their focus units`() throws {
    var other = Examples.model(units: 5)
    other.recipe["focus_unit"] = "5"
    let model = Examples.model()
    var session = Session(
      model: model, others: [other], tokens: try model.vocabulary.tokens(of: Examples.sentence))
    session.press("c")
    #expect(session.unit == 2 && session.other?.unit == 4)
    session.press("j")
    #expect(session.unit == 3 && session.other?.unit == 0)
    session.press("k k")
    #expect(session.unit == 1 && session.other?.unit == 3)
    session.press("M")
    #expect(session.other?.unit == session.unit)
  }

  @Test func `the other has computed what this one has, and goes through its own steps`() throws {
    let kinds: [CellKind] = [.gru(GRU()), .rnn(RNN()), .lstm(LSTM(peepholes: [.output]))]
    for kind in kinds {
      let models = [Examples.model(), Examples.model(kind)]
      let tokens = try models[0].vocabulary.tokens(of: Examples.sentence)
      var session = Session(model: models[0], others: [models[1]], tokens: tokens)
      session.press("c 3 G")
      var last = 0
      for stage in session.run.microSteps {
        let other = try #require(session.other)
        #expect(other.time == session.time)
        #expect(other.microStep >= last)
        last = other.microStep
        #expect((other.stage == .prediction) == (stage == .prediction))
        if case .computation(let signal) = stage,
          let there = session.run.counterpart(of: signal, in: other.run)
        {
          #expect(other.isKnown(there, at: other.time))
        }
        session.press("Space")
      }
    }
  }

  @Test func `at a word that the other does not have it stands after the word before`() throws {
    var session = try Examples.session()
    session.press("4 G e 2 w h i c h Enter c M M")
    let other = try #require(session.other)
    #expect(other.place == [2, other.lastMicroStep])
    session.press("g e 2 a n d Enter")
    #expect(session.other?.place == [0, 0])
    session.press("2 G $")
    #expect(session.other?.place == [0, session.lastMicroStep])
  }

  @Test func `cells of one model are told apart value by value, others are not starred`() throws {
    let session = try Self.pair("c M 5 G $")
    #expect(session.comparison?.rival == .peepholes)
    let update = try #require(session.run.cell.graph.signal(.update))
    let forget = try #require(session.run.cell.graph.signal(.forget))
    #expect(session.differs(update, at: 4, unit: 7))
    #expect(!session.differs(forget, at: 4, unit: 7))
    #expect(session.other?.differs(update, at: 4, unit: 7) == true)
    let models = try Self.pair("c 5 G $")
    #expect(models.comparison?.rival == .model(1))
    #expect(!models.differs(update, at: 4, unit: 7))
  }

  @Test func `nothing is shown of a time that was not measured, nor of the wrong cell`() throws {
    var session = try Self.pair("c M 5 G $")
    let size = Size(columns: 80, rows: 24)
    func row() throws -> String {
      let lines = Scene(session, size: size).canvas().lines
      return try #require(lines.first { $0.contains("a time step takes") })
    }
    #expect(try row().ranges(of: "m measures it").count == 2)
    #expect(session.press("m") == .measure)
    #expect(
      session.timedCells.map(\.cell.graph)
        == [session.run, session.other?.run].map { $0?.cell.graph })
    session.record(secondsPerStep: [1.25e-6, 0.0025])
    #expect(try row().contains("1.25 µs") && row().contains("2.50 ms"))
    #expect(try row().contains("× 2000") || row().contains("× 2.0e3"))
    session.press("F")
    #expect(try row().contains("m measures it"))
    session.press("z e 9 1 Enter")
    #expect(try row().contains("1.25 µs"))
  }

  @Test func `a long text is timed over its beginning`() throws {
    let model = Examples.model()
    let tokens = (0..<5000).map { $0 % model.vocabulary.words.count }
    var session = Session(model: model, tokens: tokens)
    session.press("c")
    #expect(session.timedCells.map(\.inputs.count) == [256, 256])
  }

  @Test func `m measures only where two cells are`() throws {
    var session = try Examples.session()
    #expect(session.press("m") == .show)
    #expect(session.notice == .compare(.measuredThere))
    #expect(session.timedCells.isEmpty)
  }

  @Test func `coupled gates are compared with separate ones, either way round`() throws {
    var session = try Self.pair("c M M 5 G $")
    let coupled = try #require(session.other?.run)
    #expect(coupled.kind == CellKind.lecture.setting(.coupled(.forget), to: true))
    let (forget, update) = (coupled.cell.graph.signal(.forget), coupled.cell.graph.signal(.update))
    let values = try [#require(forget), #require(update)].map { coupled.trace[$0, 4, 7] }
    #expect(values[0] + values[1] == 1)
    let kind = coupled.kind
    session.change { $0.kind = kind }
    #expect(session.comparison?.rival == .variant(.coupled(.forget)))
    #expect(session.other?.run.kind == .lecture)
  }

  @Test func `the accuracy is the model's and only while the cell is the measured one`() throws {
    var session = try Shipped.agreement.session()
    #expect(session.measuredAccuracy == 1)
    session.press("F")
    #expect(session.measuredAccuracy == nil)
    session.press("z e 9 1 Enter")
    #expect(session.measuredAccuracy == nil)
    let peephole = try Shipped.peephole.session()
    let share = try #require(peephole.measuredAccuracy)
    #expect(Language.english.text(.compare(.share(share))) == "99.99%")
    #expect(Language.english.text(.compare(.share(1))) == "100%")
  }

  @Test func `what a cell costs is its inventory`() throws {
    let session = try Self.pair("c M 5 G $")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let row = try #require(lines.first { $0.contains("parameters of the cell") })
    #expect(row.contains("1440 ") && row.contains("1464 ") && row.contains("× 1.02"))
  }

  @Test func `the parts neither overlap nor leave the screen, and fill it from the top`() throws {
    for columns in 60...200 {
      for rows in 18...60 {
        for count in [1, 4, 6, 7] {
          let layout = CompareLayout(columns: columns, rows: rows - 1, valueCount: count)
          var owners = Array(repeating: 0, count: columns * rows)
          for part in layout.parts {
            try #require(part.left >= 0 && part.right <= columns, "\(columns)x\(rows)")
            try #require(part.top >= 1 && part.bottom <= rows - 1, "\(columns)x\(rows)")
            for y in part.top..<part.bottom {
              for x in part.left..<part.right { owners[y * columns + x] += 1 }
            }
          }
          try #require(owners.allSatisfy { $0 <= 1 }, "two parts overlap at \(columns)x\(rows)")
          try #require(layout.narration.size.rows == 1 && layout.values.size.rows >= count + 2)
        }
      }
    }
    #expect(CompareLayout(columns: 120, rows: 35, valueCount: 7).pictures?.count == 2)
    #expect(CompareLayout(columns: 80, rows: 55, valueCount: 7).pictures?.count == 2)
    #expect(CompareLayout(columns: 80, rows: 23, valueCount: 7).pictures == nil)
  }

  @Test(arguments: Examples.kinds)
  func `both pictures can be read back at every micro-step`(_ kind: CellKind) async throws {
    for size in [(120, 36), (149, 40), (200, 60), (80, 60)] {
      let size = Size(columns: size.0, rows: size.1)
      var session = try Examples.session(kind)
      session.press("2 G e 1 d o g Enter c 7 G 0")
      for _ in session.run.microSteps {
        await Task.yield()
        let canvas = Scene(session, size: size).canvas()
        let other = try #require(session.other)
        let footer = Rectangle(x: 0, y: size.rows - 1, columns: size.columns, rows: 1)
        let rooms = try #require(CompareLayout(session, above: footer).pictures)
        for (side, room) in zip([session, other], rooms) {
          let graph = side.run.cell.graph
          let picture = Rectangle(
            x: room.left, y: room.top + 1, columns: room.size.columns, rows: room.size.rows - 1)
          let found = WireReader(canvas, boxes: Diagram(graph, in: picture).boxes)
          #expect(found.edgesWithoutBundles == graph.schematic, "\(size)")
          #expect(found.looseEnds.isEmpty, "\(size): \(found.looseEnds)")
        }
        session.press("Space")
      }
    }
  }
}

extension CompareLayout {
  fileprivate var parts: [Rectangle] { [tape, values, costs, tie, narration] + (pictures ?? []) }
}
