import CellEngine
import Screen

/// What peepholes are not: the full matrix that people expect, with all but its diagonal crossed out.
struct PeepholeGhost {
  private let session: Session
  private let language: Language
  private let cellColumns = 3
  private let labelColumns = 5

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// How wide it is on a screen.
  func columns(in size: Size) -> Int { size.columns >= 76 ? 30 : 21 }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let count = session.run.cell.unitCount
    write(
      .expected(units: count), at: area.origin, Style(.alert, on: .plain, .strong), area, &canvas)
    let most = min(
      (area.size.columns - labelColumns - 3) / cellColumns, (area.size.rows - 4))
    guard most > 0 else { return }
    let shown = window(of: count, showing: session.unit, fitting: most)
    let cut = shown.count < count
    let top = area.top + 1
    for (place, unit) in shown.enumerated() {
      let style = unit == session.unit ? Style(.plain, on: .focus, .strong) : Style(.faint)
      canvas.write("\(unit + 1)", at: Point(x(place, area), top), style)
      canvas.write(
        String(repeating: " ", count: max(0, 3 - "\(unit + 1)".columns)) + "\(unit + 1)",
        at: Point(area.left, top + 1 + place), style)
      for (column, other) in shown.enumerated() {
        drawElement(row: unit, column: other, at: Point(x(column, area), top + 1 + place), &canvas)
      }
      if cut { canvas.write("…", at: Point(x(shown.count, area), top + 1 + place), Style(.faint)) }
    }
    var y = top + 1 + shown.count
    if cut {
      canvas.write("…", at: Point(area.left + 2, y), Style(.faint))
      canvas.write("…", at: Point(x(shown.count, area), y), Style(.faint))
      y += 1
    }
    guard isOn else { return }
    write(
      .expectedCount(all: count * count, real: count), at: Point(area.left, y), Style(.plain), area,
      &canvas)
  }

  private func x(_ column: Int, _ area: Rectangle) -> Int {
    area.left + labelColumns + column * cellColumns
  }

  /// Whether there are peepholes, so that the diagonal is alive.
  private var isOn: Bool { !PeepholeFan.peepholes(of: session.run.cell.graph).isEmpty }

  /// Alive on the diagonal if there are peepholes, crossed out everywhere else.
  private func drawElement(row: Int, column: Int, at point: Point, _ canvas: inout Canvas) {
    guard row == column else {
      canvas.write("×", at: point, Style(.faint))
      return
    }
    let isSelected = row == session.unit
    canvas.write(
      isOn ? "■" : "□", at: point,
      Style(.peephole, on: isSelected ? .focus : .plain, isSelected ? .strong : []))
  }

  private func write(
    _ phrase: ChainPhrase, at point: Point, _ style: Style, _ area: Rectangle,
    _ canvas: inout Canvas
  ) {
    canvas.write(
      language.text(.chain(phrase), within: area.size.columns), at: point, style,
      limit: area.right)
  }
}
