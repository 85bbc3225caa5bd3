import CellEngine
import Screen
import Testing

@testable import CellScene

/// Who works out what is shown with the shown numbers finds the numbers that are shown.
@Suite struct WorkedEquationTests {
  @Test(arguments: Shipped.others)
  func `every stage of every equation of another cell gives the next one`(
    _ shipped: Shipped
  ) async throws {
    try await Self.check(shipped, "")
  }

  @Test(arguments: Shipped.lstms, ["", "p", "O v 1", "v 2", "F v 2"])
  func `every stage of every equation gives the next one`(_ shipped: Shipped, keys: String)
    async throws
  {
    try await Self.check(shipped, keys)
  }

  @Test(arguments: ["lstm_HS1997", "lstm_Gers2000"])
  func `every stage gives the next one where a function is more than its name`(
    name: String
  ) async throws {
    try await Self.check(Examples.session(try #require(CatalogueEntry.named(name)).kind))
  }

  private static func check(_ shipped: Shipped, _ keys: String) async throws {
    for sentence in Shipped.sentences {
      try await check(shipped.session(sentence, keys: keys))
    }
  }

  private static func check(_ session: Session) async throws {
    let cell = session.run.cell
    for signal in cell.graph.signals where cell.graph.isDrawn(signal) {
      for time in session.tokens.indices {
        await Task.yield()
        for unit in 0..<cell.unitCount {
          let text = cell.worked(
            signal, unit: unit, in: session.run.trace, at: time, .lecture
          ).text
          let fault = Self.fault(in: text, exact: session.run.trace[signal, time, unit])
          try #require(
            fault == nil, "\(session.run.names[signal]), t = \(time + 1), unit \(unit + 1)")
        }
      }
    }
  }

  /// What is wrong with an equation's text; nil if all stages agree.
  private static func fault(in text: String, exact: Double) -> String? {
    guard let stages = ShownFormula.stages(of: text) else { return "not understood: \(text)" }
    for (stage, next) in zip(stages, stages.dropFirst()) where !stage.becomes(next) {
      return "does not add up: \(text)"
    }
    guard case .number(let shown, let decimals) = stages.last, decimals >= 2, stages.count > 1
    else { return "has no result: \(text)" }
    return ShownFormula.number(exact, decimals: 17).becomes(.number(shown, decimals: decimals))
      ? nil : "is not the value \(exact): \(text)"
  }

  @Test(arguments: [
    (".04 × .20 + .97 × .90 = +.88", true), (".04 × .20 + .97 × .90 = +.89", false),
    ("σ(2.31 + .14 + 1.00) = σ(3.45) = .97", true), ("σ(2.31 + .14 − 1.00) = σ(3.45) = .97", false),
    ("σ(3.45) = .98", false), (".91 × tanh(−.88) = .91 × −.71 = −.65", true),
    (".91 × tanh(−.88) = .91 × −.61 = −.56", false), ("(1 − .25) × .5 = .75 × .5 = .38", true),
  ])
  func `the test itself notices what does not add up`(text: String, holds: Bool) throws {
    let stages = try #require(ShownFormula.stages(of: text))
    #expect(zip(stages, stages.dropFirst()).allSatisfy { $0.becomes($1) } == holds)
  }

  @Test(arguments: ["", "1 +", "σ(1", "x", "1 × ", ".", "--1", "1 = = 2"])
  func `the test itself notices what is no formula`(text: String) {
    #expect(ShownFormula.stages(of: text) == nil)
  }
}
