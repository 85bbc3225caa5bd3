import Testing
import Training

@testable import ModelFiles

@Suite("Numbers as text")
struct FormatTests {
  @Test(
    "Numbers have the fewest digits that give back every bit",
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (5, "5.0"), (0.5, "0.5"), (0.1, "0.1"),
      (0.1 + 0.2, "0.30000000000000004"), (-1.0 / 3, "-0.3333333333333333"), (1e17, "1e+17"),
      (1e-5, "1e-05"), (0.0001, "0.0001"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (.nan, "NaN"), (-.nan, "NaN"),
      (.infinity, "Infinity"), (-.infinity, "-Infinity"),
    ] as [(Double, String)])
  func digits(value: Double, text: String) {
    #expect(format(value) == text)
  }

  @Test("Random bits are read back as they were")
  func readBack() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let read = try #require(JSON(parsing: format(value)).doubleValue)
      #expect(read.bitPattern == value.bitPattern)
    }
  }
}
