import CellEngine
import Screen

/// How likely was and were are where the verb stands, or after the last word.
struct VerbChoice {
  private let session: Session
  private let training: LiveTraining
  private let language: Language
  /// The word before the verb.
  private let before: Int
  private let shares: [(verb: String, share: Double)]

  init(_ session: Session, _ run: Run, _ training: LiveTraining, _ language: Language) {
    self.session = session
    self.training = training
    self.language = language
    let before = session.verbPlace.map { $0 - 1 } ?? session.lastTime
    self.before = before
    shares = ["was", "were"].map { verb in
      let place = training.tokens(of: [verb])?.first
      return (verb, place.map { run.predictions[before][$0] } ?? 0)
    }
  }

  /// The verb that stands in the sentence.
  private var verb: String? { session.verbPlace.map { session.words[$0] } }

  /// What the model says, and whether it is right.
  var narration: Phrase {
    guard training.shown > 0, let best = shares.max(by: { $0.share < $1.share }) else {
      return .training(untrained)
    }
    return .training(
      .choice(
        updates: training.shown, verb: best.verb, share: Figure.percent(best.share),
        isRight: verb.map { $0 == best.verb }))
  }

  /// What the weights are before any update.
  private var untrained: TrainingPhrase {
    let cell = training.model.cell
    let notation = Notation(session.convention, for: cell.graph)
    var others: [String] = []
    for (place, parameter) in cell.graph.parameters.enumerated() where parameter.kind == .bias {
      guard let value = cell[ParameterID(place)].first, value != 0 else { continue }
      let isWhole = Figure.rounded(value, 0) == value
      others.append("\(notation.bias(parameter.target)) = \(Figure.text(value, isWhole ? 0 : 2))")
    }
    return .untrained(
      hasPeepholes: cell.graph.parameters.contains { $0.kind == .peephole }, others: others,
      session.keyMap)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    var y = area.top
    if area.size.rows > shares.count {
      drawTitle(
        language.text(.training(.verbTitle(after: session.words[before]))), in: area, on: &canvas)
      y += 1
    }
    for (row, choice) in shares.enumerated() {
      let isRight = choice.verb == verb
      let style = Style(isRight ? .prediction : .plain, on: .plain, .strong)
      canvas.write(
        (isRight ? "▸ " : "  ") + choice.verb, at: Point(area.left + 1, y + row), style)
      drawShare(
        choice.share, columns: max(0, area.size.columns - 16),
        at: Point(area.left + 8, y + row), isRight ? .prediction : .faint, on: &canvas)
    }
  }
}
