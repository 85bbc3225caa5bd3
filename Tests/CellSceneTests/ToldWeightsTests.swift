import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is said of where weights come from is true: trained, random, 0, or put in by hand.
@Suite struct ToldWeightsTests {
  @Test func `what nobody trained is not said to be trained`() throws {
    func notice(_ keys: String) throws -> WhyNotice? {
      let session = try Shipped.agreement.session(keys: keys)
      guard case .why(let inquiry) = session.popup else { return nil }
      let terms = WhyTerms(inquiry.level, in: session)
      guard case .bottom(let why) = session.nextAsk(terms) else { return nil }
      return why
    }
    #expect(try notice("3 G 0 Space e 7 5 Enter w w") == .edited(symbol: "bf₈"))
    #expect(try notice(": t r a i n Enter Enter 1 G 0 Space w w") == .unlearned(symbol: "bf₈"))
    #expect(
      try notice("3 G e 4 . 5 Enter 3 G 0 Space w w j j j j j")
        == .editedWord(symbol: "x<3>", word: "which"))
    #expect(try notice("e 9 . 9 Enter 0 w") == .edited(symbol: "c<0>₈"))
    #expect(try notice("0 w") == .start(symbol: "c<0>₈"))
  }

  @Test func `before any update only matrices are said to be random`() throws {
    for (shipped, keys, said) in [
      (Shipped.agreement, "", "Weights are random, biases 0 but bf = 1;"),
      (.peephole, "", "Weights are random, biases and peepholes 0 but bf = 1;"),
      (.gru, "", "Weights are random, biases 0;"), (.rnn, "", "Weights are random, biases 0;"),
    ] {
      let session = try shipped.session(keys: keys + " : t r a i n Enter")
      let model = try #require(session.training?.model)
      for (place, parameter) in model.cell.graph.parameters.enumerated() {
        let numbers = Set(model.cell[ParameterID(place)])
        switch parameter.kind {
        case .weight: #expect(numbers.count > 1)
        case .peephole: #expect(numbers == [0])
        case .bias: #expect(numbers == (parameter.target == .forget ? [1] : [0]))
        }
      }
      let lines = Scene(session, size: Size(columns: 120, rows: 36)).canvas().lines
      #expect(lines.contains { $0.contains(said) }, "\(shipped)")
    }
  }

  @Test func `a switch on or off says which matrices are 0`() throws {
    for (shipped, keys, weights) in [
      (Shipped.agreement, "v 4", ["Wr"]), (.gru, "v 1", nil),
      (.gru, "v 1 1", nil), (.agreement, "v 4 4", nil), (.agreement, "v 1", nil),
      (.agreement, ": v a r i a n t Space l s t m Space w i t h Space r e l Enter", ["Wr"]),
    ] {
      let session = try shipped.session(keys: keys)
      guard case .untrained(_, let named) = session.notice else {
        #expect(weights == nil, "\(shipped) \(keys)")
        continue
      }
      #expect(named == weights)
      let text = Language.english.text(.notice(try #require(session.notice)))
      #expect(text.hasSuffix("all 0: the model was trained without."))
      let header = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines[0]
      #expect(header.contains("Wr = 0"))
      #expect(text.columns <= 77)
    }
  }

  @Test(arguments: ["v 1", "v 2"])
  func `a matrix keeps its numbers where a gate comes between it and its state`(keys: String)
    throws
  {
    let trained = try Shipped.gru.session(keys: "").run.cell
    let id = try #require(
      trained.parameter(named: "candidate.weight.relevance_times_previous_memory"))
    let cell = try Shipped.gru.session(keys: keys).run.cell
    let same = cell.graph.parameters.indices.map(ParameterID.init).filter {
      cell.graph.counterpart(of: $0, in: trained.graph) == id
    }
    #expect(same.count == 1 && Array(cell[same[0]]) == Array(trained[id]))
  }
}
