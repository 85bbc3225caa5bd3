import CellEngine
import Screen

/// The equations: the current one marked, with the selected unit's numbers put in.
struct EquationPanel {
  let session: Session
  let language: Language
  let equations: [Equation]
  /// The columns of the widest left and right side.
  let leftColumns: Int
  private let rightColumns: Int
  var graph: CellGraph { session.run.cell.graph }

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
    equations = session.run.cell.graph.equations(session.notation)
    leftColumns = equations.map(\.left.text.columns).max() ?? 0
    rightColumns = equations.map { $0.right.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
  }

  func draw(in area: Rectangle, hasTitle: Bool, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    var y = area.top
    if hasTitle {
      drawTitle(language.text(.equations), in: area, on: &canvas)
      drawGap(in: area, on: &canvas)
      y += 1
    }
    let room = area.bottom - y
    let spacing = room >= equations.count * 3 ? 3 : 1
    let shown = visible(in: spacing == 3 ? equations.count : room)
    for equation in equations[shown] {
      let row = Rectangle(x: area.left, y: y, columns: area.size.columns, rows: spacing)
      draw(equation, in: row, on: &canvas)
      session.drawWhatIf(
        equation, isResult: partial(of: equation) == nil, in: row, on: &canvas)
      sayWhatIsShown(beside: equation, in: row, on: &canvas)
      y += spacing
    }
    let rows = Rectangle(
      x: area.left, y: y - shown.count * spacing, columns: area.size.columns, rows: shown.count)
    sayHowManyMore(than: shown, in: rows, on: &canvas)
    if !hasTitle {
      write(gapTexts, behindOneOf: Array(rows.top..<rows.bottom), Style(.alert), rows, &canvas)
    }
  }

  /// What those do otherwise whose symbols these are, the longer text first.
  private var gapTexts: [String] {
    guard let phrase = session.notationGap.map(Phrase.notationGap) else { return [] }
    return [language.text(phrase), language.shortText(phrase)]
  }

  /// Says so in the heading.
  private func drawGap(in area: Rectangle, on canvas: inout Canvas) {
    let start = area.left + language.text(.equations).columns + 4
    let texts = gapTexts.map { " " + $0 + " " }
    guard let text = texts.first(where: { start + $0.columns < area.right }) else { return }
    canvas.write(
      text, at: Point(area.right - 1 - text.columns, area.top),
      Style(.alert, on: .plain, .strong))
  }

  /// In a cell that shows a state as it is, `a<t> = c<t>` stands behind that state's equation, unless
  /// the notation has one symbol for both.
  private func sayWhatIsShown(
    beside equation: Equation, in area: Rectangle, on canvas: inout Canvas
  ) {
    guard let state = graph.stateThatIsShown, state.next == equation.signal else { return }
    let isKnown = session.run.isKnown(state.next, after: session.microStep)
    let shown = session.notation.symbol(.activation, .general)
    guard shown != equation.left.text else { return }
    let text = shown + " = " + equation.left.text + " "
    let y = area.top
    let end = canvas.end(ofTextFrom: Point(area.left, y), to: area.right)
    let start = area.right - text.columns
    guard start >= end + 2 else { return }
    let style = Style(isKnown ? .activation : .faint, on: .plain, isKnown ? .strong : [])
    canvas.write(text, at: Point(start, y), style.on(canvas[start, y].style.ground))
  }

  var currentEquation: SignalID? {
    session.currentSignal.flatMap(graph.equationSignal)
  }

  private func draw(_ equation: Equation, in area: Rectangle, on canvas: inout Canvas) {
    let form = form(of: equation, in: area)
    let ground: Ground = equation.signal == currentEquation ? .current : .plain
    if ground == .current {
      var end = area.right
      if case .symbols(_, let column) = form { end = min(end, area.left + column - 1) }
      canvas.fill(
        Rectangle(x: area.left, y: area.top, columns: end - area.left, rows: 1),
        Glyph(" ", Style(on: .current)))
      canvas.write("▸", at: area.origin, Style(.plain, on: .current, .strong))
    }
    writeLeft(equation, at: area.origin, ground, on: &canvas)
    let start = Point(area.left + 2 + leftColumns, area.top)
    switch form {
    case .numbers(let stages):
      write(stages, at: start, ground, on: &canvas)
    case .symbols(let stages, let place):
      let column = area.left + place
      writeRight(equation, at: start, limit: column, ground, on: &canvas)
      write(stages, at: Point(column, area.top), .plain, startsAnew: true, on: &canvas)
    case .both(let stages):
      writeRight(equation, at: start, limit: area.right, ground, on: &canvas)
      write(stages, at: Point(start.x, start.y + 1), .plain, on: &canvas)
    }
  }

  /// Where numbers beside the symbols start; the longest equations are cut to leave room for them.
  func numberColumn(in area: Rectangle) -> Int {
    min(leftColumns + 3 + rightColumns + 4, area.size.columns - 10)
  }

  private func writeLeft(
    _ equation: Equation, at point: Point, _ ground: Ground, on canvas: inout Canvas
  ) {
    let known = session.run.isKnown(equation.signal, after: session.microStep)
    let ink = known || ground == .current ? equation.left.role?.ink ?? .plain : .faint
    let style = Style(ground == .current ? .plain : ink, on: ground, known ? .strong : [])
    canvas.write(equation.left.text, at: Point(point.x + 2, point.y), style)
  }

  private func writeRight(
    _ equation: Equation, at point: Point, limit: Int, _ ground: Ground, on canvas: inout Canvas
  ) {
    let isKnown = session.run.isKnown(equation.signal, after: session.microStep)
    let rest: Ink = isKnown || ground == .current ? .plain : .faint
    var x = canvas.write(" = ", at: point, Style(rest, on: ground))
    for token in equation.right {
      let isNow = session.currentSignal.map(token.within.contains) ?? false
      let ink = rest == .plain && ground == .plain ? token.role?.ink ?? rest : rest
      canvas.write(
        token.text, at: Point(x, point.y), Style(ink, on: ground, isNow ? .strong : []),
        limit: limit)
      x += token.text.columns
    }
    if x > limit { canvas.write("…", at: Point(limit - 1, point.y), Style(rest, on: ground)) }
  }

  private func write(
    _ stages: [[EquationToken]], at point: Point, _ ground: Ground, startsAnew: Bool = false,
    on canvas: inout Canvas
  ) {
    var x = point.x
    for (place, stage) in stages.enumerated() {
      x = canvas.write(
        place == 0 && startsAnew ? "   " : " = ", at: Point(x, point.y),
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

/// Draws a heading: a line with a text in it.
func drawTitle(_ text: String, in area: Rectangle, on canvas: inout Canvas) {
  for x in area.left..<area.right {
    canvas[x, area.top] = Glyph("─", Style(.faint))
  }
  canvas.write(
    " " + text + " ", at: Point(area.left + 1, area.top), Style(.plain), limit: area.right)
}

/// Writes the first of some texts that has room at the end of a heading.
///
/// - Parameter x: the first column that is free.
func drawTitleEnd(_ texts: [String], in area: Rectangle, from x: Int, on canvas: inout Canvas) {
  guard let text = texts.first(where: { x + 4 + $0.columns <= area.right }) else { return }
  canvas.write(
    " " + text + " ", at: Point(area.right - 3 - text.columns, area.top), Style(.plain))
}
