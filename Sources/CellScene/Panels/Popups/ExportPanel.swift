import Screen

/// The formats in which the screen can be written into a file, with their keys.
struct ExportPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws at the lower edge: most of what will be in the file stays in sight.
  func draw(above footer: Rectangle, on canvas: inout Canvas) {
    let box = drawPopup(
      on: footer, rows: ExportFormat.allCases.count + 2, title: language.text(.export(.title)),
      on: &canvas)
    for (row, format) in ExportFormat.allCases.enumerated() {
      let y = box.top + 1 + row
      let key = session.keyMap.shortName(of: .export(.save(format)), in: .export)
      let end = canvas.write(key, at: Point(box.left + 2, y), Style(.key, on: .popup, .strong))
      canvas.write(
        language.text(.export(.format(format))), at: Point(max(box.left + 5, end + 1), y),
        Style(on: .popup),
        limit: box.right - 1)
    }
  }
}
