import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is said about each stage of the backward pass.
@Suite struct GradientSentenceTests {
  @Test(arguments: Shipped.allCases)
  func `what is said about the gradient is a sentence that fits`(_ shipped: Shipped) throws {
    for sentence in Shipped.sentences {
      var session = try shipped.session(sentence, keys: "2 G d")
      for time in session.tokens.indices {
        for microStep in session.run.microSteps.indices {
          for unit in 0..<8 {
            (session.time, session.microStep, session.unit) = (time, microStep, unit)
            let said = GradientPhrase.narration(session.backwardNarration(Backpass(session)))
            let phrase = Phrase.gradient(said)
            let (text, short) = (
              Language.english.text(phrase), Language.english.shortText(phrase)
            )
            try #require(text.hasSuffix(".") && short.hasSuffix("."))
            try #require(min(text.columns, short.columns) <= 77, "\(text)")
            try #require(short.columns <= 57, "\(short)")
          }
        }
      }
    }
  }

  @Test func `behind one minus a gate the slope is said with the other sign`() throws {
    let kinds = Examples.kinds.filter { kind in
      kind.graph.signals.contains {
        if case .complement = kind.graph[$0].operation { true } else { false }
      }
    }
    try #require(kinds.count > 5)
    for kind in kinds { try Self.checkComplements(kind) }
  }

  private static func checkComplements(_ kind: CellKind) throws {
    var compared = 0
    var session = try Examples.session(kind)
    session.press("4 G d")
    let graph = session.run.cell.graph
    for (microStep, stage) in session.run.microSteps.enumerated() {
      guard case .computation(let signal) = stage,
        case .complement = graph[signal].operation
      else { continue }
      session.microStep = microStep
      let pass = Backpass(session)
      guard case .negated(let value, let parts) = session.backwardNarration(pass) else {
        Issue.record("\(kind): nothing is said about the sign of \(signal)")
        continue
      }
      let shares = session.workedShares(pass)
      #expect(shares.map(\.value) == [-pass.adjoint(signal, unit: session.unit)])
      let sentence = Language.english.text(
        .gradient(.narration(.negated(value: value, parts: parts))))
      #expect(sentence.contains("is \(parts[0].value) for \(shares[0].target)"))
      #expect((value.first == "−") != (parts[0].value.first == "−"))
      compared += 1
    }
    #expect(compared > 0, "\(kind)")
  }

  @Test(arguments: Shipped.allCases)
  func `every number that is said has its power of ten and is no signed zero`(
    _ shipped: Shipped
  ) throws {
    for keys in ["7 G $ d", "3 G $ d", "7 G $ d j j j"] {
      var session = try shipped.session(keys: keys)
      let pass = Backpass(session)
      for microStep in session.run.microSteps.indices {
        session.microStep = microStep
        let said = session.backwardNarration(Backpass(session))
        for language in Language.allCases {
          let phrase = Phrase.gradient(.narration(said))
          for text in [language.text(phrase), language.shortText(phrase)] {
            let slopes = text.matches(of: /[+−][0-9]*\.[0-9]+/)
            for slope in slopes {
              #expect(text[slope.range.upperBound...].hasPrefix(pass.unitText), "\(text)")
              #expect(slope.output.contains { "123456789".contains($0) }, "\(text)")
            }
          }
        }
        let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
        let isOnOutline = lines.contains { $0.contains("╭──") && $0.contains("∂loss/∂… · 10") }
        #expect(isOnOutline == !pass.unitText.isEmpty)
      }
    }
  }

  @Test(arguments: Shipped.allCases)
  func `a slope's number is what the sum before the function gets`(_ shipped: Shipped) throws {
    var sums = 0
    try everyStage(shipped) { session, pass in
      guard case .computation(let signal) = session.stage,
        case .activation(let function, let operand) = session.run.cell.graph[signal].operation
      else { return }
      let share = try #require(pass.stage.shares.first)
      let value = pass.told(pass.scaled(share.values[session.unit]))
      let said = session.backwardNarration(pass)
      let isSum = session.run.cell.graph.readerThatSwallows(operand) == signal
      let target = session.adjointSymbol(of: operand)
      for language in Language.allCases {
        let text = language.text(.gradient(.narration(said)))
        let order = language == .english ? [value, target] : ["′", value, target]
        try #require(isInOrder(order, in: text), "\(text)")
        try #require(target.hasPrefix("Σ") == isSum, "\(text)")
        if isSum { try #require(text.contains(session.notation.symbol(function)), "\(text)") }
        for other in pass.stage.shares.dropFirst() {
          try #require(!text.contains(session.adjointSymbol(of: other.target)), "\(text)")
        }
      }
      // Of a sum that nothing else reads, it is the whole slope.
      if isSum {
        #expect(value == pass.told(pass.adjoint(operand, unit: session.unit)))
        sums += 1
      }
    }
    #expect(sums >= 64)
  }

  @Test(arguments: Shipped.allCases)
  func `a row through a matrix has the name of all units`(_ shipped: Shipped) throws {
    var compared = 0
    try everyStage(shipped) { session, pass in
      let shares = pass.stage.shares.filter { share in
        if case .nextStep = share.source { session.time < session.loss.step } else { true }
      }
      for (share, row) in zip(shares, session.workedShares(pass)) {
        guard case .signal(let source) = share.source else { continue }
        let one = session.adjointSymbol(of: source)
        guard case .transposed = share.rule else {
          try #require(row.source == .signal(one))
          continue
        }
        let all = session.adjointSymbol(of: source, ofAllUnits: true)
        let index = session.notation.index(session.unit)
        try #require(row.source == .allUnits(all) && one == all + (one == all ? "" : index))
        compared += 1
      }
    }
    #expect(compared >= 64)
  }

  @Test func `the table says that all units pass a slope on through a matrix`() throws {
    for (language, name) in [("", "all ΣΓo<6> → a<5>₈"), ("A", "全部 ΣΓo<6> → a<5>₈")] {
      let session = try Shipped.agreement.session(keys: "6 G $ d Space Space Space \(language)")
      let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
      #expect(lines.contains { $0.contains(name) })
      #expect(lines.contains { $0.contains("ΣΓo<6>₈") && $0.contains("σ′ .08") })
    }
  }

  /// Every stage at every word of some sentences, for eight units.
  private func everyStage(
    _ shipped: Shipped, _ body: (Session, Backpass) throws -> Void
  ) throws {
    for sentence in Shipped.sentences.prefix(2) {
      var session = try shipped.session(sentence, keys: "4 G d")
      for time in 0...session.loss.step {
        for microStep in session.run.microSteps.indices {
          (session.time, session.microStep) = (time, microStep)
          let pass = Backpass(session)
          for unit in 0..<8 {
            session.unit = unit
            try body(session, pass)
          }
        }
      }
    }
  }

  private func isInOrder(_ parts: [String], in text: String) -> Bool {
    var rest = text[...]
    for part in parts {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test(arguments: ["", "A "])
  func `every row but those of the next word has its rule`(key: String) throws {
    var sums = 0
    for (shipped, output) in [(Shipped.agreement, "a<6>₈"), (.gru, "c<6>₆")] {
      let session = try shipped.session(keys: key + "6 G $ d")
      let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
      #expect(
        lines.contains { $0.contains("→ \(output)   Wyᵀ(ŷ − y) = ") }, "\(lines)")
      try everyStage(shipped) { session, pass in
        for share in session.workedShares(pass) {
          if case .next = share.source { continue }
          #expect(!share.worked.isEmpty && share.worked != share.shown.text, "\(share)")
        }
        guard let signal = session.currentSignal,
          case .sum = session.run.cell.graph[signal].operation
        else { return }
        sums += 1
        #expect(session.workedShares(pass).allSatisfy { $0.worked.hasSuffix(" × 1") })
      }
    }
    #expect(sums > 0)
  }

  @Test func `what is shown as it is has a slope too`() throws {
    let session = try Shipped.gru.session(keys: "6 G $ d")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("=∂a<6>") }, "\(lines)")
    let forward = try Shipped.gru.session(keys: "6 G $")
    let values = Scene(forward, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(values.contains { $0.contains("=a<6>") && !$0.contains("∂") })
  }

  @Test func `one thing goes back, two go`() throws {
    for (shipped, verb) in [(Shipped.agreement, " go "), (.gru, " goes "), (.rnn, " goes ")] {
      let session = try shipped.session(keys: "7 G $ d 0 $")
      let said = GradientPhrase.narration(session.backwardNarration(Backpass(session)))
      #expect(Language.english.text(.gradient(said)).hasPrefix("Back to “fish”" + verb))
    }
  }

  @Test(arguments: Examples.kinds)
  func `only a sum without weights is said to pass on what it gets`(_ kind: CellKind) throws {
    var session = try Examples.session(kind)
    session.press("4 G d")
    for microStep in session.run.microSteps.indices {
      session.microStep = microStep
      let pass = Backpass(session)
      let rules = pass.stage.shares.map(\.rule)
      switch session.backwardNarration(pass) {
      case .passed: #expect(rules.allSatisfy { $0 == .pass }, "\(kind)")
      case .spread:
        #expect(rules.contains { if case .transposed = $0 { true } else { false } }, "\(kind)")
      case .weighted:
        #expect(rules.allSatisfy { if case .peephole = $0 { true } else { false } }, "\(kind)")
      case .loss, .output, .fromNext, .nothing, .negated, .multiplied, .sloped, .cut, .arrived:
        continue
      }
    }
  }
}
