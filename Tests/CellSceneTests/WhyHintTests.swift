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

  /// The names of all terms of the number that is asked.
  private static func labels(_ session: Session) throws -> [String] {
    guard case .why(let inquiry) = session.popup else { throw Missing() }
    let terms = WhyTerms(inquiry.level, in: session)
    return WhyTable(terms, in: session, rows: 99, .english).rows.map(\.label)
  }

  @Test(arguments: Shipped.allCases, ["4 G $ w w", "4 G 4 Space w w", "4 G 6 Space w w"])
  func `no two rows have the same name`(_ shipped: Shipped, keys: String) throws {
    for after in ["", " v N Esc", " v N N Esc", " v N N N Esc"] {
      let session = try shipped.session(keys: keys.replacing(" w w", with: after + " w w"))
      let labels = try Self.labels(session)
      #expect(Set(labels).count == labels.count, "\(labels)")
    }
  }

  @Test func `a number without a symbol has its unit behind the formula`() throws {
    let session = try Shipped.gru.session(keys: "4 G 4 Space w w")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("(Γr∘c<3>)₂") }, "\(lines)")
    #expect(lines.contains { $0.contains("(Γr∘c<3>)₇") }, "\(lines)")
  }

  @Test func `a word of the input that was put in has its name`() throws {
    let session = try Shipped.agreement.session(keys: "4 G e 4 d o g Space 1 Enter 2 Space w w")
    let labels = try Self.labels(session)
    #expect(labels.contains("x<4>“dog”") && labels.contains("x<4>“already”"), "\(labels)")
  }

  @Test(arguments: Shipped.allCases)
  func `what has come from the step before is asked where it was made`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: "4 G w")
    let state = session.run.cell.graph.memoryState
    let made = ValuePlace(state.next, unit: session.unit, step: 2)
    #expect(try Self.question(session) == .value(made))
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let title = try #require(lines.firstIndex { $0.contains("╭ why?") || $0.contains("─ why?") })
    #expect(lines[title + 2].contains("= "), "\(lines)")
    session.press("w")
    #expect(try !Self.labels(session).isEmpty && Self.question(session) == .value(made))
    let first = try shipped.session(keys: "1 G w")
    let start = ValuePlace(state.previous, unit: session.unit, step: 0)
    #expect(try Self.question(first) == .value(start))
  }

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
