import CellEngine
import Screen
import Testing

@testable import CellScene

/// The gradient flows back over the same picture, and nothing is shown before it is complete.
@Suite struct GradientViewTests {
  private static let sizes = [(60, 18), (67, 20), (80, 24), (100, 30), (120, 36), (200, 60)]
    .map { Size(columns: $0.0, rows: $0.1) }

  @Test(arguments: Examples.kinds)
  func `the wires of the backward picture are the graph's edges`(_ kind: CellKind) async throws {
    let expected = kind.graph.schematic
    for size in Self.sizes {
      var session = try Examples.session(kind)
      session.press("4 G d")
      let layout = try #require(
        ScreenLayout(
          size: size, equationCount: kind.graph.equations(session.notation).count, unitCount: 8))
      for _ in 0...session.lastMicroStep {
        await Task.yield()
        let canvas = Scene(session, size: size).canvas()
        let diagram = Diagram(kind.graph, in: layout.diagram, session.notation)
        let found = WireReader(canvas, boxes: diagram.boxes)
        try #require(
          found.edgesWithoutBundles == expected, "\(kind) \(size) \(session.microStep)")
        try #require(found.looseEnds.isEmpty, "\(kind) \(size) \(session.microStep)")
        session.press("Space")
      }
    }
  }

  @Test(arguments: Shipped.allCases)
  func `only complete adjoints are known, and at the end all are`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: "6 G d")
    let graph = session.run.cell.graph
    for time in stride(from: 5, through: 0, by: -1) {
      #expect(session.time == time)
      var sums: [SignalID: [Double]] = [:]
      for microStep in session.run.microSteps.indices.reversed() {
        #expect(session.microStep == microStep)
        let pass = Backpass(session)
        for share in pass.stage.shares {
          let sum = sums[share.target] ?? Array(repeating: 0, count: share.values.count)
          sums[share.target] = zip(sum, share.values).map(+)
        }
        for signal in graph.signals where pass.isComplete(signal) {
          // Whoever reads a complete signal has passed its share on already.
          for reader in graph.readers(of: signal) {
            let drawn = graph.readerThatSwallows(reader) ?? reader
            let place = session.run.microSteps.firstIndex(of: .computation(drawn))
            #expect(try #require(place) >= microStep)
          }
          for unit in 0..<8 {
            let sum = sums[signal]?[unit] ?? 0
            let whole = pass.gradient.adjoints[signal, time, unit]
            #expect((sum - whole).magnitude <= 1e-12 * max(1, whole.magnitude))
          }
        }
        if microStep == 0 { #expect(graph.signals.allSatisfy(pass.isComplete)) }
        session.press("Space")
      }
    }
  }

  @Test(arguments: Shipped.allCases)
  func `what is passed back is worked out as it is shown`(_ shipped: Shipped) throws {
    for sentence in Shipped.sentences.prefix(3) {
      var session = try shipped.session(sentence, keys: "3 G d")
      for time in 0...session.loss.step {
        for microStep in session.run.microSteps.indices {
          for unit in 0..<8 {
            (session.time, session.microStep, session.unit) = (time, microStep, unit)
            for share in session.workedShares(Backpass(session)) where share.worked.contains("×") {
              let bare = share.worked.split(separator: " ").filter {
                !$0.hasSuffix("′") && !$0.hasPrefix("v")
              }
              let formula = try #require(ShownFormula(bare.joined(separator: " ")), "\(share)")
              let shown = try #require(ShownFormula(share.shown.text), "\(share)")
              switch share.shown.relation {
              case "<": try #require(formula.value < shown.value && share.value > 0, "\(share)")
              case ">": try #require(formula.value > shown.value && share.value < 0, "\(share)")
              case _: try #require(formula.becomes(shown), "\(share)")
              }
            }
          }
        }
      }
    }
  }

  @Test func `a slope keeps its symbol where room is dear`() throws {
    let session = try Shipped.agreement.session(keys: "p v 1 v 6 G $ d 4 Space")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("∂Γo−1.001") }, "\(lines)")
  }

  @Test(arguments: Shipped.allCases)
  func `the backward pass is what two runs measure`(_ shipped: Shipped) throws {
    for keys in ["6 G d", "6 G d H H", "6 G d > g", "3 G d k", "G d"] {
      let session = try shipped.session(keys: keys + " i")
      let check = try #require(NumberCheck(session, .state))
      #expect(check.difference.relativeError < 1e-6)
      let state = session.shownMemory
      let previous = try #require(session.run.cell.graph.previous(state.role))
      let slope = Backpass(session).gradient.adjoints[previous, session.time, session.unit]
      #expect((check.difference.analytic - slope).magnitude <= 1e-12 * max(1, slope.magnitude))
    }
  }

  @Test(arguments: Shipped.allCases)
  func `a weight of every parameter is checked by two runs of the whole sentence`(
    _ shipped: Shipped
  ) throws {
    for keys in ["6 G d", "6 G d H H k"] {
      var session = try shipped.session(keys: keys + " i")
      let graph = session.run.cell.graph
      #expect(session.checkable.count == graph.parameters.count + 1)
      var symbols: Set<String> = []
      for (place, subject) in session.checkable.enumerated() {
        #expect(session.popup == .check(place: place))
        let check = try #require(NumberCheck(session, subject))
        #expect(check.difference.relativeError < 1e-6, "\(check.symbol)")
        symbols.insert(check.symbol)
        let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
        #expect(lines.contains { $0.contains("∂loss/∂" + check.symbol) })
        session.press("j")
      }
      #expect(symbols.count == session.checkable.count)
      #expect(session.popup == .check(place: 0), "after the last comes the first")
      session.press("k")
      #expect(session.popup == .check(place: graph.parameters.count))
    }
  }

  @Test(arguments: Shipped.allCases, ["7 G $ d i", "6 G d i", "3 G d k i"])
  func `the difference of the two losses gives the slope that is shown`(
    _ shipped: Shipped, keys: String
  ) throws {
    var session = try shipped.session(keys: keys)
    for subject in session.checkable {
      let difference = try #require(NumberCheck(session, subject)).difference
      let shown = ShownDifference(difference)
      let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
      for text in [shown.above, shown.below, shown.measured] {
        #expect(lines.contains { $0.contains(" " + text + " ") }, "\(text) \(lines)")
      }
      let losses = try [shown.above, shown.below].map { try #require(ShownFormula($0)).value }
      let slope = ShownFormula.number((losses[0] - losses[1]) / 2e-5, decimals: 12)
      #expect(try slope.becomes(#require(ShownFormula(shown.measured))), "\(shown)")
      session.press("j")
    }
  }

  @Test func `behind a number that is held nothing flows on, and it is said`() throws {
    var session = try Shipped.agreement.session(keys: "3 G $ e k Enter 1 Enter 6 G d H H H")
    let sum = try #require(
      session.run.microSteps.firstIndex { stage in
        guard case .computation(let signal) = stage else { return false }
        return session.run.cell.graph[signal].role == .memory
      })
    session.microStep = sum
    guard case .cut(let symbol, _) = session.backwardNarration(Backpass(session)) else {
      Issue.record("it is not said that the number is held")
      return
    }
    #expect(symbol == "c<3>₈")
    #expect(session.workedShares(Backpass(session)).allSatisfy { $0.value == 0 })
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(!lines.contains { $0.contains("Δ") }, "differences of values among slopes")
  }

  @Test func `the check holds with a gate held`() throws {
    let session = try Shipped.agreement.session(keys: "3 G f 1 Esc 6 G d H H H i")
    #expect(try #require(NumberCheck(session, .state)).difference.relativeError < 1e-6)
  }

  @Test func `stepping on goes back in time, and back goes on`() throws {
    var session = try Shipped.agreement.session(keys: "6 G d")
    #expect(session.place == [5, session.lastMicroStep])
    for _ in 0...session.lastMicroStep { session.press("Space") }
    #expect(session.place == [4, session.lastMicroStep])
    session.press("Left")
    #expect(session.place == [5, 0])
    session.press("0")
    #expect(session.place == [5, session.lastMicroStep])
    session.press("$")
    #expect(session.place == [5, 0])
  }

  @Test func `the loss asks for the next word, then for the likely ones`() throws {
    var session = try Shipped.agreement.session(keys: "6 G d")
    let words = session.model.vocabulary.words
    #expect(words[session.loss.place] == "were")
    var asked: [String] = []
    for _ in 0..<6 {
      session.press(">")
      asked.append(words[session.loss.place])
    }
    let chances = session.run.outputs[session.loss.step]
    let likely = words.indices.sorted { chances[$0] > chances[$1] }.map { words[$0] }
    #expect(asked == likely.filter { $0 != "were" }.prefix(5) + ["were"])
    session.press("<")
    #expect(words[session.loss.place] == asked[4])
    session.press("H H m")
    #expect(session.loss.step == 3)
    #expect(words[session.loss.place] == "ate")
  }
}
