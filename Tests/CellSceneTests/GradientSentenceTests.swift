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
      guard case .negated(_, let value, let parts) = session.backwardNarration(pass) else {
        Issue.record("\(kind): nothing is said about the sign of \(signal)")
        continue
      }
      let shares = session.workedShares(pass)
      #expect(shares.map(\.value) == [-pass.adjoint(signal, unit: session.unit)])
      let sentence = Language.english.text(
        .gradient(.narration(.negated(symbol: "s", value: value, parts: parts))))
      #expect(sentence.contains("is \(parts[0].value) for \(shares[0].target)"))
      #expect((value.first == "−") != (parts[0].value.first == "−"))
    }
  }
}
