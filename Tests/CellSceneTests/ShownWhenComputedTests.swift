import CellEngine
import Screen
import Testing

@testable import CellScene

/// Nothing is on the screen before it has been computed.
///
/// Every weight that matters only later is given another value; the screen must stay the same.
@Suite struct ShownWhenComputedTests {
  private static let sizes = [(80, 24), (120, 36), (200, 60)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test(arguments: Shipped.others, ["", "E", "t", "T", "e 4 . 5 Enter"])
  func `the screen of another cell does not depend on what comes later`(
    _ shipped: Shipped, view: String
  ) async throws {
    try await Self.check(shipped, view)
  }

  @Test(
    arguments: Shipped.lstms,
    [
      "", "E", "p", "F", "v", "v 1", "v 2", "t", "p t", "f", "p V", "v N N", "T", "T > D",
      "T <", "c", "e 4 . 5 Enter",
    ])
  func `the screen does not depend on what comes later`(
    _ shipped: Shipped, view: String
  ) async throws {
    try await Self.check(shipped, view)
  }

  private static func check(_ shipped: Shipped, _ view: String) async throws {
    for word in [1, 4, 8] {
      for microStep in 0...10 {
        await Task.yield()
        let count = "\(microStep)".map { "\($0) " }.joined()
        let keys = "\(word) G " + (microStep == 0 ? "" : count + "Space ") + view
        let session = try shipped.session(keys: keys)
        let other = Self.changingWhatComesLater(session)
        var changed = Session(model: other, tokens: session.tokens)
        changed.press(keys)
        #expect(changed.place == session.place)
        let isEnd = word == 8 && session.stage == .prediction
        let isTested = changed.state.outputs != session.state.outputs
        #expect(session.view == .chain || isTested == !isEnd)
        for size in Self.sizes {
          let (seen, expected) = (Scene(changed, size: size), Scene(session, size: size))
          try #require(
            seen.canvas() == expected.canvas(),
            "\(size), word \(word), micro-step \(session.microStep)")
        }
      }
    }
  }

  /// The model with other weights for everything that is computed after the shown micro-step.
  ///
  /// In the first time step these are all weights of later signals; in a later one, what those
  /// weights say about the present word, which has not been read before. For words yet to come it
  /// is what all weights say about them. The readout changes until it is shown.
  private static func changingWhatComesLater(_ session: Session) -> SequenceModel {
    var model = session.model
    let graph = model.cell.graph
    let read = Set(session.tokens[...session.time])
    let present = session.tokens[session.time]
    for (index, parameter) in graph.parameters.enumerated() {
      let id = ParameterID(index)
      let isLater =
        graph.signal(parameter.target).map { signal in
          session.run.counterpart(of: signal, session).map {
            !session.run.isKnown($0, after: session.microStep)
          } ?? true
        } ?? true
      var values = Array(model.cell[id])
      for place in values.indices {
        let word = parameter.columns == .inputs ? place % model.vocabulary.count : nil
        let isYetToCome = word.map { !read.contains($0) } ?? false
        let isPresent = session.time == 0 || word == present
        if isYetToCome || isLater && isPresent { values[place] = 1.5 - 2 * values[place] }
      }
      model.cell[id] = values[...]
    }
    // A chain shows the outputs of the words before.
    if session.stage != .prediction, session.view != .chain || session.time == 0 {
      for place in model.readout.parameters.indices { model.readout.parameters[place] *= -1.5 }
    }
    return model
  }
}

extension Run {
  /// The signal of this run that has the name of a signal of the model as trained.
  fileprivate func counterpart(of signal: SignalID, _ session: Session) -> SignalID? {
    names.signal(named: SignalNames(session.model.cell.graph)[signal])
  }
}
