import CellEngine
import Screen

/// Which equations are shown where not all fit, and what says so.
extension EquationPanel {
  /// As many equations as fit: the current one is among them, then those of gates that are held, those
  /// that the last key has made others, and of those whose value is another now as many as there is
  /// room for.
  func visible(in rows: Int) -> Range<Int> {
    let count = min(rows, equations.count)
    let current = equations.firstIndex { $0.signal == currentEquation }
    let known = equations.indices.filter { session.isKnown(equations[$0].signal, at: session.time) }
    let held = known.filter { session.isHeld(equations[$0].signal, at: session.time) }
    let before = session.before?.run.cell.graph.equations(session.notation).map(\.text)
    let rewritten = known.filter { before?.contains(equations[$0].text) == false }
    let changed = known.filter {
      session.differs(equations[$0].signal, at: session.time, unit: session.unit)
    }
    // Where nothing is computed, the last one that is worked out is looked at.
    let middle = current ?? known.last ?? 0
    let wanted = min(max(0, middle - rows / 2), equations.count - count)
    func merit(_ start: Int) -> [Int] {
      let shown = start..<start + count
      return [
        current.map(shown.contains) == false ? 0 : 1, held.count(where: shown.contains),
        rewritten.count(where: shown.contains),
        changed.count(where: shown.contains), -abs(start - wanted),
      ]
    }
    let starts = 0...equations.count - count
    let first = starts.max { merit($0).lexicographicallyPrecedes(merit($1)) } ?? wanted
    return first..<first + count
  }

  /// Says behind the first and the last equation how many there are before and after them.
  func sayHowManyMore(
    than shown: Range<Int>, in area: Rectangle, on canvas: inout Canvas
  ) {
    guard !shown.isEmpty, shown.count < equations.count else { return }
    let rows = Array(area.top..<area.bottom)
    for (arrow, count, rows) in [
      ("↑", shown.lowerBound, rows), ("↓", equations.count - shown.upperBound, rows.reversed()),
    ] where count > 0 {
      let texts = [arrow + " " + language.text(.variants(.more(count))), arrow + "\(count)"]
      write(texts, behindOneOf: rows, Style(.key), area, &canvas)
    }
  }

  /// Writes the first of some texts that fits behind the text of one of some rows, with a column between.
  func write(
    _ texts: [String], behindOneOf rows: [Int], _ style: Style, _ area: Rectangle,
    _ canvas: inout Canvas
  ) {
    for y in rows {
      let end = canvas.end(ofTextFrom: Point(area.left, y), to: area.right)
      guard let text = texts.first(where: { end + $0.columns + 2 <= area.right }) else { continue }
      canvas.write(text, at: Point(area.right - 1 - text.columns, y), style)
      return
    }
  }
}
