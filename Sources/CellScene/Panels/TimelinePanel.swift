import CellEngine
import Screen

/// Values over time, one row for each signal and unit, the present step marked.
struct TimelinePanel {
  /// One row: a unit's value of a signal at every step.
  struct Row {
    let label: String
    let signal: SignalID
    let unit: Int
    let isSelected: Bool
  }

  private let session: Session
  private let language: Language
  private let labelColumns = 10

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// The memory of as many units as fit around the selected one.
  func drawMemory(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 1 else { return }
    let memory = session.shownMemory
    let count = session.run.cell.unitCount
    let units = window(of: count, showing: session.unit, fitting: area.size.rows - 1)
    let rows = units.map { unit in
      Row(
        label: session.notation.bareSymbol(memory.role) + session.notation.index(unit),
        signal: memory.signal, unit: unit, isSelected: unit == session.unit)
    }
    let shown = Phrase.unitsShown(first: units.lowerBound + 1, last: units.upperBound, of: count)
    let title = session.notation.symbol(memory.role, .general)
    draw(
      rows, in: area, title: title, remark: units.count < count ? language.text(shown) : "",
      on: &canvas)
  }

  /// All named signals of the selected unit.
  func drawUnit(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 1 else { return }
    let equations = session.run.cell.graph.equations(session.notation)
    let rows = equations.prefix(area.size.rows - 1).map { equation in
      Row(
        label: equation.left.text, signal: equation.signal, unit: session.unit,
        isSelected: equation.signal == session.currentSignal)
    }
    draw(
      Array(rows), in: area, title: language.text(.unitTitle(session.unit + 1)), remark: "",
      on: &canvas)
  }

  private func draw(
    _ rows: [Row], in area: Rectangle, title: String, remark: String, on canvas: inout Canvas
  ) {
    drawTitle(title, in: area, on: &canvas)
    let columns = WordColumns(
      session.words, around: session.time, least: 9, in: area.size.columns - labelColumns - 1)
    var end = area.left + labelColumns
    for (time, column) in columns.places {
      end = canvas.write(
        " " + session.words[time] + " ",
        at: Point(area.left + labelColumns + column, area.top), session.wordStyle(at: time),
        limit: area.right)
    }
    if !remark.isEmpty, end + remark.columns + 5 < area.right {
      canvas.write(
        " " + remark + " ", at: Point(area.right - remark.columns - 4, area.top), Style(.faint))
    }
    for (place, row) in rows.enumerated() {
      let y = area.top + 1 + place
      let ink = session.run.cell.graph.colourRole(of: row.signal)?.ink ?? .plain
      canvas.write(
        (row.isSelected ? "▸ " : "  ") + row.label, at: Point(area.left, y),
        row.isSelected ? Style(ink, on: .plain, .strong) : Style(.plain))
      for (time, column) in columns.places {
        draw(row, time, at: Point(area.left + labelColumns + column, y), on: &canvas)
      }
    }
  }

  private func draw(_ row: Row, _ time: Int, at point: Point, on canvas: inout Canvas) {
    guard var figure = session.remembered(row.signal, at: time, unit: row.unit) else {
      canvas.write("·", at: Point(point.x + 1, point.y), Style(.faint))
      return
    }
    if session.run.cell.sign(of: row.signal) == .negative {
      let ink = session.run.cell.graph.colourRole(of: row.signal)?.ink ?? .plain
      figure = StyledFigure(
        text: figure.text, style: Style(ink, on: .plain, figure.style.emphasis))
    }
    let value = session.run.trace[row.signal, time, row.unit]
    let bar = ValueBar.character(value.magnitude / session.run.scale(of: row.signal))
    let style = figure.style.with(time == session.time ? .strong : [])
    canvas.write(String(bar), at: Point(point.x + 1, point.y), style)
    canvas.write(figure.text, at: Point(point.x + 3, point.y), style)
  }
}

/// The places that are shown when not all fit: a window that follows the selected one.
func window(of count: Int, showing selected: Int, fitting: Int) -> Range<Int> {
  let size = min(count, max(0, fitting))
  let first = min(max(0, selected - size / 2), count - size)
  return first..<(first + size)
}

/// A number from 0 to 1 as a bar of one character.
enum ValueBar {
  private static let characters = Array("▁▂▃▄▅▆▇█")

  /// A share of one as a bar from left to right, in eighths of a column; at least an eighth, an arrow at
  /// the end of one beyond a full one, and `?` where it is no number.
  static func across(_ share: Double, columns: Int) -> String {
    guard !share.isNaN else { return "?" }
    let eighths = max(1, Int((min(max(0, share), 2) * Double(columns * 8)).rounded()))
    guard eighths <= columns * 8 else {
      return String(repeating: "█", count: max(0, columns - 1)) + "▶"
    }
    let rest = Array("▏▎▍▌▋▊▉")
    return String(repeating: "█", count: eighths / 8)
      + (eighths % 8 == 0 ? "" : String(rest[eighths % 8 - 1]))
  }

  /// What stands for a share that no bar can show.
  static let beyond: Character = "↑"

  /// The bar nearest to a share, an arrow beyond a full one; what is no number is `?`.
  static func character(_ share: Double) -> Character {
    guard !share.isNaN else { return "?" }
    let place = (min(max(0, share), 2) * 7).rounded()
    return place < 8 ? characters[Int(place)] : beyond
  }
}
