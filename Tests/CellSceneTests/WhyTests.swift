import CellEngine
import Foundation
import Screen
import Testing

@testable import CellScene

/// Every shown number is made of the numbers that are shown below it.
@Suite struct WhyTests {
  /// Everything that can be asked at every word of some sentences, at the end of each step.
  private static func everyQuestion(
    _ shipped: Shipped, keys: String = "", _ body: (Session, Question) throws -> Void
  ) throws {
    for sentence in Shipped.sentences.prefix(3) {
      var session = try shipped.session(sentence, keys: keys)
      for time in session.tokens.indices {
        for unit in 0..<session.run.cell.unitCount {
          (session.time, session.microStep, session.unit) = (time, session.lastMicroStep, unit)
          for question in session.askable { try body(session, question) }
        }
      }
    }
  }

  private static func level(_ question: Question, _ session: Session) -> Inquiry.Level {
    let value = session.explanation(of: question).value
    return Inquiry.Level(question, decimals: Figure.labelDecimals(value), showsTerms: true)
  }

  /// The number that a text shows, read by another parser than the one that is tested.
  private static func number(_ text: String) throws -> Double {
    try #require(ShownFormula(text), "“\(text)”").value
  }

  /// In units of the sixth decimal, as whole numbers: what is compared is what is written.
  private static func units(_ text: String) throws -> Int {
    Int((try number(text) * 1e9).rounded())
  }

  /// Whether the rows of a table make its results, and these the number as it stands above.
  private static func check(
    _ level: Inquiry.Level, _ session: Session, rows: Int
  ) throws {
    let table = WhyTable(WhyTerms(level, in: session), in: session, rows: rows, .english)
    let explanation = session.explanation(of: level.question)
    let above = Figure.text(
      explanation.value, level.decimals, sign: session.sign(of: level.question))
    let comment = "\(session.symbol(of: level.question)) = \(above): \(table)"
    try #require(table.rows.count <= max(rows, explanation.terms.isEmpty ? 0 : 2), "\(comment)")
    for result in table.results.dropFirst() + (table.results.count == 1 ? table.results[...] : []) {
      try #require(result.value == above || table.results[0].label == "sum", "\(comment)")
    }
    if table.results.first?.label == "sum" {
      let sum = try table.rows.map { try units($0.value) }.reduce(0, +)
      let total = try #require(table.results.first)
      try #require(try sum == units(total.value), "\(comment)")
    }
    for row in table.rows where row.factors.contains("×") {
      let (product, value) = try (
        #require(ShownFormula(row.factors)), #require(ShownFormula(row.value))
      )
      try #require(product.becomes(value) == row.isExact, "\(row) of \(comment)")
      let places = WhyTerms(level, in: session).termDecimals
      let unit = pow(10, -Double(places))
      let isNear = (product.value - value.value).magnitude <= (1.5 + 1e-6) * unit
      try #require(isNear, "\(row) of \(comment)")
    }
    let columns = [
      table.rows.map(\.label.columns), table.rows.map(\.factors.columns),
      table.rows.map(\.value.columns),
    ].map { $0.max() ?? 0 }
    try #require(columns.reduce(0, +) <= 60 - 11, "too wide for 60 columns: \(comment)")
    guard let last = table.results.last else { return }
    let shown = try #require(ShownFormula(above), "\(comment)")
    if last.label == "sum" {
      try #require(try #require(ShownFormula(last.value)).becomes(shown), "\(comment)")
    } else if last.label.contains(" / ") {
      let parts = last.label.split(separator: "/").map { $0.filter { $0 != " " } }
      let share = try number(parts[0]) / number(parts[1])
      let rounded = ShownFormula.number(share, decimals: 12)
      try #require(rounded.becomes(shown), "\(comment)")
    } else {
      try #require(
        try #require(ShownFormula(last.label), "\(comment)").becomes(shown), "\(comment)")
    }
  }

  @Test(arguments: Shipped.allCases)
  func `the rows of every number make it as it is shown`(_ shipped: Shipped) throws {
    try Self.everyQuestion(shipped) { session, question in
      for rows in [2, 9, 20] { try Self.check(Self.level(question, session), session, rows: rows) }
    }
  }

  @Test(arguments: ["p", "p v 2 Esc"])
  func `the rows make the number with peepholes too`(keys: String) throws {
    try Self.everyQuestion(.peephole, keys: keys) { session, question in
      try Self.check(Self.level(question, session), session, rows: 9)
    }
  }

  @Test(arguments: 0...4)
  func `a sum in any number of rows re-adds to the number as it is shown`(decimals: Int) throws {
    var session = try Examples.session()
    session.press("5 G $")
    for question in session.askable {
      let level = Inquiry.Level(question, decimals: decimals, showsTerms: true)
      let terms = WhyTerms(level, in: session)
      guard terms.explanation.rule == .sum || terms.inner != nil else { continue }
      let shown = Figure.rounded(
        (terms.inner ?? terms.explanation).value, terms.termDecimals)
      for limit in 2...14 {
        let table = WhyTable(terms, in: session, rows: limit, .english)
        let count = terms.terms.count
        #expect(table.rows.count == min(limit, count))
        let sum = try table.rows.map { try Self.units($0.value) }.reduce(0, +)
        let total = try #require(table.results.first)
        #expect(try sum == Self.units(total.value))
        #expect(sum == Int((shown * 1e9).rounded()))
        guard count > limit else { continue }
        let others = count - limit + 1
        #expect(table.rows.last?.label == Language.english.text(.why(.others(others))))
      }
    }
  }

  /// Goes into every term of every number, level after level.
  @Test(arguments: [Shipped.agreement, .gru, .rnn])
  func `the digits of a row are those of the next level`(_ shipped: Shipped) throws {
    var session = try shipped.session()
    (session.time, session.microStep) = (session.lastTime, session.lastMicroStep)
    var seen: Set<Inquiry.Level> = []
    var waiting = session.askable.map { Self.level($0, session) }
    while let level = waiting.popLast() {
      guard seen.count < 4000, seen.insert(level).inserted else { continue }
      try Self.check(level, session, rows: 9)
      let terms = WhyTerms(level, in: session)
      for (place, term) in terms.terms.enumerated() {
        guard case .number(let next) = term.origin else { continue }
        var chosen = level
        chosen.chosen = place
        let row = WhyTable(WhyTerms(chosen, in: session), in: session, rows: 200, .english)
          .rows[place]
        let below = Inquiry.Level(next, decimals: terms.decimals(of: term), showsTerms: true)
        let text = Figure.text(
          session.explanation(of: next).value, below.decimals, sign: session.sign(of: next))
        if term.weight == nil, terms.explanation.rule != .softmax, terms.termDecimals <= 6 {
          try #require(try Self.units(row.value) == Self.units(text), "\(row) \(text)")
        }
        waiting.append(below)
      }
    }
    #expect(seen.count > 150)
  }

  @Test(arguments: Shipped.allCases)
  func `nothing that is not computed yet can be asked`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: "3 G")
    for microStep in session.run.microSteps.indices {
      session.microStep = microStep
      let graph = session.run.cell.graph
      for question in session.askable + [session.currentQuestion] {
        switch question {
        case .value(let place):
          #expect(session.isKnown(place.signal, at: place.step))
          #expect(graph.isGiven(place.signal) || graph.isDrawn(place.signal))
        case .score, .probability: #expect(session.stage == .prediction)
        }
        let seen = session.looking(at: question)
        #expect((seen.time, seen.microStep) <= (session.time, session.microStep))
      }
    }
  }

  @Test(arguments: Shipped.allCases)
  func `going down always ends at a word, a weight or a first state`(_ shipped: Shipped) throws {
    for (keys, limit) in [("5 G $ w w", 200), ("G 4 Space w w", 200), ("G w", 200)] {
      var session = try shipped.session(keys: keys)
      var levels = 0
      while session.notice == nil, levels < limit {
        session.press("w")
        levels += 1
      }
      #expect(levels < limit)
      guard case .why(let notice) = session.notice else {
        Issue.record("\(String(describing: session.notice)) is no reason")
        continue
      }
      switch notice {
      case .word, .start, .weight: break
      case .input, .embedded, .below, .clamped, .nothingBelow, .edited, .editedWord, .unlearned,
        .absent:
        Issue.record("\(notice)")
      }
    }
  }

  @Test func `climbing goes the way of questions back and closes at its top`() throws {
    var session = try Shipped.agreement.session(keys: "5 G 6 Space w w w j w")
    guard case .why(let inquiry) = session.popup else {
      Issue.record("no question")
      return
    }
    #expect(
      inquiry.levels.map { session.symbol(of: $0.question) } == ["c<5>₈", "(Γf∘c<4>)₈", "c<4>₈"])
    for left in [2, 1, 1] {
      session.press("Esc")
      guard case .why(let inquiry) = session.popup else {
        Issue.record("closed too early")
        return
      }
      #expect(inquiry.levels.count == left)
    }
    session.press("Esc")
    #expect(session.popup == nil)
    #expect(session.place == [4, 6])
  }

  @Test func `the picture behind a question is that of its moment`() throws {
    let size = Size(columns: 120, rows: 36)
    let session = try Shipped.agreement.session(keys: "5 G 6 Space w w w j w")
    let lines = Scene(session, size: size).canvas().lines
    #expect(lines[0].contains("t 4/8") && lines[0].contains("step 7/11"))
    #expect(lines.contains { $0.contains("[⊕]") })
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `no line of an answer is cut`(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    for keys in ["w", "w w", "G $ w", "G $ w w", "G 4 Space w w", "G 6 Space w w w w j w"] {
      let session = try Shipped.peephole.session(keys: keys)
      let lines = Scene(session, size: size).canvas().lines
      let bottom = try #require(lines.lastIndex { $0.contains("╰") && $0.contains("╯") })
      let left = lines[bottom].prefix { $0 != "╰" }.count
      let said = lines[bottom - 1].dropFirst(left).trimming { $0 == " " || $0 == "│" }
      #expect(said.hasSuffix("."), "\(keys): \(said)")
    }
  }

  @Test(arguments: [(0.0, "    │    "), (1, "    │████"), (-1, "████│    "), (-0.6, " ▐██│    ")])
  func `a bar shows sign and size without colour`(share: Double, bar: String) {
    #expect(SignedBar.text(share, half: 4) == bar)
  }
}

extension StringProtocol {
  fileprivate func trimming(_ isCut: (Character) -> Bool) -> String {
    var text = String(drop(while: isCut))
    while let last = text.last, isCut(last) { text.removeLast() }
    return text
  }
}
