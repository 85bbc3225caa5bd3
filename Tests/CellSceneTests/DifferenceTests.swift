import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is not the same is not said to be the same: `=` to the last bit, `≈` by less than is shown.
@Suite struct DifferenceTests {
  @Test(
    arguments: [
      (1.0, 1.0, "="), (0.0, -0.0, "="), (.nan, .nan, "="), (0.025, 0.034, "≈"),
      (0.5, 0.25, "+.25"), (1, .nan, "NaN"),
    ])
  func `two numbers are equal, nearly equal or apart`(number: Double, old: Double, text: String) {
    #expect(Difference(of: number, from: old).text == text)
  }

  @Test(
    arguments: [
      ("L L $ c Space Space Space", "Γu"), ("L L $ c M M", "Γf"), ("L $ C C c", "ŷ<t>"),
    ])
  func `a comparison says = only of equal numbers`(keys: String, symbol: String) throws {
    let session = try Shipped.family(keys: keys)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let line = try #require(lines.first { $0.dropFirst(2).hasPrefix(symbol + " ") })
    #expect(line.contains("≈") && !line.hasSuffix("="), "\(line)")
  }
}
