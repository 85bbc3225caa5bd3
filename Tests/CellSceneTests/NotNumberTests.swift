import CellEngine
import Screen
import Testing

@testable import CellScene

/// Numbers that overflow, and what comes of them, are shown as what they are.
@Suite struct NotNumberTests {
  /// x<1>, the weight that reads it, a<0> and its weight so that their products are ∞ and −∞.
  private static let keys = """
    e 4 1 e 3 0 8 Enter e 6 1 0 0 0 Enter e 8 − 1 e 3 0 8 Enter e 5 1 0 0 0 Enter
    """

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
  func `a sum of ∞ and −∞ is drawn at every micro-step and can be asked`(size: Size) throws {
    var session = try Shipped.agreement.session(keys: Self.keys)
    #expect(session.run.outputs.joined().allSatisfy { $0.isNaN })
    while session.time < session.lastTime || session.microStep < session.lastMicroStep {
      #expect(Scene(session, size: size).canvas().size == size)
      session.press("Space")
      var asked = session
      asked.press("w w")
      #expect(asked.context == .why, "step \(session.time), micro-step \(session.microStep)")
      #expect(Scene(asked, size: size).canvas().size == size)
    }
    #expect(session.narration == .unpredicted(.word))
    for view in ["t", "T", "d", "N", "b", "c", "v", "e", "f"] {
      var other = session
      other.press(view)
      #expect(Scene(other, size: size).canvas().size == size)
    }
  }

  @Test func `nothing is named, split or drawn as small that is not a number`() throws {
    var session = try Shipped.agreement.session(keys: Self.keys + " G $")
    func lines(_ keys: String, _ size: Size) -> [String] {
      var shown = session
      shown.press(keys)
      return Scene(shown, size: size).canvas().lines
    }
    let small = Size(columns: 80, rows: 24)
    let large = Size(columns: 120, rows: 36)
    let cell = try #require(lines("", small).first { $0.contains("ŷ<8>") })
    #expect(cell.contains("ŷ<8>  NaN"))
    #expect(lines("t", large).contains { $0.contains("ŷ NaN") })
    #expect(lines("t", large).contains { $0.contains("The memory is not a number here") })
    #expect(!lines("t", large).contains { $0.contains("is left") })
    #expect(lines("T", small).contains { $0.contains("is NaN.") })
    #expect(!lines("c", small).contains { $0.contains("NaN  ▏") || $0.contains("NaN     the") })
    session.press("w w")
    #expect(session.context == .why)
    #expect(lines("", small).contains { $0.contains("╭─ why?") }, "its upper edge is in sight")
    #expect(lines("", small).contains { $0.contains("others") })
  }

  @Test(arguments: ["", "T", "c"])
  func `bars of what is not a number have no sign's colour`(keys: String) throws {
    var session = try Shipped.agreement.session(keys: Self.keys + " G $")
    session.press(keys)
    let canvas = Scene(session, size: Size(columns: 120, rows: 36)).canvas()
    let marks = (0..<canvas.size.rows).flatMap { Array(canvas.row($0)) }
      .filter { $0.character == "?" && $0.style.ink != .key }
    #expect(!marks.isEmpty)
    #expect(marks.allSatisfy { $0.style.ink == .alert })
  }

  @Test func `words whose probability is not a number stand last, and one word is always named`()
    throws
  {
    var session = try Shipped.agreement.session()
    #expect(session.likelyOutputs(after: 0).count > 1)
    session.press(Self.keys)
    #expect(session.likelyOutputs(after: 0).count == 1)
    #expect(
      session.rankedOutputs(at: 0).map(\.place) == Array(session.model.vocabulary.words.indices)
    )
  }
}
