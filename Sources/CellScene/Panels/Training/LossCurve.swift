import CellEngine
import Screen

/// The loss of all updates so far as block characters, the shown update marked below.
///
/// A full column is the loss of the first update, so the scale never changes.
struct LossCurve {
  private let training: LiveTraining
  private let language: Language
  private let labelColumns = 7

  init(_ training: LiveTraining, _ language: Language) {
    self.training = training
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 2, area.size.columns > labelColumns + 2 else { return }
    drawTitle(language.text(.training(.lossTitle)), in: area, on: &canvas)
    let curve = Rectangle(
      x: area.left + labelColumns, y: area.top + 1,
      columns: area.size.columns - labelColumns - 2, rows: area.size.rows - 2)
    drawScale(curve, area, on: &canvas)
    drawAxis(curve, on: &canvas)
    guard let first = training.losses.first else { return }
    for (column, loss) in means(columns: curve.size.columns) {
      let shown = place(of: training.shown, in: curve)
      let style = Style(column < shown ? .memory : column == shown ? .key : .faint)
      let height = first > 0 ? loss / first * Double(curve.size.rows) : 0
      for row in 0..<curve.size.rows {
        guard let character = block(height - Double(row)) else { break }
        canvas[curve.left + column, curve.bottom - 1 - row] = Glyph(character, style)
      }
    }
  }

  /// The loss of the first update at the top, 0 at the bottom, and the shown one in the heading.
  private func drawScale(_ curve: Rectangle, _ area: Rectangle, on canvas: inout Canvas) {
    write("0", endingAt: curve.left - 1, curve.bottom - 1, Style(.plain), on: &canvas)
    guard let first = training.losses.first else { return }
    write(Figure.label(first), endingAt: curve.left - 1, curve.top, Style(.plain), on: &canvas)
    guard training.shown > 0 else { return }
    let now = " " + Figure.label(training.losses[training.shown - 1]) + " "
    write(
      now, endingAt: area.right - 1, area.top, Style(.plain, on: .plain, .strong), on: &canvas)
  }

  private func drawAxis(_ curve: Rectangle, on canvas: inout Canvas) {
    let y = curve.bottom
    for x in curve.left..<curve.right { canvas[x, y] = Glyph("─", Style(.faint)) }
    write("\(LiveTraining.updates)", endingAt: curve.right, y, Style(.plain), on: &canvas)
    let isLatest = training.shown == training.count
    let mark = language.text(.training(.shown(training.shown, isLatest: isLatest)))
    let x = curve.left + place(of: training.shown, in: curve)
    let style = Style(.key, on: .plain, .strong)
    guard x + mark.columns + 5 > curve.right else {
      canvas.write(mark + " ", at: Point(x, y), style)
      return
    }
    // Near the right edge the words stand before the arrow.
    let words = mark.dropFirst(2) + " " + mark.prefix(1)
    write(String(words), endingAt: x + 1, y, style, on: &canvas)
    for past in (x + 1)..<max(x + 1, curve.right) { canvas[past, y] = Glyph("─", Style(.faint)) }
  }

  private func write(
    _ text: String, endingAt right: Int, _ y: Int, _ style: Style, on canvas: inout Canvas
  ) {
    canvas.write(text, at: Point(right - text.columns, y), style)
  }

  /// The column of an update, counted from 1; 0 stands in the first column.
  private func place(of update: Int, in curve: Rectangle) -> Int {
    max(0, update - 1) * curve.size.columns / LiveTraining.updates
  }

  /// The mean loss of the updates of each column.
  private func means(columns: Int) -> [(column: Int, loss: Double)] {
    var sums: [(column: Int, sum: Double, count: Int)] = []
    for (update, loss) in training.losses.enumerated() {
      let column = update * columns / LiveTraining.updates
      if let last = sums.last, last.column == column {
        sums[sums.count - 1] = (column, last.sum + loss, last.count + 1)
      } else {
        sums.append((column, loss, 1))
      }
    }
    return sums.map { ($0.column, $0.sum / Double($0.count)) }
  }

  /// The block that fills so much of a character cell; nil for less than a sixteenth.
  private func block(_ share: Double) -> Character? {
    let eighths = Int((min(max(0, share), 1) * 8).rounded())
    return eighths > 0 ? Array("▁▂▃▄▅▆▇█")[eighths - 1] : nil
  }
}
