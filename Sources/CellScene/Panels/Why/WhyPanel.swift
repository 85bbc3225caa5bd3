import CellEngine
import Screen

/// A number with its equation, then the terms that make it, over the lower part of the screen.
struct WhyPanel {
  private let session: Session
  private let inquiry: Inquiry
  private let terms: WhyTerms
  private let language: Language

  init(_ session: Session, _ inquiry: Inquiry, _ language: Language) {
    self.session = session
    self.inquiry = inquiry
    terms = WhyTerms(inquiry.level, in: session)
    self.language = language
  }

  /// Rows of a pop-up besides those of the terms: edges, formula and what there is to say.
  private static let otherRows = 4

  /// Up to here it is as wide as the screen, so that nothing of a panel behind sticks out beside it.
  private static let mostColumns = 120

  /// Draws the pop-up, no higher than it must be.
  ///
  /// - Parameter room: what it may cover at most; the equation alone leaves the picture free.
  func draw(in room: Rectangle, below narration: Rectangle, on canvas: inout Canvas) {
    guard inquiry.level.showsTerms else { return drawEquation(in: room, below: narration, &canvas) }
    let table = table(in: room)
    let height = Self.otherRows + table.rows.count + table.results.count
    let box = Rectangle(
      x: room.left, y: room.bottom - height, columns: min(room.size.columns, Self.mostColumns),
      rows: height)
    drawBox(box, on: &canvas)
    var y = box.top + 2
    let columns = Columns(table, in: box)
    for row in table.rows {
      draw(row, columns, at: y, in: box, on: &canvas)
      y += 1
    }
    for result in table.results {
      let style = Style(.plain, on: .popup, .strong)
      let start = max(box.left + 4, columns.value - 2 - result.label.columns)
      canvas.write(result.label, at: Point(start, y), style, limit: columns.value)
      let value = "= " + result.value
      canvas.write(
        value, at: Point(columns.valueEnd - value.columns, y), style, limit: box.right - 1)
      y += 1
    }
    say(at: y, in: box, on: &canvas)
  }

  /// The table in as many rows as the room has.
  private func table(in room: Rectangle) -> WhyTable {
    let rows = max(2, room.size.rows - Self.otherRows - 2)
    return WhyTable(terms, in: session, rows: rows, language)
  }

  private func drawEquation(
    in room: Rectangle, below narration: Rectangle, _ canvas: inout Canvas
  ) {
    let edge = Rectangle(x: room.left, y: room.bottom, columns: room.size.columns, rows: 1)
    let numbers = WhyNumbers(session, terms, language)
    let rows = numbers.isEmpty ? Self.otherRows : Self.otherRows + 1
    let box = Rectangle.popup(
      below: narration, on: edge, rows: rows, mostColumns: Self.mostColumns, sparing: 3)
    drawBox(box, on: &canvas)
    var x = box.left + 4
    for token in numbers.line(within: box.size.columns - 6) {
      x = canvas.write(
        token.text, at: Point(x, box.top + 2), Style(token.role?.ink ?? .plain, on: .popup),
        limit: box.right - 1)
    }
    say(at: box.bottom - 2, in: box, on: &canvas)
  }

  /// Edges, the way of questions in the upper one, and the formula with the number.
  private func drawBox(_ box: Rectangle, on canvas: inout Canvas) {
    drawPopup(box, title: title(within: box.size.columns - 6), on: &canvas)
    let question = inquiry.level.question
    let number = Figure.text(
      terms.explanation.value, inquiry.level.decimals, sign: session.sign(of: question))
    let value = number + (hand.map { " " + language.text(.chain($0)) } ?? "")
    let point = Point(box.left + 2, box.top + 1)
    var x = canvas.write(session.symbol(of: question), at: point, Style(on: .popup, .strong))
    let right = box.right - 4 - value.columns
    for token in formula {
      x = canvas.write(
        token.text, at: Point(x, point.y), Style(token.role?.ink ?? .plain, on: .popup),
        limit: right)
    }
    canvas.write("= " + value, at: Point(right, point.y), Style(.plain, on: .popup, .strong))
  }

  /// Who put the number in the place of the computed one.
  private var hand: ChainPhrase? {
    guard case .value(let place) = inquiry.level.question else { return nil }
    return session.markOfHand(place)
  }

  /// The formula of a number that it made.
  private var formula: [EquationToken] {
    guard hand == nil else { return [] }
    let formula = session.formula(of: inquiry.level.question)
    guard case .value(let place) = inquiry.level.question else {
      return [EquationToken(" = ")] + formula
    }
    let isNamed = session.run.cell.graph[place.signal].role != nil
    return formula.isEmpty || !isNamed ? [] : [EquationToken(" = ")] + formula
  }

  /// The way of questions, from the last back to as many as fit.
  private func title(within columns: Int) -> String {
    let symbols = inquiry.levels.map { session.symbol(of: $0.question) }
    let isBesideGradient = session.view.context == .gradient
    let start = language.text(.why(isBesideGradient ? .titleForward : .title)) + " "
    let ways = symbols.indices.map { first in
      start + (first == 0 ? "" : "… ← ") + symbols[first...].joined(separator: " ← ")
    }
    return ways.first { $0.columns <= columns } ?? symbols[symbols.count - 1]
  }

  private func draw(
    _ row: WhyTable.Row, _ columns: Columns, at y: Int, in box: Rectangle, on canvas: inout Canvas
  ) {
    let ground: Ground = row.isChosen ? .focus : .popup
    let line = Rectangle(x: box.left + 1, y: y, columns: box.size.columns - 2, rows: 1)
    canvas.fill(line, Glyph(" ", Style(on: ground)))
    let strong: Emphasis = row.isChosen ? .strong : []
    if row.isChosen {
      canvas.write("▸", at: Point(box.left + 2, y), Style(.plain, on: ground, .strong))
    }
    canvas.write(
      row.label, at: Point(columns.label, y), Style(row.role?.ink ?? .plain, on: ground, strong),
      limit: columns.factors - 1)
    canvas.write(
      row.factors, at: Point(columns.value - 3 - row.factors.columns, y), Style(on: ground))
    if row.factors.contains("×") || !row.isExact {
      canvas.write(row.isExact ? "=" : "≈", at: Point(columns.value - 2, y), Style(on: ground))
    }
    canvas.write(
      row.value, at: Point(columns.valueEnd - row.value.columns, y),
      Style(.plain, on: ground, .strong))
    guard columns.half > 1 else { return }
    canvas.write(
      SignedBar.text(row.share, half: columns.half), at: Point(columns.bar, y),
      Style(Ink(of: row.share), on: ground))
  }

  /// What there is to say about the last key, else what the next key would ask.
  private func say(at y: Int, in box: Rectangle, on canvas: inout Canvas) {
    let room = box.size.columns - 5
    let phrase: Phrase =
      session.notice.map { .notice($0, session.keyMap, session.model.piece) } ?? .why(hint)
    canvas.write(
      language.text(phrase, within: room), at: Point(box.left + 2, y),
      Style(
        session.notice == nil ? .faint : .alert, on: .popup, session.notice == nil ? [] : .strong),
      limit: box.right - 1)
  }

  private var hint: WhyPhrase {
    let keys = session.keyMap
    return switch session.nextAsk(terms) {
    case .list: .hintForTerms(session.neighbour(of: terms.level.question), keys)
    case .bottom(let why): .bottom(why, session.model.piece)
    case .number(let next, _): .hintForTerm(symbol: session.symbol(of: next), keys)
    }
  }

  /// Where the columns of a table stand.
  private struct Columns {
    let label: Int
    let factors: Int
    let value: Int
    let valueEnd: Int
    let bar: Int
    let half: Int

    init(_ table: WhyTable, in box: Rectangle) {
      label = box.left + 4
      let labels = table.rows.map(\.label.columns).max() ?? 0
      let results = table.results.map(\.label.columns).max() ?? 0
      let factorColumns = table.rows.map(\.factors.columns).max() ?? 0
      let values = table.rows.map(\.value.columns) + table.results.map { $0.value.columns + 2 }
      factors = label + labels + 2
      value = max(factors + factorColumns + (factorColumns > 0 ? 3 : 0), label + results + 2)
      valueEnd = value + (values.max() ?? 0)
      bar = valueEnd + 2
      half = min(24, (box.right - 3 - bar) / 2)
    }
  }
}
