import Screen

/// The row above the header while a lesson is given: the claim, what this step shows, its keys.
struct LessonBar {
  private let lesson: GivenLesson
  private let sentence: String

  /// Nil while no lesson is given.
  init?(_ session: Session, _ language: Language) {
    guard let lesson = session.lesson else { return nil }
    self.lesson = lesson
    let symbols = LessonSymbols(session.convention)
    sentence = language.text(.lesson(.step(lesson.number, lesson.step, symbols)))
  }

  private var claim: String { "\(lesson.number + 1)" }
  private var place: String { "\(lesson.step + 1)/\(Lesson.all[lesson.number].steps.count)" }

  /// The same in one line of text.
  var told: LinearPhrase {
    .lesson(
      lesson.number + 1, step: lesson.step + 1, of: Lesson.all[lesson.number].steps.count,
      keys: lesson.keys, sentence)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, Glyph(" ", Style(on: .focus)))
    let (strong, key) = (Style(.plain, on: .focus, .strong), Style(.key, on: .focus, .strong))
    let right = area.right - 1 - place.columns
    canvas.write(place, at: Point(right, area.top), key)
    var end = canvas.write(claim, at: Point(area.left + 1, area.top), key) + 2
    end = canvas.write(sentence, at: Point(end, area.top), strong, limit: right - 1)
    let keys = right - 3 - lesson.keys.columns
    if keys > end + 1 {
      canvas.write(lesson.keys, at: Point(keys, area.top), Style(.key, on: .focus))
    }
  }
}
