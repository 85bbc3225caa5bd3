import CellEngine
import Screen

/// The equations: the current one marked, with the selected unit's numbers put in.
struct EquationPanel {
  private let session: Session
  private let language: Language
  private let equations: [Equation]
  private var graph: CellGraph { session.run.cell.graph }

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
    equations = session.run.cell.graph.equations(.lecture)
  }

  func draw(in area: Rectangle, hasTitle: Bool, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    var y = area.top
    if hasTitle {
      drawTitle(language.text(.equations), in: area, on: &canvas)
      y += 1
    }
    let room = area.bottom - y
    let spacing = room >= equations.count * 3 ? 3 : 1
    for equation in visible(in: spacing == 3 ? equations.count : room) {
      let row = Rectangle(x: area.left, y: y, columns: area.size.columns, rows: spacing)
      draw(equation, in: row, on: &canvas)
      y += spacing
    }
  }

  /// As many equations as fit around the current one.
  private func visible(in rows: Int) -> ArraySlice<Equation> {
    let current = equations.firstIndex { $0.signal == currentEquation } ?? 0
    let first = min(max(0, current - rows / 2), max(0, equations.count - rows))
    return equations[first..<min(equations.count, first + rows)]
  }

  private var currentEquation: SignalID? {
    session.currentSignal.flatMap(graph.equationSignal)
  }

  private func draw(_ equation: Equation, in area: Rectangle, on canvas: inout Canvas) {
    let isCurrent = equation.signal == currentEquation
    let ground: Ground = isCurrent ? .current : .plain
    let symbols = leftColumns + 3 + rightColumns
    let numberColumn = area.left + 2 + symbols + 2
    if isCurrent {
      let end = area.size.rows == 1 && !session.showsNumbers ? numberColumn - 1 : area.right
      canvas.fill(
        Rectangle(x: area.left, y: area.top, columns: end - area.left, rows: 1),
        Glyph(" ", Style(on: .current)))
      canvas.write("▸", at: area.origin, Style(.plain, on: .current, .strong))
    }
    let beside = area.right - numberColumn
    let numbers = numbers(for: equation, in: area.size.rows > 1 ? area.size.columns - 4 : beside)
    if area.size.rows > 1 {
      writeSymbols(equation, at: area.origin, ground, on: &canvas)
      write(numbers, at: Point(area.left + 2 + leftColumns, area.top + 1), .plain, on: &canvas)
    } else if session.showsNumbers, let whole = wholeNumbers(equation, in: area.size.columns - 3) {
      writeLeft(equation, at: area.origin, ground, on: &canvas)
      write(whole, at: Point(area.left + 2 + leftColumns, area.top), ground, on: &canvas)
    } else if isCurrent, numbers.count < 2,
      let whole = wholeNumbers(equation, in: area.size.columns - 3)
    {
      writeLeft(equation, at: area.origin, ground, on: &canvas)
      write(whole, at: Point(area.left + 2 + leftColumns, area.top), ground, on: &canvas)
    } else {
      writeSymbols(equation, at: area.origin, ground, on: &canvas)
      write(numbers, at: Point(numberColumn, area.top), .plain, on: &canvas)
    }
  }

  private var leftColumns: Int { equations.map(\.left.text.columns).max() ?? 0 }
  private var rightColumns: Int {
    equations.map { $0.right.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
  }

  private func writeLeft(
    _ equation: Equation, at point: Point, _ ground: Ground, on canvas: inout Canvas
  ) {
    let known = session.run.isKnown(equation.signal, after: session.microStep)
    let ink = known || ground == .current ? equation.left.role?.ink ?? .plain : .faint
    let style = Style(ground == .current ? .plain : ink, on: ground, known ? .strong : [])
    canvas.write(equation.left.text, at: Point(point.x + 2, point.y), style)
  }

  private func writeSymbols(
    _ equation: Equation, at point: Point, _ ground: Ground, on canvas: inout Canvas
  ) {
    writeLeft(equation, at: point, ground, on: &canvas)
    let known = session.run.isKnown(equation.signal, after: session.microStep)
    let isCurrent = ground == .current
    var x = point.x + 2 + leftColumns
    x = canvas.write(
      " = ", at: Point(x, point.y), Style(known || isCurrent ? .plain : .faint, on: ground))
    for token in equation.right {
      let isNow = session.currentSignal.map(token.within.contains) ?? false
      let ink: Ink = isCurrent ? .plain : known ? token.role?.ink ?? .plain : .faint
      x = canvas.write(
        token.text, at: Point(x, point.y), Style(ink, on: ground, isNow ? .strong : []))
    }
  }

  private func write(
    _ stages: [[EquationToken]], at point: Point, _ ground: Ground, on canvas: inout Canvas
  ) {
    var x = point.x
    for (place, stage) in stages.enumerated() {
      x = canvas.write(
        place == 0 && stages.count == 1 && ground == .plain ? " " : " = ", at: Point(x, point.y),
        Style(on: ground))
      for token in stage {
        let isResult = place == stages.count - 1
        let ink = ground == .current ? Ink.plain : token.role?.ink ?? .plain
        x = canvas.write(
          token.text, at: Point(x, point.y), Style(ink, on: ground, isResult ? .strong : []))
      }
    }
  }
}

extension EquationPanel {
  /// The numbers beside an equation: how the current one is worked out, the values of the others.
  private func numbers(for equation: Equation, in columns: Int) -> [[EquationToken]] {
    guard let worked = worked(equation) else { return [] }
    guard equation.signal == currentEquation || columns > 60 else { return [value(equation)] }
    for skipped in worked.indices where width(worked[skipped...]) <= columns {
      return Array(worked[skipped...])
    }
    return [worked[worked.count - 1]]
  }

  /// The selected unit's value as everywhere else on the screen.
  private func value(_ equation: Equation) -> [EquationToken] {
    let star = session.differs(equation.signal, at: session.time, unit: session.unit) ? "*" : ""
    return [EquationToken(session.figure(equation.signal) + star)]
  }

  /// The whole working-out in place of the symbols, as far as it fits.
  private func wholeNumbers(_ equation: Equation, in columns: Int) -> [[EquationToken]]? {
    guard let worked = worked(equation) else { return nil }
    for skipped in worked.indices
    where leftColumns + width(worked[skipped...]) <= columns && worked.count - skipped > 1 {
      return Array(worked[skipped...])
    }
    return [worked[worked.count - 1]]
  }

  private func width(_ stages: ArraySlice<[EquationToken]>) -> Int {
    stages.reduce(0) { $0 + 3 + $1.reduce(0) { $0 + $1.text.columns } }
  }

  /// What has been computed of an equation: all of it, or the part of this micro-step.
  private func worked(_ equation: Equation) -> [[EquationToken]]? {
    var signal = equation.signal
    if !session.run.isKnown(signal, after: session.microStep) {
      guard equation.signal == currentEquation, let now = session.currentSignal else { return nil }
      signal = now
    }
    var stages = session.run.cell.worked(
      signal, unit: session.unit, in: session.run.trace, at: session.time, .lecture
    ).stages
    if session.differs(signal, at: session.time, unit: session.unit) {
      stages[stages.count - 1] += [EquationToken("*")]
    }
    return stages
  }
}

/// Draws a heading: a line with a text in it.
func drawTitle(_ text: String, in area: Rectangle, on canvas: inout Canvas) {
  for x in area.left..<area.right {
    canvas[x, area.top] = Glyph("─", Style(.faint))
  }
  canvas.write(
    " " + text + " ", at: Point(area.left + 1, area.top), Style(.plain), limit: area.right)
}
