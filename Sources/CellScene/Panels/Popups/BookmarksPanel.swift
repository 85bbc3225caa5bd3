import CellEngine
import Screen

/// The marked places and their letters, while a letter is waited for.
struct BookmarksPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws at the lower edge; where not all fit, the first ones.
  func draw(above footer: Rectangle, on canvas: inout Canvas) {
    let marks = session.bookmarks.sorted { $0.key < $1.key }
    let rows = max(1, min(marks.count, footer.top / 2))
    let title = language.text(.find(.bookmarks))
    let box = drawPopup(on: footer, rows: rows + 2, title: title, on: &canvas)
    guard !marks.isEmpty else {
      canvas.write(
        language.text(.find(.noBookmarks)), at: Point(box.left + 2, box.top + 1),
        Style(.faint, on: .popup), limit: box.right - 1)
      return
    }
    for (row, (letter, bookmark)) in marks.prefix(rows).enumerated() {
      let y = box.top + 1 + row
      canvas.write(String(letter), at: Point(box.left + 2, y), Style(.key, on: .popup, .strong))
      let time = min(bookmark.time, session.lastTime)
      let text = language.text(
        .find(
          .bookmark(
            time: time + 1, word: session.words[time], unit: bookmark.unit + 1,
            session.model.piece)))
      canvas.write(text, at: Point(box.left + 5, y), Style(on: .popup), limit: box.right - 1)
    }
  }
}
