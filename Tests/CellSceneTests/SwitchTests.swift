import CellEngine
import Screen
import Testing

@testable import CellScene

/// Switching peepholes and variants while looking at a place of the sentence.
@Suite struct SwitchTests {
  @Test(
    arguments: [
      ("p", [.forget, .update, .output]), ("p p", []), ("F", [.forget]), ("U", [.update]),
      ("O", [.output]), ("F U O", [.forget, .update, .output]), ("F p", []),
      ("p F", [.update, .output]),
      ("F U O F", [.update, .output]),
    ] as [(String, Set<Role>)])
  func `p switches all peepholes, F, U and O one each`(keys: String, gates: Set<Role>) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.run.kind == .lstm(LSTM(peepholes: gates)))
  }

  @Test func `1 and 2 switch the variants in their pop-up`() throws {
    var session = try Examples.session()
    session.press("v 1")
    #expect(session.run.kind.isOn(.outputReadsNewMemory))
    session.press("2")
    #expect(!session.run.kind.isOn(.memoryPassesTanh))
    session.press("1 2")
    #expect(session.run.kind == .lecture)
    #expect(session.popup == .variants(line: 1))
  }

  @Test(arguments: ["p", "F", "U", "O", "v 1", "v 2", "O v 1", "p v 2"])
  func `switching twice gives every number back, bit for bit`(keys: String) throws {
    for model in Shipped.lstms {
      var session = try model.session(keys: "5 G 6 Space " + keys)
      let before = session.state
      let last = String(keys.suffix(1))
      session.press(last)
      #expect(session.run.kind != before.kind)
      session.press(last)
      #expect(session.state.lasting == before.lasting)
    }
  }

  @Test(arguments: ["p", "F", "U", "O", "v 1", "O v 1", "p v 1"])
  func `a switch keeps the time step, the unit and the micro-step's signal`(keys: String) throws {
    for microStep in 0...10 {
      var session = try Examples.session()
      session.press("3 G j 0" + String(repeating: " Space", count: microStep))
      session.press(keys)
      #expect(session.place == [2, microStep])
      #expect(session.unit == 3)
    }
  }

  @Test func `without tanh the same signal stays in front, at its new place`() throws {
    var session = try Examples.session()
    session.press("9 Space v 2")
    #expect(session.microStep == 8)
    #expect(session.run.names[try #require(session.currentSignal)] == "activation")
    session.press("2")
    #expect(session.microStep == 9)
    session.press("Esc Space 2")
    session.press("Esc v 2")
    #expect(session.stage == .prediction)
    session.press("2")
    #expect(session.stage == .prediction)
  }

  @Test func `switching tanh off while it is shown reveals nothing that was not there`() throws {
    var session = try Examples.session()
    session.press("8 Space")
    #expect(session.run.names[try #require(session.currentSignal)] == "tanh_memory")
    session.press("v 2")
    #expect(session.run.names[try #require(session.currentSignal)] == "output")
    let activation = try #require(session.run.cell.graph.signal(.activation))
    #expect(!session.isKnown(activation, at: 0))
  }

  @Test func `a star marks changed numbers until the next key`() throws {
    var session = try Examples.session()
    session.press("3 G $ p")
    let size = Size(columns: 80, rows: 24)
    #expect(session.before != nil)
    #expect(Scene(session, size: size).canvas().lines.joined().contains("*"))
    session.press("E E")
    #expect(session.before == nil)
    #expect(!Scene(session, size: size).canvas().lines.joined().contains("*"))
  }

  @Test func `what was switched in a pop-up is still marked when it closes`() throws {
    var session = try Examples.session()
    session.press("3 G $ v 2 Esc")
    #expect(session.before != nil)
    guard case .switched = session.notice else {
      Issue.record("the notice is gone")
      return
    }
    session.press("Space")
    #expect(session.before == nil)
  }

  @Test func `a command that closes a pop-up says what it did, and the marks stay`() throws {
    var session = try Examples.session()
    session.press("3 G $ v 2 F5")
    #expect(session.notice == .appearance(.presenting(true)))
    #expect(session.before != nil)
  }

  @Test func `exactly the numbers that read differently are marked`() throws {
    var session = try Examples.session()
    session.press("3 G $ F")
    let before = try #require(session.before).run
    let graph = session.run.cell.graph
    var marked = 0
    for signal in graph.signals where graph[signal].width == .units {
      let old = try #require(before.names.signal(named: session.run.names[signal]))
      for time in 0...session.lastTime {
        for unit in 0..<8 {
          let now = Figure.label(session.run.trace[signal, time, unit])
          let differs = now != Figure.label(before.trace[old, time, unit])
          #expect(session.differs(signal, at: time, unit: unit) == differs)
          marked += differs ? 1 : 0
        }
      }
    }
    #expect(marked > 100)
    let forget = try #require(graph.signal(.forget))
    #expect(!session.differs(forget, at: 0, unit: 0), "c<0> is 0: a peephole changes nothing")
    #expect(session.differs(forget, at: 1, unit: 0))
  }

  @Test(
    arguments: [
      (Shipped.agreement, "", nil, false), (.agreement, "p", .illustrative, false),
      (.agreement, "p p", nil, false), (.peephole, "", .trained, false),
      (.peephole, "p", nil, true),
      (.peephole, "F", .trained, false), (.peephole, "F U O", nil, true),
    ] as [(Shipped, String, Session.PeepholeOrigin?, Bool)])
  func `the session knows where peephole weights come from`(
    model: Shipped, keys: String, origin: Session.PeepholeOrigin?, isCut: Bool
  ) throws {
    let session = try model.session(keys: keys)
    #expect(session.peepholeOrigin == origin)
    #expect(session.peepholesAreCut == isCut)
  }

  @Test(arguments: CatalogueEntry.all.map(\.id))
  func `a switch that is turned and turned back leaves the cell as it was`(id: String) throws {
    let kind = try #require(CatalogueEntry.named(id)).kind
    for option in kind.variants {
      let isOn = kind.isOn(option)
      guard let other = try? kind.switching(option, to: !isOn) else { continue }
      let back = other.setting(option, to: isOn)
      // A relevance gate that is left out takes along where it acts.
      if option != .relevanceGate { #expect(back == kind, "\(option)") }
    }
  }

  @Test func `peepholes that are trained in part are called so`() throws {
    var session = try Examples.session(.lstm(LSTM(peepholes: [.forget])))
    #expect(session.peepholeOrigin == .trained)
    session.press("U")
    #expect(session.peepholeOrigin == .mixed)
    session.press("F")
    #expect(session.peepholeOrigin == .illustrative)
  }
}
