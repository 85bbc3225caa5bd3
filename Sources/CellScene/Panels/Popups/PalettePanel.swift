import Screen

/// The line that finds commands, and what it has found so far with the keys that do the same.
struct PalettePanel {
  private let session: Session
  private let prompt: Prompt
  private let language: Language

  init(_ session: Session, _ prompt: Prompt, _ language: Language) {
    self.session = session
    self.prompt = prompt
    self.language = language
  }

  /// Draws at the lower edge, over half of the screen at most.
  func draw(above footer: Rectangle, on canvas: inout Canvas) {
    let found = session.palette(prompt.text)
    let most = max(1, footer.top / 2 - 3)
    let rows = max(1, min(found.count, most))
    let title = language.text(.palette(.title(found.count)))
    let box = drawPopup(on: footer, rows: rows + 3, title: title, on: &canvas)
    let line = Rectangle(
      x: box.left + 2, y: box.top + 1, columns: box.size.columns - 4, rows: 1)
    PromptPanel(prompt, session, language).draw(in: line, on: &canvas)
    guard !found.isEmpty else {
      canvas.write(
        language.text(.palette(.nothing)), at: Point(box.left + 4, box.top + 2),
        Style(.faint, on: .popup), limit: box.right - 1)
      return
    }
    let shown = window(of: found.count, showing: prompt.choice, fitting: rows)
    for (row, place) in shown.enumerated() {
      let area = Rectangle(
        x: box.left + 1, y: box.top + 2 + row, columns: box.size.columns - 2, rows: 1)
      draw(found[place], isChosen: place == prompt.choice, in: area, on: &canvas)
    }
  }

  /// A command with the letters that were typed marked, at the right its keys.
  private func draw(
    _ entry: PaletteEntry, isChosen: Bool, in area: Rectangle, on canvas: inout Canvas
  ) {
    let ground = drawLine(isChosen: isChosen, in: area, on: &canvas)
    let places = Set(entry.places)
    var x = area.left + 3
    for (place, character) in entry.text.enumerated() {
      let isTyped = places.contains(place)
      x = canvas.write(
        String(character), at: Point(x, area.top),
        Style(isTyped ? .key : .plain, on: ground, isTyped ? [.strong, .underlined] : []),
        limit: area.right - 1)
    }
    guard case .key(let binding) = entry.item else { return }
    let keys = binding.keys.map(\.shortName).joined(separator: " ")
    guard x + 2 + keys.columns < area.right else { return }
    canvas.write(
      keys, at: Point(area.right - 1 - keys.columns, area.top), Style(.key, on: ground, .strong))
  }
}
