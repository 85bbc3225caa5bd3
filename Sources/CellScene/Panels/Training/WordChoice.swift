import CellEngine
import Screen

/// How likely the words of the task's choice are where one of them stands, or after the last word.
struct WordChoice {
  private let session: Session
  private let training: LiveTraining
  private let language: Language
  /// The place before the choice.
  private let before: Int
  private let shares: [(word: String, share: Double)]

  init(_ session: Session, _ run: Run, _ training: LiveTraining, _ language: Language) {
    self.session = session
    self.training = training
    self.language = language
    let before = session.choicePlace.map { $0 - 1 } ?? session.lastTime
    self.before = before
    shares = training.choices.map { word in
      let place = training.tokens(of: [word])?.first
      return (word, place.map { run.outputs[before][$0] } ?? 0)
    }
  }

  /// The word that stands in the sentence.
  private var word: String? { session.choicePlace.map { session.words[$0] } }

  /// What the model says, and whether it is right.
  var narration: Phrase {
    guard training.shown > 0, let best = shares.max(by: { $0.share < $1.share }) else {
      return .training(untrained)
    }
    return .training(
      .choice(
        updates: training.shown, word: best.word, share: Figure.percent(best.share),
        isRight: word.map { $0 == best.word }))
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
      training.count == 0 ? session.keyMap : nil)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    var y = area.top
    if area.size.rows > shares.count {
      drawTitle(
        language.text(
          .training(.choiceTitle(training.choices, after: session.words[before], told: word))),
        in: area, on: &canvas)
      y += 1
    }
    for (row, choice) in shares.enumerated() {
      let isRight = choice.word == word
      let style = Style(isRight ? .prediction : .plain, on: .plain, .strong)
      canvas.write(choice.word, at: Point(area.left + 3, y + row), style)
      drawShare(
        choice.share, columns: max(0, area.size.columns - 16),
        at: Point(area.left + 8, y + row), isRight ? .prediction : .faint, on: &canvas)
    }
  }
}
