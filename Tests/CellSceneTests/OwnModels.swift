import CellEngine
import CellScene
import Screen

/// Models that are not this program's: over numbers, or with an embedding.
extension Examples {
  /// A session over the numbers of a sequence, perhaps in the upper one of two layers, perhaps with a
  /// layer behind it that makes some numbers of what the cell shows.
  static func numbers(
    _ kind: CellKind = .lecture, inputs: Int = 2, isUpper: Bool = false, outputs: Int = 0,
    initial: [Role: [Double]] = [:]
  ) -> Session {
    var readout = Readout<Double>(words: outputs, units: 6)
    for index in readout.parameters.indices { readout.parameters[index] = spread(index + 29) }
    let rows = (0..<9).map { step in (0..<inputs).map { spread(step * inputs + $0 + 3) } }
    let below = isUpper ? CellStack([[filled(kind, inputs: inputs, units: 4)]]) : nil
    let names = rows.indices.map { "#\($0 + 1)" }
    let model = SequenceModel(
      name: "numbers", kind: kind, cell: filled(kind, inputs: isUpper ? 4 : inputs, units: 6),
      vocabulary: Vocabulary(names), readout: outputs > 0 ? readout : nil, predictsWords: false,
      reading: Reading(.sequence(rows), below: below), initial: initial)
    let tokens = Array(rows.indices)
    return Session(model: model.measured(over: tokens), tokens: tokens)
  }

  /// A session over the numbers of a sequence, in the cell of two that reads from the start; the other,
  /// `l0_reverse`, reads from the end.
  static func twoDirections() -> Session {
    let rows = (0..<9).map { [spread($0 + 3)] }
    let vocabulary = Vocabulary(rows.indices.map { "#\($0 + 1)" })
    let models = [false, true].map { isReversed in
      SequenceModel(
        name: isReversed ? "l0_reverse" : "l0", kind: .lecture,
        cell: filled(.lecture, inputs: 1, units: 6), vocabulary: vocabulary, readout: nil,
        reading: Reading(.sequence(rows), isReversed: isReversed))
    }
    return Session(model: models[0], named: [models[1]], tokens: Array(rows.indices))
  }

  /// A session over words that are rows of an embedding, with other models of the same words.
  static func embedded(others: [SequenceModel] = []) throws -> Session {
    let vocabulary = Vocabulary(words)
    var readout = Readout<Double>(words: words.count, units: 6)
    for index in readout.parameters.indices { readout.parameters[index] = spread(index + 11) }
    let model = SequenceModel(
      name: "embedded", kind: .lecture, cell: filled(.lecture, inputs: 3, units: 6),
      vocabulary: vocabulary, readout: readout,
      reading: Reading(
        .embedding(words.indices.map { word in (0..<3).map { spread(word * 3 + $0) } })))
    let tokens = try vocabulary.tokens(of: sentence)
    return Session(model: model.measured(over: tokens), others: others, tokens: tokens)
  }

  /// The rows of the screen.
  static func lines(_ session: Session, _ size: Size = Size(columns: 80, rows: 24))
    -> [String]
  {
    Scene(session, size: size).canvas().lines
  }

  private static func filled(_ kind: CellKind, inputs: Int, units: Int) -> Cell<Double> {
    var cell = Cell<Double>(kind.graph, inputs: inputs, units: units)
    for index in cell.parameters.indices { cell.parameters[index] = spread(index) }
    return cell
  }
}
