import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is not the same is not said to be the same: `=` to the last bit, `≈` by less than is shown.
@Suite struct DifferenceTests {
  @Test(
    arguments: [
      (1.0, 1.0, "="), (0.0, -0.0, "="), (.nan, .nan, "="), (0.025, 0.034, "≈"),
      (0.5, 0.25, "+.25"), (1, .nan, "NaN"), (0.1055, 0.1645, "−.05"), (0.9988, 1, "−.001"),
      (0.0304, 0.0041, "+.026"), (0.9447, 0.9467, "−.01"), (-0.002, 0.004, "−.006"),
      (1.2e30, 2, "+1.2e30"), (.infinity, 1, "+∞"), (1e-5, 2e-5, "≈"),
    ])
  func `two numbers are equal, nearly equal or apart`(number: Double, old: Double, text: String) {
    #expect(Difference(of: number, from: old).text == text)
  }

  /// The number of a text in thousandths.
  private static func thousandths(_ text: Substring) -> Int? {
    Double(text.replacing("−", with: "-").replacing("+", with: ""))
      .map { Int(($0 * 1000).rounded()) }
  }

  @Test(arguments: ["c M M", "c M M M"])
  func `B − A is the difference of the numbers beside it`(keys: String) throws {
    var session = try Shipped.family(keys: keys + " $")
    var count = 0
    for place in 0..<64 {
      (session.time, session.unit) = (place / 8, place % 8)
      let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
      for line in canvas.lines[4...11] where !line.contains("—") {
        let words = line.split(separator: " ").filter { Self.thousandths($0) != nil }
        guard words.count == 3, line.dropFirst(69).first != " " else { continue }
        let (mine, theirs, apart) = (
          try #require(Self.thousandths(words[0])), try #require(Self.thousandths(words[1])),
          try #require(Self.thousandths(words[2]))
        )
        #expect(apart == theirs - mine, "\(line)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  /// Unit 8 of one net and unit 6 of another are two things; the chance of a word is one.
  @Test(arguments: ["c", "c M", "C c"])
  func `units of nets trained apart are not subtracted, chances of a word are`(keys: String) throws
  {
    var session = try Shipped.family(keys: keys + " $")
    var chances = 0
    for time in session.words.indices {
      session.time = time
      let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
      for symbol in ["Γu", "c~<t>", "c<t>", "a<t>"] {
        for line in lines where line.dropFirst(2).hasPrefix(symbol + " ") {
          #expect(line.dropFirst(69).allSatisfy { $0 == " " }, "\(line)")
        }
      }
      let outputs = try #require(lines.first { $0.dropFirst(2).hasPrefix("ŷ<t>") })
      if outputs.dropFirst(69).contains(where: { $0 != " " }) { chances += 1 }
    }
    #expect(chances > 0)
  }

  @Test(arguments: [("L L $ c M M", "Γf"), ("L $ C C c", "ŷ<t>")])
  func `a comparison says = only of equal numbers`(keys: String, symbol: String) throws {
    let session = try Shipped.family(keys: keys)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let line = try #require(lines.first { $0.dropFirst(2).hasPrefix(symbol + " ") })
    #expect(line.contains("≈") && !line.hasSuffix("="), "\(line)")
  }
}
