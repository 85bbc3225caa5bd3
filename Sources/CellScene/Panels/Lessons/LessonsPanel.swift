import Screen

/// The lessons to choose from.
struct LessonsPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws at the lower edge, with as many lines as there is room for.
  func draw(chosen: Int, above footer: Rectangle, on canvas: inout Canvas) {
    let rows = min(Lesson.all.count, max(1, footer.top - 3))
    let shown = window(of: Lesson.all.count, showing: chosen, fitting: rows)
    let box = drawPopup(
      on: footer, rows: shown.count + 2, title: language.text(.lesson(.title)), on: &canvas)
    for (row, place) in shown.enumerated() {
      let line = Rectangle(
        x: box.left + 1, y: box.top + 1 + row, columns: box.size.columns - 2, rows: 1)
      draw(place, isChosen: place == chosen, in: line, on: &canvas)
    }
    let note = " " + language.text(.lesson(.numbers)) + " "
    canvas.write(note, at: Point(box.left + 3, box.bottom - 1), Style(on: .popup))
    drawMore(
      above: shown.lowerBound, below: Lesson.all.count - shown.upperBound, on: box, language,
      on: &canvas)
  }

  private func draw(
    _ place: Int, isChosen: Bool, in area: Rectangle, on canvas: inout Canvas
  ) {
    let ground = drawLine(isChosen: isChosen, in: area, on: &canvas)
    let number = "\(place + 1)"
    canvas.write(
      number, at: Point(area.left + 4 - number.columns, area.top), Style(.key, on: ground, .strong))
    let name = language.text(.lesson(.name(place, LessonSymbols(session.convention))))
    let start = Point(area.left + 6, area.top)
    canvas.write(name.shortened(to: area.right - start.x), at: start, Style(on: ground))
  }
}
