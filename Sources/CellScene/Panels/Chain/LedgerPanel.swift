import CellEngine
import Screen

/// What the selected unit's memory is made of: what is left of the first memory and of each write.
struct LedgerPanel {
  let session: Session
  let language: Language
  let role: Role

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
    role = session.shownMemory.role
  }

  /// The rows from which on it stands beside other things: title, some steps, sum and caution.
  static let leastRows = 8

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    guard session.hasMemoryLine else {
      return write(
        .ledgerMissing(
          cell: session.run.cell.graph.name, symbol: session.notation.symbol(role, .general),
          session.model.piece),
        at: Point(area.left, area.top + (area.size.rows > 2 ? 1 : 0)), Style(.plain), area, &canvas)
    }
    let last = ledgers(1).last
    guard area.size.rows > 2 else {
      drawSum(last, in: rows(1, from: area.top, of: area), on: &canvas)
      return write(
        .ledgerCaution(session.model.piece), at: Point(area.left, area.top + 1), Style(.faint),
        area, &canvas)
    }
    drawHeading(last, in: area, on: &canvas)
    let sumRows = min(2, max(1, sumLines(last, in: area).count))
    let room = max(0, area.size.rows - 3 - sumRows)
    let y = drawSteps(ledgers(room), room, in: area, on: &canvas)
    drawSum(last, in: rows(sumRows, from: y, of: area), on: &canvas)
    write(
      .ledgerCaution(session.model.piece), at: Point(area.left, y + sumRows), Style(.faint), area,
      &canvas)
  }

  /// A bar for the first memory and for each of the last steps, then the steps to come as far as there is room.
  ///
  /// - Returns: the row below them.
  private func drawSteps(
    _ shown: [MemoryLedger], _ room: Int, in area: Rectangle, on canvas: inout Canvas
  ) -> Int {
    let scale = LedgerBar.scale(of: shown, initial: session.memoryAtStart)
    LedgerBar(session, initial: session.memoryAtStart, scale).draw(
      in: rows(1, from: area.top + 1, of: area), on: &canvas)
    var y = area.top + 2
    // Between c<0> and the last rows there may be more than there is room for.
    if let first = shown.first, first.step > 0 {
      canvas.write("…", at: Point(area.left, y), Style(.faint))
    }
    for ledger in shown {
      LedgerBar(session, ledger, scale).draw(in: rows(1, from: y, of: area), on: &canvas)
      y += 1
    }
    let next = (shown.last?.step ?? -1) + 1
    for step in session.tokens.indices.dropFirst(next).prefix(room - shown.count) {
      canvas.write(
        session.notation.symbol(role, .step(step + 1)), at: Point(area.left + 1, y), Style(.faint))
      y += 1
    }
    return y
  }

  /// The ledger of the last memory that is there, in words: its heading, its sum and what is left.
  var told: [String] {
    guard session.hasMemoryLine else {
      let cell = session.run.cell.graph.name
      let symbol = session.notation.symbol(role, .general)
      return [
        language.text(.chain(.ledgerMissing(cell: cell, symbol: symbol, session.model.piece)))
      ]
    }
    guard let ledger = ledgers(1).last else { return [] }
    let symbol = session.notation.symbol(role, .step(ledger.step + 1))
    let title = language.text(.chain(.ledgerTitle(symbol: symbol, unit: session.unit + 1)))
    let line = LedgerSum(ledger).map { sum in
      let parts = lines(sum, min(8, sum.terms.count), .max).joined()
      return start(of: sum, ledger) + parts.map { $0.number + " " + $0.name }.joined(separator: " ")
    }
    let why = language.text(.chain(ledger.total.isNaN ? .ledgerNoNumber : .ledgerTooLarge))
    return [language.text(.linear(.titled(title, line ?? why)))]
      + [left(of: ledger)].compactMap(\.self)
      + [language.text(.chain(.ledgerCaution(session.model.piece)))]
  }

  private func rows(_ count: Int, from y: Int, of area: Rectangle) -> Rectangle {
    Rectangle(x: area.left, y: y, columns: area.size.columns, rows: count)
  }

  /// The ledgers of so many of the last steps whose memory is there; each takes all steps before it.
  func ledgers(_ most: Int) -> [MemoryLedger] {
    let steps = session.tokens.indices.filter {
      session.isKnown(session.shownMemory.signal, at: $0)
    }
    return steps.suffix(most).compactMap { step in
      try? session.run.cell.ledger(
        of: role, unit: session.unit, at: step, in: session.run.trace,
        interventions: session.run.interventions)
    }
  }

  private func write(
    _ phrase: ChainPhrase, at point: Point, _ style: Style, _ area: Rectangle,
    _ canvas: inout Canvas
  ) {
    canvas.write(
      language.text(.chain(phrase), within: area.size.columns - 2),
      at: Point(point.x + 1, point.y), style, limit: area.right)
  }

  /// What it is about, and how much of the first memory is left.
  private func drawHeading(
    _ ledger: MemoryLedger?, in area: Rectangle, on canvas: inout Canvas
  ) {
    let time = TimeLabel.step((ledger?.step ?? -1) + 1)
    let symbol = session.notation.symbol(role, time)
    drawTitle(
      language.text(.chain(.ledgerTitle(symbol: symbol, unit: session.unit + 1))), in: area,
      on: &canvas)
    guard let text = ledger.flatMap(left) else { return }
    canvas.write(
      " " + text + " ", at: Point(area.right - text.columns - 4, area.top),
      Style(role.ink, on: .plain, .strong))
  }

  /// How much of the first memory is left; nil where that is no number.
  private func left(of ledger: MemoryLedger) -> String? {
    guard let left = ledger.remaining.first, !left.isNaN else { return nil }
    let first = session.notation.stateSymbol(role, before: 0)
    return language.text(.chain(.ledgerLeft(symbol: first, share: Figure.percent(left))))
  }

  /// The sum in numbers, which re-add to the digit.
  private func drawSum(
    _ ledger: MemoryLedger?, in area: Rectangle, on canvas: inout Canvas
  ) {
    guard let ledger else { return }
    guard let sum = LedgerSum(ledger) else {
      let why: ChainPhrase = ledger.total.isNaN ? .ledgerNoNumber : .ledgerTooLarge
      return write(why, at: area.origin, Style(.plain), area, &canvas)
    }
    let start = start(of: sum, ledger)
    canvas.write(start, at: Point(area.left + 1, area.top), Style(role.ink, on: .plain, .strong))
    for (row, line) in sumLines(ledger, in: area).prefix(area.size.rows).enumerated() {
      var x = area.left + 1 + start.columns
      for part in line {
        x =
          canvas.write(
            part.number, at: Point(x, area.top + row), Style(.plain, on: .plain, .strong)) + 1
        x =
          canvas.write(
            part.name, at: Point(x, area.top + row), Style(part.ink), limit: area.right) + 2
      }
    }
  }

  private func start(of sum: LedgerSum, _ ledger: MemoryLedger) -> String {
    session.notation.symbol(role, .step(ledger.step + 1)) + " " + sum.total + " = "
  }

  /// As many terms as fit, the smaller ones together.
  private func sumLines(_ ledger: MemoryLedger?, in area: Rectangle) -> [[Part]] {
    guard let ledger, let sum = LedgerSum(ledger) else { return [] }
    let room = area.size.columns - 2 - start(of: sum, ledger).columns
    let most = area.size.rows > 2 ? 2 : 1
    // A term takes six columns at least: a number of two, a name of one and three spaces.
    let limit = most * (room / 6 + 1)
    var count = min(sum.terms.count, limit)
    while count > 1, lines(sum, count, room).count > most { count -= 1 }
    return lines(sum, count, room)
  }

  private typealias Part = (number: String, name: String, ink: Ink)

  /// The terms in lines that are not longer than the room.
  private func lines(_ sum: LedgerSum, _ count: Int, _ room: Int) -> [[Part]] {
    let (shown, others, otherCount) = sum.largest(count)
    var parts: [Part] = shown.map { term in
      (term.text, name(of: term), term.step == nil ? role.ink : term.isSet ? .alert : .input)
    }
    if let others {
      parts.append((others.text, language.text(.chain(.ledgerOthers(otherCount))), .plain))
    }
    var lines: [[Part]] = [[]]
    var used = 0
    for part in parts {
      let width = part.number.columns + 1 + part.name.columns
      if used + width > room, used > 0 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(part)
      used += width + 2
    }
    return lines
  }

  private func name(of term: LedgerSum.Term) -> String {
    guard let step = term.step else { return session.notation.stateSymbol(role, before: 0) }
    return term.isSet ? language.text(.chain(.setByHand)) : session.words[step]
  }
}

extension Session {
  /// Whether something of what the memory was can be left in what it is.
  var hasMemoryLine: Bool { run.cell.graph.ledgerObstacle(of: shownMemory.role) == nil }
}
