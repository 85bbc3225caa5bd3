import CellEngine
import Screen

/// One sentence: what this micro-step does, or what there is to say about the last key.
struct NarrationPanel {
  private let session: Session
  private let sentence: Phrase
  private let language: Language

  /// - Parameter sentence: what the view has to say while there is nothing to say about a key; the
  ///   micro-step if nothing is given.
  init(_ session: Session, _ language: Language, saying sentence: Phrase? = nil) {
    self.session = session
    self.sentence = sentence ?? .narration(session.narration)
    self.language = language
  }

  /// Whether it says the view's sentence, and not a shorter one for want of room.
  func saysAll(in columns: Int) -> Bool {
    session.notice == nil && language.text(sentence).columns <= room(in: columns)
  }

  private func room(in columns: Int) -> Int { columns - 3 }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    let phrase: Phrase =
      session.notice.map { .notice($0, session.keyMap, session.model.piece) } ?? sentence
    let text = language.text(phrase, within: room(in: area.size.columns))
    let style = Style(session.notice == nil ? .plain : .alert, on: .plain, .strong)
    canvas.write(
      "▸", at: Point(area.left, area.top), Style(.key, on: .plain, .strong))
    canvas.write(text, at: Point(area.left + 2, area.top), style, limit: area.right)
  }
}
