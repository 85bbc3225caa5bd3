import CellEngine

/// The session that lessons are given in.
extension Session {
  /// A session in which every lesson can be given: an LSTM first, then a GRU and a plain network, and
  /// whatever else there is by name; nil where a model or a word is missing.
  ///
  /// They may be models with other words than the sentence that is looked at.
  var blackboard: Session? {
    let all = models[..<givenCount] + modelsApart
    let readers = all.filter { model in
      model.predicts && model.reading.isOneHot
        && (try? model.vocabulary.tokens(of: Lesson.sentence)) != nil
    }
    return readers.lazy.compactMap { reader in
      blackboard(of: readers.filter { $0.vocabulary == reader.vocabulary })
    }.first
  }

  /// The session on models that all know the same words.
  private func blackboard(of given: [SequenceModel]) -> Session? {
    func first(_ isMeant: (CellGraph) -> Bool) -> Int? {
      given.firstIndex { model in
        model.kind.gatesWithPeephole.isEmpty && isMeant(model.cell.graph)
      }
    }
    guard
      let lstm = first({ $0.signal(.forget) != nil && $0.signal(.output) != nil }),
      let gru = first({ $0.signal(.relevance) != nil && $0.signal(.forget) == nil }),
      let plain = first({ $0.signal(.memory) == nil }),
      given.contains(where: { $0.cell.unitCount >= 100 && $0.cell.graph.signal(.forget) != nil }),
      let tokens = try? given[lstm].vocabulary.tokens(of: Lesson.sentence)
    else { return nil }
    let turn = [lstm, gru, plain]
    var session = Session(
      model: given[lstm], others: [given[gru], given[plain]],
      named: given.indices.filter { !turn.contains($0) }.map { given[$0] }, tokens: tokens)
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
