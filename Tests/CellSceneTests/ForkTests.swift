import CellEngine
import Screen
import Testing

@testable import CellScene

/// The edited run beside the original.
@Suite struct ForkTests {
  @Test(
    arguments: [
      ("2 G e 1 c a t Enter g 0", .together), ("2 G e 1 c a t Enter g $", .together),
      ("2 G e 1 c a t Enter", .apart(since: 1, isEnd: false)),
      ("2 G e 1 c a t Enter G $", .apart(since: 1, isEnd: true)),
      ("2 G e 1 c a t Enter G $ h", .apart(since: 1, isEnd: false)),
      ("4 G e 3 3 G $", .together), ("4 G e 3 4 G", .together),
      ("4 G e 3 4 G 2 Space", .apart(since: 3, isEnd: false)),
      ("2 G e 2 d o g Enter L", .apart(since: 1, isEnd: false)),
      ("4 G e 2 w h i c h Enter 4 G", .apart(since: 3, isEnd: false)),
      ("2 G e 1 c a t Enter z", nil),
    ] as [(String, ForkState?)])
  func `it is said at which word they part`(keys: String, state: ForkState?) throws {
    var session = try Shipped.agreement.session()
    session.press(keys)
    #expect(session.forkState == state)
  }

  @Test func `a weight that only one unit's gate feels parts them inside a word`() throws {
    // The output gate of word 1 is computed after the memory: until then nothing differs.
    var session = try Examples.session()
    session.press("$ e 7 9 Enter 0")
    var states: [ForkState?] = []
    for _ in session.run.microSteps {
      states.append(session.forkState)
      session.press("Space")
    }
    let gate = try #require(session.run.cell.graph.signal(.output))
    let first = try #require(session.run.microSteps.firstIndex(of: .computation(gate)))
    #expect(states[..<first].allSatisfy { $0 == .together })
    #expect(states[first...].allSatisfy { $0 == .apart(since: 0, isEnd: false) })
  }

  @Test func `runs that meet again are said to agree from that word on`() throws {
    // A gate that lets nothing of a<t-1> matter: all weights from a are 0, so an input is felt in
    // c<t> alone, and a forget gate that is shut forgets it at the next word.
    var model = Examples.model()
    for index in model.cell.graph.parameters.indices {
      let id = ParameterID(index)
      if model.cell.graph[id].source == "activation" {
        model.cell[id] = Array(repeating: 0, count: model.cell[id].count)[...]
      }
      if model.cell.graph[id].name == "forget.bias" {
        model.cell[id] = Array(repeating: -40, count: model.cell[id].count)[...]
      }
    }
    let tokens = try model.vocabulary.tokens(of: Examples.sentence)
    var session = Session(model: model, tokens: tokens)
    session.press("2 G e 1 d o g Enter $")
    #expect(session.forkState == .apart(since: 1, isEnd: false))
    session.press("3 G $")
    #expect(session.forkState == .apart(since: 1, isEnd: false))
    session.press("4 G $")
    #expect(session.forkState == .again(since: 1, from: 3))
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines[4].contains("word 2, “dog”") && lines[4].contains("word 4, “already”"))
  }

  @Test(arguments: [". 0 0 1 5", ". 0 0 1 8", ". 0 0 6", ". 0 2", ". 3"])
  func `what is said of runs that part more than once is true at every word`(value: String) throws {
    for unit in 0..<8 {
      var session = try Shipped.agreement.session()
      session.unit = unit
      session.press("f c \(value) Enter Esc")
      let isApart = try #require(session.fork).isApart
      for time in session.tokens.indices {
        session.press("\(String(time + 1).map(String.init).joined(separator: " ")) G $")
        switch try #require(session.forkState) {
        case .together: #expect(!isApart[...time].contains(true))
        case .apart(let since, _):
          #expect(!isApart[since...time].contains(false))
          #expect(since == 0 || !isApart[since - 1])
        case .again(let since, let from):
          #expect(!isApart[since..<from].contains(false) && !isApart[from...time].contains(true))
          #expect(since == 0 || !isApart[since - 1])
        }
      }
    }
  }

  @Test func `differences are edited minus original, at words that both have`() throws {
    var session = try Examples.session()
    session.press("4 G e 2 w h i c h Enter G $")
    let memory = try #require(session.run.cell.graph.signal(.memory))
    let original = try #require(session.original)
    #expect(session.distance(memory, at: 3, unit: 2) == nil)
    #expect(session.distance(memory, at: 4, unit: 2)?.isShown == true)
    for (time, there) in [(4, 3), (8, 7)] {
      let (edited, first) = (session.run.trace[memory, time, 2], original.trace[memory, there, 2])
      #expect(
        session.distance(memory, at: time, unit: 2) == Difference(of: edited, from: first))
    }
    #expect(session.distance(memory, at: 2, unit: 2) == Difference.none)
  }

  @Test func `a state that a word finds is told from what the word before it left`() throws {
    let session = try Shipped.agreement.session(keys: "4 G 1 Space e 3")
    let graph = session.run.cell.graph
    for state in graph.states {
      for unit in 0..<8 {
        #expect(session.distance(state.previous, at: 3, unit: unit) == Difference.none)
        #expect(!session.differs(state.previous, at: 3, unit: unit))
        let (found, left) = (
          session.distance(state.previous, at: 4, unit: unit),
          session.distance(state.next, at: 3, unit: unit)
        )
        #expect(found == left)
      }
    }
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.hasPrefix("Δc<t>₈   =      =      =") })
    #expect(lines.contains { $0.hasPrefix("+.73 ") } && !lines.contains { $0.contains("a<3>Δ") })
    let after = try Shipped.agreement.session(keys: "4 G e 2 w h i c h Enter L")
    let memory = try #require(graph.previous(.memory))
    #expect(after.distance(memory, at: 4, unit: 7) == nil, "the word before it is new")
  }

  @Test func `nobody says that an edited state starts at 0`() throws {
    for (entry, states) in [
      (8, "a<0> starts as edited, c<0> at 0"), (9, "c<0> starts as edited, a<0> at 0"),
    ] {
      var session = try Examples.session()
      session.press("e \(entry) 1 Enter")
      let text = Language.english.text(.narration(session.narration))
      #expect(text == "“the” arrives as x<1>; \(states).")
      session.press("L")
      #expect(Language.english.text(.narration(session.narration)).hasPrefix("“cats” arrives"))
    }
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func `what is edited is marked on the tape, the picture and the equations`(
    columns: Int, rows: Int
  ) throws {
    let size = Size(columns: columns, rows: rows)
    var session = try Examples.session()
    session.press("2 G e 1 d o g Enter $ e 7 3 Enter 0 7 Space")
    let lines = Scene(session, size: size).canvas().lines
    #expect(lines[0].contains("WHAT-IF"))
    #expect(lines[1].contains("*dog "))
    #expect(lines.contains { $0.contains("x<2> *dog") })
    #expect(lines.contains { $0.contains("*Γo") })
    #expect(
      lines.contains {
        $0.contains("[σ]*") || $0.contains(" σ ]*") || $0.contains("σ  *") || $0.contains("σ *")
      })
    session.press("e 9 1 Enter g")
    let first = Scene(session, size: size).canvas().lines
    #expect(first.contains { $0.contains("c<0>*") || $0.contains("c<0>Δ+1.00*") })
  }

  @Test(arguments: Examples.kinds)
  func `marks and differences leave the wires as they are`(_ kind: CellKind) async throws {
    let expected = kind.graph.schematic
    for size in [(60, 18), (67, 20), (80, 24), (100, 30), (120, 36), (149, 40), (200, 60)] {
      let size = Size(columns: size.0, rows: size.1)
      var session = try Examples.session(kind)
      session.press("2 G e 1 d o g Enter e 8 1 Enter 3 G $ e 5 2 Enter")
      let layout = try #require(
        ScreenLayout(
          size: size, equationCount: kind.graph.equations(.lecture).count, unitCount: 8,
          forkRows: 2))
      for word in ["1", "7"] {
        session.press(word + " G 0")
        for _ in session.run.microSteps {
          await Task.yield()
          let canvas = Scene(session, size: size).canvas()
          let found = WireReader(canvas, boxes: Diagram(kind.graph, in: layout.diagram).boxes)
          #expect(found.edgesWithoutBundles == expected, "\(size), \(session.place)")
          #expect(found.looseEnds.isEmpty, "\(size), \(session.place)")
          session.press("Space")
        }
      }
    }
  }
}
