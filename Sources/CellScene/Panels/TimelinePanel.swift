import CellEngine
import Screen

/// The memory of the units over time, the present step marked.
struct TimelinePanel {
  private let session: Session
  private let language: Language
  private let labelColumns = 10

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 1 else { return }
    let memory = session.shownMemory
    let symbol = session.notation.symbol(memory.role, .general)
    drawTitle(symbol, in: area, on: &canvas)
    let columns = WordColumns(
      session.words, around: session.time, least: 9, in: area.size.columns - labelColumns - 1)
    let units = visibleUnits(in: area.size.rows - 1)
    for (time, column) in columns.places {
      let x = area.left + labelColumns + column
      canvas.write(
        " " + session.words[time] + " ", at: Point(x, area.top), session.wordStyle(at: time),
        limit: area.right)
    }
    for (place, unit) in units.enumerated() {
      let y = area.top + 1 + place
      let isSelected = unit == session.unit
      let label =
        (isSelected ? "▸ " : "  ") + session.notation.bareSymbol(memory.role)
        + Notation.index(unit)
      canvas.write(
        label, at: Point(area.left, y),
        Style(isSelected ? memory.role.ink : .plain, on: .plain, isSelected ? .strong : []))
      for (time, column) in columns.places {
        let x = area.left + labelColumns + column
        draw(memory.signal, unit, time, at: Point(x, y), on: &canvas)
      }
    }
  }

  private func draw(
    _ signal: SignalID, _ unit: Int, _ time: Int, at point: Point, on canvas: inout Canvas
  ) {
    guard let figure = session.remembered(signal, at: time, unit: unit) else {
      canvas.write("·", at: Point(point.x + 1, point.y), Style(.faint))
      return
    }
    let value = session.run.trace[signal, time, unit]
    let bar = ValueBar.character(value.magnitude / session.run.scale(of: signal))
    let emphasis: Emphasis = time == session.time ? .strong : []
    canvas.write(String(bar), at: Point(point.x + 1, point.y), figure.style.with(emphasis))
    canvas.write(figure.text, at: Point(point.x + 3, point.y), figure.style.with(emphasis))
  }

  private func visibleUnits(in rows: Int) -> Range<Int> {
    window(of: session.run.cell.unitCount, showing: session.unit, fitting: rows)
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

  /// The bar nearest to a share; beyond 1 it is full, and what is no number is `?`.
  static func character(_ share: Double) -> Character {
    guard !share.isNaN else { return "?" }
    let place = (min(max(0, share), 1) * 7).rounded()
    return characters[Int(place)]
  }
}
