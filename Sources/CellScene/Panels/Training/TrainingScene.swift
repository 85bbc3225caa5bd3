import CellEngine
import Screen

/// A model that is trained: how far, how well, and what one unit makes of the sentence.
struct TrainingScene {
  private let session: Session
  private let training: LiveTraining
  private let size: Size
  private let language: Language

  /// Nil where nothing is trained.
  init?(_ session: Session, size: Size, _ language: Language) {
    guard let training = session.training else { return nil }
    self.session = session
    self.training = training
    self.size = size
    self.language = language
  }

  var layout: TrainingLayout {
    TrainingLayout(
      size: size, signalCount: TrainedSentence.roles(of: training.kind.graph).count)
  }

  func draw(on canvas: inout Canvas) {
    let layout = layout
    drawProgress(in: layout.progress, on: &canvas)
    LossCurve(training, language).draw(in: layout.loss, on: &canvas)
    guard let run = session.trainedRun else {
      let sentence = Phrase.training(.unknownWords)
      NarrationPanel(session, language, saying: sentence).draw(in: layout.narration, on: &canvas)
      return
    }
    TrainedSentence(session, run, language).draw(in: layout.sentence, on: &canvas)
    let choice = WordChoice(session, run, training, language)
    choice.draw(in: layout.verb, on: &canvas)
    NarrationPanel(session, language, saying: choice.narration).draw(
      in: layout.narration, on: &canvas)
  }

  /// How far and how well, and what the model says, in words.
  static func told(
    _ session: Session, _ training: LiveTraining, _ language: Language
  ) -> [String] {
    let shown = training.shown
    let rightChoice = language.text(.training(.rightChoice(training.choices)))
    var parts = [language.text(.training(.progress(training.count, of: LiveTraining.updates)))]
    if shown < training.count {
      parts.append(String(language.text(.training(.shown(shown, isLatest: false))).dropFirst(2)))
    }
    if let right = training.share {
      let loss = Figure.label(training.losses[shown - 1])
      parts.append(language.text(.training(.lossTitle)) + " " + loss)
      parts.append(rightChoice + " " + Figure.percent(right))
    }
    let says =
      session.trainedRun.map { WordChoice(session, $0, training, language).narration }
      ?? .training(.unknownWords)
    return [language.text(.linear(.listed(parts))), language.text(says)]
  }

  private func drawProgress(in area: Rectangle, on canvas: inout Canvas) {
    let done = Phrase.training(.progress(training.count, of: LiveTraining.updates))
    let share = Double(training.count) / Double(LiveTraining.updates)
    let left = area.left + 1
    let barColumns = max(0, area.size.columns - 27)
    canvas.write(language.text(done), at: Point(left, area.top), Style(.plain, on: .plain, .strong))
    drawShare(share, columns: barColumns, at: Point(left + 19, area.top), .memory, on: &canvas)
    let y = area.top + 1
    canvas.write(
      language.text(.training(.rightChoice(training.choices))), at: Point(left, y),
      Style(.plain, on: .plain, .strong))
    guard let right = training.share else {
      canvas.write(
        language.text(.training(.notCounted)), at: Point(left + 19, y), Style(.faint),
        limit: area.right)
      return
    }
    drawShare(right, columns: barColumns, at: Point(left + 19, y), .prediction, on: &canvas)
  }
}

/// A share of one as a bar on a dotted ground, with its percentage behind it.
func drawShare(
  _ share: Double, columns: Int, at point: Point, _ ink: Ink, on canvas: inout Canvas
) {
  guard columns > 0 else { return }
  canvas.write(
    String(repeating: "·", count: columns), at: point, Style(.faint))
  if share > 0 {
    canvas.write(
      ValueBar.across(share, columns: columns), at: point, Style(ink, on: .plain, .strong))
  }
  canvas.write(
    Figure.percent(share), at: Point(point.x + columns + 1, point.y),
    Style(.plain, on: .plain, .strong))
}
