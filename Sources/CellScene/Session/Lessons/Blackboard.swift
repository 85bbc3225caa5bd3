import CellEngine

/// The session that lessons are given in.
extension Session {
  /// A session in which every lesson can be given: an LSTM first, then a GRU and a plain network, and
  /// whatever else there is by name; nil where a model or a word is missing.
  var blackboard: Session? {
    let given = models[..<givenCount]
    func first(_ isMeant: (CellGraph) -> Bool) -> Int? {
      given.firstIndex { model in
        let kind = model.kind
        return !kind.peepholeGates.contains { kind.isOn(.peephole($0)) }
          && isMeant(model.cell.graph)
      }
    }
    guard
      let lstm = first({ $0.signal(.forget) != nil && $0.signal(.output) != nil }),
      let gru = first({ $0.signal(.relevance) != nil && $0.signal(.forget) == nil }),
      let plain = first({ $0.signal(.memory) == nil }),
      given.contains(where: { $0.cell.unitCount >= 100 && $0.cell.graph.signal(.forget) != nil }),
      let tokens = try? models[lstm].vocabulary.tokens(of: Lesson.sentence)
    else { return nil }
    let turn = [lstm, gru, plain]
    var session = Session(
      model: models[lstm], others: [models[gru], models[plain]],
      named: given.indices.filter { !turn.contains($0) }.map { models[$0] }, tokens: tokens)
    session.takeLook(of: self)
    session.stepTimes = stepTimes
    session.modelsApart = modelsApart
    return session
  }

  /// What is no matter of the cell: how everything looks, and how fast it plays.
  mutating func takeLook(of other: Session) {
    (theme, language, drawsHan, isDrawn) =
      (other.theme, other.language, other.drawsHan, other.isDrawn)
    (isPresenting, hasMouse, speed) = (other.isPresenting, other.hasMouse, other.speed)
  }
}
