import CellEngine
import Foundation
import Screen
import Testing

@testable import CellScene

/// What a sentence says of numbers is true of the numbers that it shows.
@Suite struct ToldNumbersTests {
  /// The sentence of every micro-step at every word, for every unit.
  private static func everySentence(
    _ session: Session, _ body: (Session, Narration) throws -> Void
  ) throws {
    var session = session
    for time in session.tokens.indices {
      for microStep in session.run.microSteps.indices {
        for unit in 0..<session.run.cell.unitCount {
          (session.time, session.microStep, session.unit) = (time, microStep, unit)
          try body(session, session.narration)
        }
      }
    }
  }

  @Test(arguments: Shipped.sentences.prefix(3))
  func `what is kept and what is taken in make the new memory`(_ sentence: String) throws {
    var count = 0
    try Self.everySentence(Shipped.gru.session(sentence)) { _, narration in
      guard case .mixed(let kept, let taken, _, let value, _) = narration else { return }
      let parts = try [kept, taken].map { try #require(ShownFormula($0)) }
      let sum = try #require(ShownFormula(value))
      try #require(ShownFormula.sum(parts).becomes(sum), "\(kept) + \(taken) = \(value)")
      count += 1
    }
    #expect(count >= 40)
  }

  @Test(arguments: [Shipped.agreement, .peephole], Shipped.sentences.prefix(3))
  func `a squeezed number is squeezed to what is said`(
    _ shipped: Shipped, _ sentence: String
  ) throws {
    var count = 0
    try Self.everySentence(shipped.session(sentence)) { session, narration in
      guard case .squeezed(_, let name, _, let was, let value, _) = narration,
        let signal = session.currentSignal
      else { return }
      let argument = try #require(ShownFormula(was))
      let result = try #require(ShownFormula(value))
      try #require(ShownFormula.function(name, argument).becomes(result), "\(was) \(value)")
      let stages = session.run.cell.worked(
        signal, unit: session.unit, in: session.run.trace, at: session.time, session.notation
      ).stages
      let plain = was.filter { $0 != "+" }
      try #require(stages[0].map(\.text).joined() == "\(name)(\(plain))")
      try #require(stages[stages.count - 1].map(\.text).joined() == value)
      count += 1
    }
    #expect(count >= 8)
  }

  @Test func `only the states that were edited start as edited`() throws {
    for (keys, said) in [
      ("e 9 . 9 Enter 0", "c<0> starts as edited, a<0> at 0."),
      ("e 8 . 9 Enter 0", "a<0> starts as edited, c<0> at 0."),
      ("f c . 9 Enter Esc", "c<0> starts as edited, a<0> at 0."),
      ("e 8 . 9 Enter 0 e 9 . 9 Enter 0", "a<0> and c<0> start as edited."),
    ] {
      let session = try Shipped.agreement.session(keys: keys)
      let text = Language.english.text(.narration(session.narration))
      #expect(text.hasSuffix(said), "\(keys): \(text)")
    }
    let session = try Shipped.agreement.session(keys: "e 9 . 9 Enter 0")
    let text = Language.traditionalChinese.text(.narration(session.narration))
    #expect(text.hasSuffix("c<0> 從改過的值開始，a<0> 從 0 開始。"))
  }

  @Test func `a layer's sum is said to be of all its terms, the bias too`() throws {
    var count = 0
    try Self.everySentence(Shipped.gru.session(keys: "v 2 Esc")) { session, narration in
      guard case .weighted(let sources, let hasBias, _, _) = narration,
        let signal = session.currentSignal
      else { return }
      let terms = session.run.cell.graph.terms(of: signal)
      #expect(sources.count + (hasBias ? 1 : 0) == terms.count)
      #expect(
        Language.english.text(.narration(narration)).contains("the bias") == hasBias)
      #expect(
        Language.traditionalChinese.text(.narration(narration)).contains("偏差項") == hasBias)
      count += 1
    }
    #expect(count > 0)
    let session = try Shipped.gru.session(keys: "v 2 Esc 3 G 0")
    let sentences = session.run.microSteps.indices.map { microStep in
      var session = session
      session.microStep = microStep
      return Language.english.text(.narration(session.narration))
    }
    #expect(sentences.contains { $0.hasSuffix("of Wc c<2>+b′c.") })
  }

  @Test(arguments: Shipped.allCases)
  func `no number of a sentence or of the screen is a signed zero`(_ shipped: Shipped) throws {
    for sentence in Shipped.sentences.prefix(2) {
      try Self.everySentence(shipped.session(sentence)) { session, narration in
        let text = Language.english.text(.narration(narration))
        try #require(Self.signedZeros(in: text).isEmpty, "\(text)")
      }
    }
    for keys in ["G $", "3 G $ t", "1 G $ T", "4 G $ d", "2 G $ w w", "V", "2 G $ c"] {
      for unit in [1, 5, 8] {
        let session = try shipped.session(keys: keys + " : u n i t Space \(unit) Enter")
        let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
        for line in lines { #expect(Self.signedZeros(in: line).isEmpty, "\(keys): \(line)") }
      }
    }
  }

  private static func signedZeros(in text: String) -> [Substring] {
    text.matches(of: /[+−]\.0+(?![0-9])/).map(\.output)
  }

  @Test func `a number that rounds to zero has one text everywhere`() throws {
    var session = try Shipped.gru.session(keys: ": u n i t Space 9 Enter 1 G $")
    let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
    #expect(lines.contains { $0.contains("c₉") && $0.contains(" .00 ") })
    session.press("2 G 0 Space Space Space w w j w")
    guard case .why(let inquiry) = session.popup else {
      Issue.record("no question")
      return
    }
    let table = WhyTable(WhyTerms(inquiry.level, in: session), in: session, rows: 9, .english)
    #expect((table.rows.map(\.value) + table.results.map(\.value)).allSatisfy { $0 == ".00" })
  }

  /// Every line of the peepholes' view: its product, worked out as it is shown, is its number.
  @Test(arguments: ["V", "V F", "V U O", "v 1 Esc V"])
  func `a peephole's product is what its shown factors make`(keys: String) throws {
    var session = try Shipped.peephole.session(keys: "G $ " + keys)
    let fan = PeepholeFan.peepholes(of: session.run.cell.graph)
    for time in session.tokens.indices {
      for unit in 0..<8 {
        (session.time, session.unit) = (time, unit)
        let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
        let sums = lines.filter { $0.contains("into the sum of") }
        try #require(sums.count == fan.count)
        for line in sums {
          let parts = line.components(separatedBy: "  into")[0].split(separator: " = ")
          guard parts.count == 3 else {
            try #require(line.contains(" ≈ "))
            continue
          }
          let product = try #require(ShownFormula(parts[1]), "\(line)")
          try #require(product.becomes(try #require(ShownFormula(parts[2]))), "\(line)")
        }
      }
    }
  }

  @Test func `the peepholes' heading names the gates that look, and the memory that they see`()
    throws
  {
    for (keys, said) in [
      ("6 G $ V", "Unit 8 of c<5> reaches unit 8 of Γf, Γu and Γo, and no other."),
      ("6 G $ V F", "Unit 8 of c<5> reaches unit 8 of Γu and Γo, and no other."),
      (
        "6 G $ v 1 Esc V",
        "Unit 8 of c<5> reaches unit 8 of Γf and Γu, that of c<6> unit 8 of Γo."
      ),
    ] {
      let session = try Shipped.peephole.session(keys: keys)
      let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
      #expect(lines.contains { $0.contains(said) }, "\(keys)")
    }
  }

  @Test(arguments: [Shipped.agreement, .gru])
  func `a term of the ledger that was moved is marked`(_ shipped: Shipped) throws {
    var moved = 0
    for sentence in Shipped.sentences.prefix(3) {
      for keys in ["", "v 7"] {
        var session = try shipped.session(sentence, keys: keys)
        session.press("Esc")
        let cell = session.run.cell
        for time in session.tokens.indices {
          for unit in 0..<cell.unitCount {
            let ledger = try cell.ledger(
              of: .memory, unit: unit, at: time, in: session.run.trace,
              interventions: session.run.interventions)
            let sum = try #require(LedgerSum(ledger))
            let shares = [ledger.initialShare] + (0...time).map(ledger.share(ofStep:))
            for (term, share) in zip(sum.terms, shares) {
              let shown = try #require(ShownFormula(term.text.filter { $0 != "≈" }))
              let isTrue = ShownFormula.number(share, decimals: 12).becomes(shown)
              try #require(isTrue == !term.text.hasPrefix("≈"), "\(term) \(share)")
              if !isTrue { moved += 1 }
            }
          }
        }
      }
    }
    #expect(moved > 10)
  }
}
