import CellEngine
import Screen

/// A slope of the backward pass beside the one that two runs measure.
struct CheckPanel {
  private let session: Session
  private let place: Int
  private let language: Language

  init(_ session: Session, _ place: Int, _ language: Language) {
    self.session = session
    self.place = place
    self.language = language
  }

  /// Draws over the rows above the footer.
  func draw(above footer: Rectangle, below narration: Rectangle, on canvas: inout Canvas) {
    let lines = lines
    let box = Rectangle.popup(below: narration, on: footer, rows: lines.count + 2)
    let title = language.text(.gradient(.checkTitle), within: box.size.columns - 6)
    drawPopup(box, title: title, on: &canvas)
    let count = language.text(.gradient(.checkPlace(place + 1, of: session.checkable.count)))
    let end = Point(box.right - 2 - count.columns, box.bottom - 1)
    canvas.write(count, at: end, Style(.key, on: .popup))
    for (row, line) in lines.enumerated() {
      let y = box.top + 1 + row
      let style = Style(.plain, on: .popup, line.isStrong ? .strong : [])
      canvas.write(line.label, at: Point(box.left + 2, y), style, limit: box.right - 1)
      canvas.write(
        line.value, at: Point(min(box.right - 2, box.left + 58) - line.value.columns, y), style)
    }
  }

  private typealias Line = (label: String, value: String, isStrong: Bool)

  private var lines: [Line] {
    let subjects = session.checkable
    guard let check = NumberCheck(session, subjects[place % subjects.count]) else {
      return [(language.text(.gradient(.checkTooLate(session.model.piece))), "", false)]
    }
    let difference = check.difference
    let shown = ShownDifference(difference)
    func line(_ phrase: GradientPhrase, _ value: String, _ isStrong: Bool = false) -> Line {
      (language.text(.gradient(phrase)), value, isStrong)
    }
    func number(_ offset: Double) -> String {
      Figure.text(check.value + offset, 5, sign: .always)
    }
    return [
      line(
        .checkLoss(symbol: check.symbol, number: number(difference.width)), shown.above),
      line(
        .checkLoss(symbol: check.symbol, number: number(-difference.width)), shown.below),
      line(.checkMeasured, shown.measured, true),
      line(
        .checkBackward(slope: Notation.slope(by: check.symbol)),
        Figure.text(difference.analytic, 10, sign: .always), true),
      line(.checkError, Brief.text(difference.relativeError)),
    ]
  }
}
