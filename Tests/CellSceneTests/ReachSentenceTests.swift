import Screen
import Testing

@testable import CellScene

/// What is said about how far the gradient reaches is true and says something.
@Suite struct ReachSentenceTests {
  private func lines(_ keys: String, in language: Language = .english) throws -> [String] {
    var session = try Shipped.family(keys: keys)
    session.speak(language)
    return Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
  }

  @Test(arguments: [
    ("L L $ d d", "At “the” (word 1): LSTM c"),
    ("L L $ d d H", "Gradient at “cats”: LSTM c"),
    ("$ d g m d", "Gradient at the start: LSTM c"),
  ])
  func `at the loss it speaks of the first word, elsewhere of the one that is shown`(
    keys: String, start: String
  ) throws {
    var session = try Shipped.family(keys: keys)
    session.notice = nil
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.hasPrefix("▸ " + start) }, "\(lines)")
  }

  @Test func `what is computed to be 0 is shown as 0`() throws {
    let session = try Shipped.family(keys: "6 G $ f 0 d d")
    let direct = try #require(session.reachSeries.first { !$0.isMain })
    #expect(direct.shares[5] == 0 && direct.shares[6] == 1 && direct.shares[7] == nil)
    for columns in [60, 80, 120] {
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      let row = try #require(lines.last { $0.contains("LSTM ΠΓf") })
      #expect(row.contains(" 0 ") && row.contains("1.00"), "\(row)")
      let chart = lines.filter { $0.contains("┈") }.joined()
      #expect(chart.filter { $0 == "+" }.count == 1, "\(lines)")
    }
    #expect(ReachPanel(session, .english).told.contains { $0.contains(" 0,") })
  }

  @Test func `more than all is not called what is left`() throws {
    let english = try lines("G $ d d")
    #expect(english.contains { $0.contains("2.83") })
    #expect(!english.contains { $0.contains("left") }, "\(english)")
    #expect(english.contains { $0.contains("length of ∂loss/∂…, all units, 1 at “full”") })
    let chinese = try lines("G $ d d", in: .traditionalChinese)
    #expect(!chinese.contains { $0.contains("剩") }, "\(chinese)")
    #expect(chinese.contains { $0.contains("損失 = ") && !$0.contains("loss =") })
  }
}
