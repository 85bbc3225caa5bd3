import Testing

@testable import CellScene

/// Numbers are read as people type them, and nothing else is.
@Suite struct NumberTextTests {
  @Test(
    arguments: [
      ("1", 1), ("−1", -1), ("-1", -1), ("+2.5", 2.5), (".5", 0.5), ("−.5", -0.5), ("3.", 3),
      ("1e-3", 0.001), ("1E3", 1000), ("2e+2", 200), ("−1.5e−2", -0.015), ("007", 7),
      ("-.5e1", -5), ("0", 0), ("1e-400", 0),
    ] as [(String, Double)])
  func `a sign, digits, a point and a power of ten make a number`(
    text: String, number: Double
  ) throws {
    #expect(try NumberText.value(of: text) == number)
  }

  @Test(arguments: [
    "", ".", "-", "+-1", "1.2.3", "1e", "e5", "1e+", "nan", "NaN", "inf", "infinity", "∞", "0x10",
    "1,5", "1_000", "½", "５", "1 ", " 1", "--1", "1-", "cat", "1e5.0", "1p3",
  ])
  func `everything else is none`(text: String) {
    #expect(throws: NumberText.Fault.notANumber) { try NumberText.value(of: text) }
  }

  @Test(arguments: ["1e999", "-1e309"])
  func `what overflows is said to be too large`(text: String) {
    #expect(throws: NumberText.Fault.tooLarge) { try NumberText.value(of: text) }
  }
}
