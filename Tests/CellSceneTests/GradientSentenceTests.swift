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

  @Test(arguments: Examples.kinds)
  func `behind one minus a gate the slope is said with the other sign`(_ kind: CellKind) throws {
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
    }
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
      case .loss, .fromNext, .nothing, .negated, .multiplied, .sloped, .cut, .arrived: continue
      }
    }
  }
}
