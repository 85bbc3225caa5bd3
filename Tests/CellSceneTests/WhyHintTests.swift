import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the pop-up of a question says about its keys.
@Suite struct WhyHintTests {
  /// The number that is asked.
  private static func question(_ session: Session) throws -> Question {
    guard case .why(let inquiry) = session.popup else { throw Missing() }
    return inquiry.level.question
  }

  private struct Missing: Error {}

  @Test(arguments: Shipped.allCases, ["3 G $ w", "3 G 2 Space w", "3 G w", "3 G $ w Tab"])
  func `j asks what the pop-up says`(_ shipped: Shipped, keys: String) throws {
    var session = try shipped.session(keys: keys)
    let before = try Self.question(session)
    let neighbour = session.neighbour(of: before)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let hint = try #require(lines.first { $0.contains("w lists the terms") || $0.contains("made") })
    session.press("j")
    let after = try Self.question(session)
    switch (before, after) {
    case (.value(let first), .value(let second)) where first.unit != second.unit:
      #expect(neighbour == .unit && hint.contains("j another unit."))
    case (.probability(let first, _), .probability(let second, _)),
      (.score(let first, _), .score(let second, _)):
      #expect(first != second && neighbour == .word && hint.contains("j another word."))
    case (_, _):
      #expect(before == after && neighbour == nil && !hint.contains(" j "))
    }
    #expect(lines.last?.contains("j next ") == true)
  }
}
