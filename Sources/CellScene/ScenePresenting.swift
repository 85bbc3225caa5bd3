import Screen

/// The picture alone, for a lecture: no header, no footer, no equations.
extension Scene {
  /// Whether the picture stands alone now; a pop-up brings back its own keys in the footer.
  var isPresented: Bool { session.isPresenting && session.popup == nil }

  /// A view of one cell gets all the room there is; the other views lose their edges.
  func presentation(_ layout: ScreenLayout) -> Canvas {
    guard session.view.isOneCell else { return whole.picture().rows(1..<size.rows + 1) }
    var canvas = Canvas(size: size)
    drawPicture(layout, on: &canvas)
    return canvas
  }

  /// The same scene with a header above the screen and a footer below it.
  var whole: Scene {
    var session = session
    session.isPresenting = false
    return Scene(session, size: Size(columns: size.columns, rows: size.rows + 2))
  }
}

extension ScreenLayout {
  /// Words, picture and sentence with what is left of the rows between them; nil if it is too small.
  init?(presentingIn size: Size) {
    guard size.columns >= Self.leastSize.columns, size.rows >= Self.leastSize.rows else {
      return nil
    }
    let columns = min(Diagram.mostSize.columns, size.columns)
    let left = (size.columns - columns) / 2
    let rows = min(Diagram.mostSize.rows, size.rows - 5)
    let spare = size.rows - rows - 3
    func block(_ y: Int, _ rows: Int) -> Rectangle {
      Rectangle(x: left, y: y, columns: columns, rows: rows)
    }
    let top = spare / 3
    let picture = top + 2 + (spare - top) / 3
    let sentence = picture + rows + (size.rows - picture - rows) / 2
    let nothing = Rectangle(x: 0, y: size.rows, columns: size.columns, rows: 0)
    self.init(
      header: Rectangle(x: 0, y: 0, columns: size.columns, rows: 0), tape: block(top, 2),
      fork: nothing, diagram: block(picture, rows), narration: block(sentence, 1),
      equations: nothing, equationsHaveTitle: false, timeline: nothing, history: nothing,
      footer: nothing)
  }
}
