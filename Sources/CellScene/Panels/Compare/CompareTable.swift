import CellEngine
import Screen

/// The numbers of both cells side by side, and how far they are apart where their units are the same.
struct CompareTable {
  let session: Session
  let other: Session
  let language: Language

  init(_ session: Session, _ other: Session, _ language: Language) {
    self.session = session
    self.other = other
    self.language = language
  }

  /// The columns of the table.
  struct Columns {
    let label: Int
    let sides: [Int]
    let side: Int
    let difference: Int
    let isWide: Bool

    init(_ area: Rectangle) {
      isWide = area.size.columns >= 80
      let width = min(area.size.columns, 120)
      label = area.left + 2
      let first = isWide ? 26 : 11
      side = (width - first - 11) / 2
      sides = [area.left + first, area.left + first + side]
      difference = area.left + first + 2 * side
    }
  }

  /// The value of each named signal, the selected units', and the most likely words.
  func drawValues(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    let columns = Columns(area)
    drawHeading(columns, in: area, on: &canvas)
    var y = area.top + 1
    for role in session.comparedRoles {
      drawValue(of: role, columns, y, on: &canvas)
      y += 1
    }
    drawOutputs(columns, Array(y..<area.bottom), on: &canvas)
  }

  private func drawHeading(_ columns: Columns, in area: Rectangle, on canvas: inout Canvas) {
    for x in area.left..<area.right { canvas[x, area.top] = Glyph("─", Style(.faint)) }
    let titles = [session.sideTitle(isOther: false), other.sideTitle(isOther: true)]
    // Both in the same words: the short form of one says little beside the long one of the other.
    let long = titles.map(language.text)
    let isShort = long.contains { $0.columns > columns.side - 4 }
    for (x, text) in zip(columns.sides, isShort ? titles.map(language.shortText) : long) {
      canvas.write(
        " " + text.shortened(to: columns.side - 2) + " ", at: Point(x - 1, area.top),
        Style(.plain, on: .plain, .strong), limit: x + columns.side - 1)
    }
    canvas.write(
      " " + language.text(.compare(.difference)) + " ", at: Point(columns.difference - 1, area.top),
      Style(.plain, on: .plain, .strong), limit: area.right)
  }

  private func drawValue(
    of role: Role, _ columns: Columns, _ y: Int, on canvas: inout Canvas
  ) {
    let ground: Ground = session.isCompared(role) ? .current : .plain
    if ground == .current {
      canvas.fill(
        Rectangle(x: columns.label - 2, y: y, columns: columns.sides[0] - columns.label, rows: 1),
        Glyph(" ", Style(on: .current)))
      canvas.write("▸", at: Point(columns.label - 2, y), Style(on: .current, .strong))
    }
    let symbol = symbol(of: role)
    let end = canvas.write(
      symbol, at: Point(columns.label, y),
      Style(ground == .current ? .plain : role.ink, on: ground, .strong))
    if columns.isWide {
      let start = max(end + 1, columns.label + 7)
      canvas.write(
        label(of: role, within: columns.sides[0] - 1 - start), at: Point(start, y),
        Style(on: ground))
    }
    let figures = [session, other].enumerated().map { place, side in
      draw(role, of: side, at: Point(columns.sides[place], y), columns.side, on: &canvas)
    }
    guard let mine = figures[0], let theirs = figures[1],
      let difference = difference(of: theirs, from: mine)
    else { return }
    write(difference, at: columns, y, on: &canvas)
  }

  /// How far the selected units' numbers are apart; nil where the cells are of different models: units of nets that were
  /// trained apart have nothing in common.
  func difference(of theirs: Double, from mine: Double) -> Difference? {
    session.experiment.model == other.experiment.model ? Difference(of: theirs, from: mine) : nil
  }

  /// A role's symbol; both where the two cells write it differently, as PyTorch writes the memory of a
  /// GRU h and that of an LSTM c.
  private func symbol(of role: Role) -> String {
    let symbols = [session, other].map { $0.notation.symbol(role, .general) }
    return symbols[0] == symbols[1] ? symbols[0] : symbols.joined(separator: "/")
  }

  /// Number and bar of one side; nil if the cell has no such signal or has not computed it yet.
  private func draw(
    _ role: Role, of side: Session, at point: Point, _ room: Int, on canvas: inout Canvas
  ) -> Double? {
    guard let signal = side.comparedSignal(role) else {
      canvas.write("—", at: point, Style(.faint))
      return nil
    }
    guard side.isKnown(signal, at: side.time) else {
      canvas.write("·", at: point, Style(.faint))
      return nil
    }
    let value = side.run.trace[signal, side.time, side.unit]
    let isSigned = side.run.cell.sign(of: signal) == .always
    let text = side.figure(signal)
    // The other cell is told by the difference, what was before the last change by a star.
    let isNew = side.before != nil && side.differs(signal, at: side.time, unit: side.unit)
    let ink = Ink(of: value, unsigned: isSigned ? nil : role.ink)
    canvas.write(
      text + (isNew ? "*" : ""), at: point,
      Style(ink, on: .plain, isNew ? [.strong, .underlined] : .strong))
    let bar = ValueBar.across(value.magnitude / scale(of: role), columns: room - 10)
    canvas.write(bar, at: Point(point.x + 8, point.y), Style(ink))
    return value
  }

  /// The magnitude that a full bar stands for, the same on both sides: the largest of the row's and of
  /// those rows' that show one signal with it, as where a<t> is c<t>.
  private func scale(of role: Role) -> Double {
    let sides = [session, other]
    let rows = session.comparedRoles.filter { row in
      sides.contains { side in
        side.comparedSignal(row).map { $0 == side.comparedSignal(role) } ?? false
      }
    }
    let scales = sides.flatMap { side in
      rows.compactMap { side.comparedSignal($0).map(side.run.scale) }
    }
    return scales.max() ?? 1
  }

  /// What a role is called, and what a full bar of it is where that is not 1.
  private func label(of role: Role, within room: Int) -> String {
    let name = language.text(.compare(.role(role)))
    let full = scale(of: role)
    guard full != 1 else { return name }
    let forms = [" █=", " █"].map { name + $0 + Figure.label(full) }
    return forms.first { $0.columns <= room } ?? name
  }

  private func write(
    _ difference: Difference, at columns: Columns, _ y: Int, on canvas: inout Canvas
  ) {
    canvas.write(difference.text, at: Point(columns.difference, y), difference.style)
  }

  /// What the last row is about.
  var outputName: ComparePhrase {
    switch session.model.output {
    case .probabilities: .nextWord(session.model.piece)
    case .scores: .output
    case .activation: .mostShown
    }
  }

  private func drawOutputs(_ columns: Columns, _ rows: [Int], on canvas: inout Canvas) {
    guard let top = rows.first else { return }
    let end = canvas.write(
      session.outputSymbol(.general), at: Point(columns.label, top),
      Style(.prediction, on: .plain, .strong))
    if columns.isWide {
      canvas.write(
        language.text(.compare(outputName)), at: Point(max(end + 1, columns.label + 7), top))
    }
    let ranked = [session, other].map { side in
      side.stage == .prediction ? side.rankedOutputs(at: side.time) : []
    }
    for (place, words) in ranked.enumerated() {
      let x = columns.sides[place]
      let side = place == 0 ? session : other
      if words.isEmpty { canvas.write("·", at: Point(x, top), Style(.faint)) }
      for (y, output) in zip(rows, words) where y == top || output.isLikely {
        let isNew = side.before != nil && side.differs(outputOf: output.place, at: side.time)
        let number = output.figure + (isNew ? "*" : "")
        let next = canvas.write(number, at: Point(x, y), Style(.prediction, on: .plain, .strong))
        if output.value.isNaN { continue }
        canvas.write(
          output.label, at: Point(max(next + 1, x + 8), y), Style(.plain, on: .plain, .strong),
          limit: x + columns.side - 1)
      }
    }
    guard let mine = ranked[0].first, let theirs = ranked[1].first else { return }
    if mine.label != theirs.label {
      canvas.write("≠", at: Point(columns.difference, top), Style(.alert, on: .plain, .strong))
    } else {
      write(Difference(of: theirs.value, from: mine.value), at: columns, top, on: &canvas)
    }
  }
}
