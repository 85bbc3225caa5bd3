import Testing

@testable import CellScene

/// A text that does not fit is cut at its end, and nowhere else.
@Suite struct ShortenedTests {
  @Test(
    arguments: [
      ("aaaaaaaaaa漢b", 12, "aaaaaaaaaa…"), ("漢漢漢", 6, "漢漢漢"), ("漢漢漢", 5, "漢漢…"),
      ("漢漢漢", 4, "漢…"), ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
    ])
  func `what stands behind the first character that does not fit goes`(
    text: String, columns: Int, shown: String
  ) {
    #expect(text.shortened(to: columns) == shown)
  }
}
