import CellEngine
import Screen
import Testing

@testable import CellScene

/// What if a state had another number in the middle of the sentence.
@Suite struct StateEditTests {
  private static let all = Examples.kinds

  @Test func `the memory that a word leaves is set for one unit and nowhere else`() throws {
    let session = try Shipped.agreement.session(keys: "3 G $ e k Enter . 5 Enter")
    let original = try #require(session.original)
    let memory = try #require(session.run.cell.graph.signal(.memory))
    let unit = session.unit
    #expect(session.experiment.edits.numbers == [.state(.memory, step: 2, unit: unit): 0.5])
    #expect(session.run.trace[memory, 2, unit] == 0.5)
    for other in 0..<8 where other != unit {
      #expect(session.run.trace[memory, 2, other] == original.trace[memory, 2, other])
    }
    for time in 0..<2 {
      #expect(session.run.trace[memory, time] == original.trace[memory, time])
    }
    #expect(session.run.trace[memory, 3, unit] != original.trace[memory, 3, unit])
    #expect(session.forkState == .apart(since: 2, isEnd: false))
  }

  @Test func `the activation is set without touching the memory of its word`() throws {
    let session = try Shipped.agreement.session(keys: "3 G $ e k k Enter 1 Enter")
    let original = try #require(session.original)
    let graph = session.run.cell.graph
    let memory = try #require(graph.signal(.memory))
    #expect(session.run.trace[graph.output, 2, session.unit] == 1)
    #expect(session.run.trace[memory, 2] == original.trace[memory, 2])
    #expect(session.run.trace[memory, 3] != original.trace[memory, 3])
    #expect(session.run.outputs[2] != original.outputs[2])
  }

  @Test func `a state is offered when it has been computed, and not before`() throws {
    var session = try Examples.session()
    let graph = session.run.cell.graph
    for stage in session.run.microSteps {
      for state in graph.states {
        #expect(
          session.editTargets.contains(.state(state.role))
            == session.isKnown(state.next, at: session.time), "\(state.role) at \(stage)")
      }
      session.press("Space")
    }
  }

  @Test(arguments: all)
  func `every state of every cell can be set as a word leaves it, and undone`(
    _ kind: CellKind
  ) throws {
    let start = try Examples.session(kind)
    for state in kind.graph.states {
      var session = start
      session.press("3 G $")
      let target = try #require(session.editTargets.firstIndex(of: .state(state.role)))
      session.popup = .edit(line: target)
      session.press("Enter . 2 5 Enter")
      #expect(session.run.trace[state.next, 2, session.unit] == 0.25)
      #expect(session.isHeld(state.next, at: 2) && !session.isHeld(state.next, at: 3))
      session.press("r")
      #expect(session.run.trace.values == start.run.trace.values)
    }
  }

  @Test(arguments: all, Notation.Convention.allCases)
  func `the names of the states tell the start from what a word leaves`(
    _ kind: CellKind, _ convention: Notation.Convention
  ) throws {
    var session = try Examples.session(kind)
    session.press("3 G $")
    session.convention = convention
    let states = session.editTargets.filter { target in
      switch target {
      case .initial, .state: true
      case .word, .insertion, .removal, .sentence, .input, .parameter: false
      }
    }
    let names = states.map { session.name(of: $0, column: session.column(of: $0)) }
    #expect(names.count == 2 * kind.graph.states.count)
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test func `what a gate reads of the last step's gates can be edited`() throws {
    let kind = try #require(CatalogueEntry.named("lstm_FGR")).kind
    var session = try Examples.session(kind)
    session.press("3 G Space")
    let graph = session.run.cell.graph
    let forget = try #require(graph.signal(.forget))
    let matrices = graph.terms(of: forget).filter { term in
      term.operand.flatMap { graph[$0].role }?.isGate == true
    }
    #expect(matrices.count == 3)
    for term in matrices {
      #expect(session.editTargets.contains(.parameter(term.parameter)))
    }
    #expect(session.editTargets.contains(.initial(.forget)))
    let line = try #require(session.editTargets.firstIndex(of: .parameter(matrices[0].parameter)))
    session.popup = .edit(line: line)
    session.press("Enter 3 Enter")
    #expect(session.run.trace[forget, 2] != session.original?.trace[forget, 2])
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36)])
  func `the chosen entry is always in sight`(columns: Int, rows: Int) throws {
    let kind = try #require(CatalogueEntry.named("lstm_FGR")).kind
    var session = try Examples.session(kind)
    session.press("3 G $ e")
    for target in session.editTargets {
      let phrase = session.phrase(for: target, column: session.column(of: target))
      let text = Language.english.text(.edit(phrase))
      let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
      let row = lines.first { $0.contains("▸") && $0.contains("│▸") || $0.contains("▸") }
      #expect(row != nil)
      #expect(lines.contains { $0.contains(text.prefix(24)) }, "\(text)")
      session.press("j")
    }
    #expect(session.popup == .edit(line: 0))
    session.press("k")
    #expect(session.popup == .edit(line: session.editTargets.count - 1))
  }

  @Test func `a set state moves with its word, and goes with it`() throws {
    var session = try Examples.session()
    session.press("4 G $ e k Enter 2 Enter 2 G e 2 a n d Enter")
    #expect(session.experiment.edits.numbers == [.state(.memory, step: 4, unit: 2): 2])
    session.press("5 G e 3")
    #expect(session.experiment.edits.isEmpty)
  }

  @Test func `the sentence and the equation say that the number is set`() throws {
    var session = try Shipped.agreement.session(keys: "3 G $ e k Enter 1 Enter")
    let memory = try #require(session.run.cell.graph.signal(.memory))
    let stage = try #require(session.run.microSteps.firstIndex(of: .computation(memory)))
    session.microStep = stage
    #expect(session.narration == .set(symbol: "c<3>", value: "+1.00", unit: session.unit + 1))
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("c<t>  = ") && $0.contains("+1.00 set") })
  }

  @Test func `the prediction says how far it is from the original's`() throws {
    let session = try Shipped.agreement.session(keys: "2 G e 1 c a t Enter 6 G $")
    let original = try #require(session.original)
    let output = session.rankedOutputs(at: 5)[0]
    let difference = output.value - original.outputs[5][output.place]
    #expect(abs(difference) > 0.01)
    let text =
      "Δ" + Difference(of: output.value, from: original.outputs[5][output.place]).text
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("ŷ<6>") && $0.contains(text) })
  }

  @Test(arguments: Shipped.others)
  func `the header of every cell says what if`(_ shipped: Shipped) throws {
    let session = try shipped.session(keys: "e 4 . 5 Enter")
    #expect(Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines[0].contains("WHAT-IF"))
  }
}
