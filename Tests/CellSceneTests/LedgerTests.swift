import CellEngine
import Screen
import Testing

@testable import CellScene

/// The numbers that say what a memory is made of add up, as they stand on the screen.
@Suite struct LedgerTests {
  /// A number as the screen writes it, in units of its last decimal.
  private static func units(_ text: Substring) -> (value: Int, decimals: Int)? {
    let plain = text.map { $0 == "−" ? "-" : String($0) }.joined()
    guard let point = plain.firstIndex(of: "."),
      let value = Int(plain.filter { $0 != "." && $0 != "+" })
    else { return nil }
    return (value, plain.distance(from: point, to: plain.endIndex) - 1)
  }

  @Test(
    arguments: [Shipped.agreement, .peephole, .gru],
    ["t", "t f c . 9 Enter", "t f c − 3 Enter f v . 9 5 Enter", "t f 1 u v . 5 Enter", "p t"])
  func `the terms on the screen add up to c<t> in every digit`(
    _ shipped: Shipped, keys: String
  ) async throws {
    // A GRU has no forget gate to hold.
    guard shipped != .gru || !keys.contains("f") else { return }
    for (columns, rows) in [(60, 18), (80, 24), (120, 36), (200, 60)] {
      await Task.yield()
      var session = try shipped.session(Shipped.sentences[2], keys: keys + " $")
      for time in session.tokens.indices {
        for unit in 0..<session.run.cell.unitCount {
          (session.time, session.unit) = (time, unit)
          let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
          let start = "c<\(time + 1)> "
          let first = try #require(lines.firstIndex { $0.contains(start) && $0.contains(" = ") })
          let indent = try #require(lines[first].firstRange(of: " = ")).upperBound
          let column = lines[first].distance(from: lines[first].startIndex, to: indent)
          var words = lines[first].split(separator: " ")
          if lines[first + 1].prefix(column).allSatisfy({ $0 == " " }) {
            words += lines[first + 1].split(separator: " ")
          }
          let total = try #require(Self.units(words[1]))
          let terms = words[3...].map { $0.drop { $0 == "≈" } }.compactMap(Self.units)
          #expect(terms.allSatisfy { $0.decimals == total.decimals })
          #expect(
            terms.reduce(0) { $0 + $1.value } == total.value,
            "\(columns)x\(rows) word \(time + 1) unit \(unit + 1): \(lines[first])")
        }
      }
    }
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func `no word is said to have written a memory that was set by hand`(
    columns: Int, rows: Int
  ) throws {
    let keys = "4 G $ e j j j j j j j j j j Enter 1 Enter t"
    for after in ["", " A"] {
      let session = try Shipped.agreement.session(keys: keys + after)
      let said = "+1.00 " + session.language.text(.chain(.setByHand))
      let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
      #expect(lines.contains { $0.contains(" = ") && $0.contains(said) }, "\(lines)")
      #expect(!lines.contains { $0.contains("+1.00 " + session.words[3]) }, "\(lines)")
      let told = ViewTelling(session).details.joined(separator: " ")
      #expect(told.contains(said) && !told.contains(" " + session.words[3]), "\(told)")
    }
  }

  @Test(arguments: [("2 G $ t", false), ("6 G $ t", true)])
  func `rows that are left out are marked`(keys: String, areMarked: Bool) throws {
    let session = try Shipped.agreement.session(keys: keys)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.hasPrefix("…c<") } == areMarked, "\(lines)")
  }

  @Test func `only what is shown is split`() throws {
    let session = try Shipped.agreement.session(keys: "6 G $")
    let panel = LedgerPanel(session, .english)
    #expect(panel.ledgers(2).map(\.step) == [4, 5])
    #expect(panel.ledgers(60).map(\.step) == Array(0...5))
  }

  @Test func `a cell without a memory line says so`() throws {
    var session = try Examples.session(.rnn(RNN()))
    session.press("3 G $ t")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("memory line") })
  }

  @Test(arguments: [(0.3, 0.5), (0.5, 0.5), (0.51, 1), (1.5, 2), (3, 5), (7, 10), (11, 20)])
  func `one scale fits all bars`(initial: Double, scale: Double) {
    #expect(LedgerBar.scale(of: [], initial: initial) == scale)
    #expect(LedgerBar.scale(of: [], initial: -initial) == scale)
  }
}
