import CellEngine
import Screen
import Testing

@testable import CellScene

/// What leaves a word for the one before it, and what a full bar of the gradient stands for.
@Suite struct DepartureTests {
  @Test(arguments: Shipped.allCases)
  func `what goes to the word before is the sum of what the wires have brought`(
    _ shipped: Shipped
  ) throws {
    var session = try shipped.session(keys: "p 6 G d")
    let graph = session.run.cell.graph
    for time in 0...session.loss.step {
      for unit in 0..<8 {
        (session.time, session.microStep, session.unit) = (time, 0, unit)
        let pass = Backpass(session)
        let shares = session.departingShares(pass)
        #expect(shares.map(\.value) == graph.states.map { pass.adjoint($0.previous, unit: unit) })
        for share in shares {
          #expect(share.shown.relation == "=", "\(share)")
          let numbers = share.worked.split(separator: " ").map { $0.drop { $0 == "≈" } }
            .filter { $0.first.map("+−.".contains) == true }
          #expect(!numbers.isEmpty && numbers.count <= 4, "\(share)")
          let decimals = ShownSlope.decimals(share.value)
          func digits(_ text: some StringProtocol) throws -> Int {
            let number = try #require(Double(String(text).replacing("−", with: "-")), "\(share)")
            return Int((number * Figure.powerOfTen(decimals)).rounded())
          }
          let sum = try numbers.reduce(0) { try $0 + digits($1) }
          #expect(try sum == digits(share.shown.text), "\(share)")
        }
      }
    }
  }

  @Test func `it stands in the panel, with the word it goes to`() throws {
    var session = try Shipped.agreement.session(keys: "6 G d")
    func panel() -> [String] {
      Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    }
    session.microStep = 0
    #expect(panel().contains { $0.hasPrefix("  c<5>₈ → “ate”  ") })
    session.time = 0
    #expect(panel().contains { $0.hasPrefix("  a<0>₈ → start  ") }, "\(panel())")
  }

  @Test(arguments: [(60, 18, "3–8/8 · █=10 · 10⁻³"), (80, 24, "full bar of ∂: 10 · 10⁻³")])
  func `what a full bar stands for is on the picture, however narrow it is`(
    columns: Int, rows: Int, text: String
  ) throws {
    let session = try Shipped.agreement.session(keys: "8 G d")
    let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
    #expect(lines.contains { $0.contains(" \(text) ") }, "\(lines)")
  }

  @Test(arguments: Shipped.allCases)
  func `a full bar holds what the loss asks of every unit, and no more than half of it is idle`(
    _ shipped: Shipped
  ) throws {
    for sentence in Shipped.sentences {
      var session = try shipped.session(sentence, keys: "$ d")
      for time in session.words.indices {
        session.time = time
        let pass = Backpass(session)
        let (trace, graph) = (session.run.trace, session.run.cell.graph)
        let asked = session.objective.directSlopes(in: trace, of: graph).values
        let largest = pass.scaled(asked.map(\.magnitude).max() ?? 0)
        #expect(
          largest <= pass.fullBar && pass.fullBar <= 2.5 * largest,
          "\(sentence): \(largest), \(pass.fullBar)")
      }
    }
  }
}
