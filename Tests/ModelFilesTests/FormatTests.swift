import Testing

@testable import ModelFiles

@Suite("Numbers as text")
struct FormatTests {
  @Test(
    "Numbers have 17 significant digits like %.17g",
    arguments: [
      (0, "0"), (-0.0, "-0"), (5, "5"), (0.5, "0.5"), (0.1, "0.10000000000000001"),
      (-1.0 / 3, "-0.33333333333333331"), (1e17, "1e+17"), (1e16, "10000000000000000"),
      (1e-5, "1.0000000000000001e-05"), (0.0001, "0.0001"),
      (.leastNonzeroMagnitude, "4.9406564584124654e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (.nan, "NaN"), (-.nan, "NaN"),
      (.infinity, "Infinity"), (-.infinity, "-Infinity"),
    ] as [(Double, String)])
  func digits(value: Double, text: String) {
    #expect(format(value) == text)
  }

  @Test("Fewer digits round the exact binary value")
  func fewerDigits() {
    #expect(format(0.1, digits: 3) == "0.1")
    #expect(format(2.0 / 3, digits: 4) == "0.6667")
    #expect(format(123_456, digits: 2) == "1.2e+05")
  }

  @Test(
    "The decimal separator of a locale becomes a point", arguments: ["1,5e-07", "1\u{66B}5e-07"])
  func separators(text: String) {
    var bytes: [UInt8] = []
    appendNumber(text.utf8, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "1.5e-07")
  }
}
