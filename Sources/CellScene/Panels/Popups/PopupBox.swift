import Screen

extension Rectangle {
  /// Where a pop-up stands below the sentence of the view; where it has no room there, it goes up.
  ///
  /// - Parameters:
  ///   - edge: the row on which it stands at the lowest, such as the footer.
  ///   - spare: so many rows are not left over between the two: then it stands on the edge.
  static func popup(
    below sentence: Rectangle, on edge: Rectangle, rows: Int, mostColumns: Int = 80,
    sparing spare: Int = 0
  ) -> Rectangle {
    let lowest = edge.top - rows
    return Rectangle(
      x: edge.left, y: lowest - sentence.bottom <= spare ? lowest : sentence.bottom,
      columns: min(edge.size.columns, mostColumns), rows: rows)
  }
}

/// Draws an empty pop-up at the lower edge: most of the screen stays in sight.
///
/// - Parameter rows: with those of its edges.
/// - Returns: where it stands.
func drawPopup(
  on footer: Rectangle, rows: Int, title: String, on canvas: inout Canvas
) -> Rectangle {
  let box = Rectangle(
    x: 0, y: max(0, footer.top - rows), columns: min(footer.size.columns, 80), rows: rows)
  drawPopup(box, title: title, on: &canvas)
  return box
}

/// Draws an empty pop-up with a title in its upper edge.
///
/// To its right nothing stays: the end of a number would be read for a whole one.
func drawPopup(_ box: Rectangle, title: String, on canvas: inout Canvas) {
  let beside = Rectangle(
    x: box.right, y: box.top, columns: canvas.size.columns - box.right, rows: box.size.rows)
  canvas.fill(beside, Glyph(" ", Style()))
  canvas.fill(box, Glyph(" ", Style(on: .popup)))
  canvas.outline(box, Style(.frame, on: .popup))
  canvas.write(
    " " + title + " ", at: Point(box.left + 2, box.top), Style(.plain, on: .popup, .strong))
}

/// Prepares a line of a list in a pop-up: the chosen one has a mark and a ground of its own.
///
/// - Returns: the ground to write on.
func drawLine(isChosen: Bool, in area: Rectangle, on canvas: inout Canvas) -> Ground {
  let ground: Ground = isChosen ? .focus : .popup
  canvas.fill(area, Glyph(" ", Style(on: ground)))
  if isChosen { canvas.write("▸", at: area.origin, Style(.key, on: ground, .strong)) }
  return ground
}

/// Answers a key in the lower edge of a pop-up that covers the sentence of the view, if it has the room.
func drawAnswer(
  _ phrase: Phrase, on box: Rectangle, _ language: Language, on canvas: inout Canvas
) {
  // Lines that are not shown are counted at the right end of the edge.
  let room = Rectangle(
    x: box.left + 2, y: box.bottom - 1, columns: box.size.columns - 18, rows: 1)
  let text = language.text(phrase, within: room.size.columns - 2)
  guard text.columns <= room.size.columns - 2 else { return }
  canvas.write(" " + text + " ", at: room.origin, Style(.alert, on: .popup, .strong))
}

/// Says in the edges of a pop-up how many lines there are beyond them.
func drawMore(
  above before: Int, below after: Int, on box: Rectangle, _ language: Language,
  on canvas: inout Canvas
) {
  for (count, arrow, y) in [(before, "↑", box.top), (after, "↓", box.bottom - 1)] where count > 0 {
    let text = " \(arrow) " + language.text(.variants(.more(count))) + " "
    canvas.write(text, at: Point(box.right - 3 - text.columns, y), Style(.key, on: .popup))
  }
}
