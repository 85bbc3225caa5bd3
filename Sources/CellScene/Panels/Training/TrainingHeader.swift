import CellEngine
import Screen

/// The first row while a model is trained: which cell, which unit, how fast.
struct TrainingHeader {
  private let session: Session
  private let training: LiveTraining
  private let language: Language

  init(_ session: Session, _ training: LiveTraining, _ language: Language) {
    self.session = session
    self.training = training
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, Glyph(" ", Style(on: .bar)))
    let x = canvas.write(
      training.kind.graph.name, at: Point(area.left + 1, area.top),
      Style(.memory, on: .bar, .strong))
    canvas.write(
      language.text(.training(.header)), at: Point(x + 2, area.top), Style(on: .bar))
    var parts: [(text: String, style: Style)] = []
    let alert = Style(.alert, on: .bar, .strong)
    if let count = session.count { parts.append((language.text(.countTyped(count)), alert)) }
    if session.isPlaying {
      let rate = Int(session.ticksPerSecond) * session.updatesPerTick
      parts.append((language.text(.training(.rate(rate))), alert))
    }
    let unit = Phrase.unitOf(min(session.unit + 1, training.unitCount), training.unitCount)
    parts.append((language.text(unit), Style(on: .bar).with(.strong)))
    var right = area.right - parts.reduce(0) { $0 + $1.text.columns + 2 }
    for part in parts {
      right = canvas.write(part.text, at: Point(right, area.top), part.style) + 2
    }
  }
}
