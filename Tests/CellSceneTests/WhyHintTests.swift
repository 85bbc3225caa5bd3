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

  @Test(arguments: Language.allCases, ["", " w", " w w w"])
  func `beside a gradient the title says that the forward value is asked`(
    _ language: Language, keys: String
  ) throws {
    var session = try Shipped.agreement.session(keys: "6 G d 3 Space")
    session.speak(language)
    session.press("w" + keys)
    let title = language.text(.why(.titleForward))
    let symbol = session.symbol(of: try Self.question(session))
    for columns in [60, 80] {
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      #expect(lines.contains { $0.contains(title) && $0.contains(symbol) }, "\(lines)")
    }
    var cell = try Shipped.agreement.session(keys: "6 G")
    cell.speak(language)
    cell.press("w" + keys)
    let lines = Scene(cell, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(!lines.contains { $0.contains(title) })
  }

  @Test func `a number without a symbol has its unit behind the formula`() throws {
    let session = try Shipped.gru.session(keys: "4 G 4 Space w w")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("(Γr∘c<3>)₂") }, "\(lines)")
    #expect(lines.contains { $0.contains("(Γr∘c<3>)₇") }, "\(lines)")
  }

  @Test(arguments: [("", "score", "max"), ("A ", "分數", "最大")])
  func `a score has a name, and it is said that the largest is subtracted`(
    key: String, score: String, largest: String
  ) throws {
    let session = try Shipped.agreement.session(keys: key + "4 G $ w w")
    let word = session.language.quoted(session.rankedOutputs(at: 3)[0].label)
    #expect(try Self.labels(session).contains(score + word))
    for columns in [60, 80] {
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      let power = "e^(\(score) − \(largest))"
      #expect(lines.contains { $0.contains("\(power) / Σ \(power)") }, "\(lines)")
    }
    var below = session
    below.press("w")
    let lines = Scene(below, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains(score + word + " = Wy a<4> + by") }, "\(lines)")
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

  @Test(arguments: Shipped.allCases)
  func `a score and a probability are worked out on one line`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: "$")
    for time in session.tokens.indices {
      session.time = time
      for question in session.askable {
        let value = session.explanation(of: question).value
        let level = Inquiry.Level(
          question, decimals: Figure.labelDecimals(value), showsTerms: false)
        let numbers = WhyNumbers(session, WhyTerms(level, in: session), .english)
        let text = numbers.line(within: 200).map(\.text).joined()
        switch question {
        case .value: continue
        case .score:
          let stages = try #require(ShownFormula.stages(of: String(text.dropFirst(2))), "\(text)")
          #expect(stages.count == 2 && stages[0].becomes(stages[1]), "\(text)")
        case .probability:
          let parts = text.dropFirst(2).split(separator: " = ")
          let hasAll = parts[0].hasPrefix("e^(") && parts[0].contains(" / Σ e^(score ")
          try #require(parts.count == 3 && hasAll, "\(text)")
          let share = try parts[1].split(separator: " / ").map {
            try #require(ShownFormula(String($0))).value
          }
          let worked = ShownFormula.number(share[0] / share[1], decimals: 12)
          #expect(try worked.becomes(#require(ShownFormula(String(parts[2])))), "\(text)")
        }
      }
    }
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
      #expect(first != second && neighbour == .output(.word) && hint.contains("j another word."))
    case (_, _):
      #expect(before == after && neighbour == nil && !hint.contains(" j "))
    }
    #expect(lines.last?.contains("j next ") == true)
  }
}
