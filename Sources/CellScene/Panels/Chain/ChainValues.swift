import CellEngine
import Screen

extension ChainPanel {
  /// The word that a cell reads, at the end of its wire.
  func drawWord(_ box: Diagram.Box, at time: Int, on canvas: inout Canvas) {
    let (left, right) = (max(0, box.area.left), min(box.area.right, canvas.size.columns))
    guard right - left > 4 else { return }
    let isCut = right - left < box.area.size.columns
    let word = session.words[time].shortened(to: right - left - 3)
    guard !isCut || word == session.words[time] else { return }
    // The wire's end would look like a prime beside a symbol.
    canvas.fill(box.area, Glyph(" ", Style()))
    var end = canvas.write(
      " " + word + " ", at: Point(left, box.area.top), session.wordStyle(at: time), limit: right)
    let style = Style(time <= session.time ? .input : .faint)
    let symbol = notation.symbol(.input, .step(time + 1))
    let bare = notation.bareSymbol(.input)
    // With a blank before it and one behind, where there is room for them.
    let start = end + 1 + symbol.columns < right ? end + 1 : end
    if start + symbol.columns <= right {
      end = canvas.write(symbol, at: Point(start, box.area.top), style) + 1
    } else if !isCut, end < right - 1 - bare.columns {
      // Without its time where that has no room; then it stands at the wire.
      end = canvas.write(bare, at: Point(right - 1 - bare.columns, box.area.top), style)
    }
    // A wire that leaves on the right begins behind the text.
    guard box.exits.contains(Point(box.area.right, box.area.top)) else { return }
    for x in end..<max(end, right) { canvas[x, box.area.top] = Glyph("─", style) }
  }

  /// The most likely next word, once the cell has spoken.
  func drawPrediction(_ box: Diagram.Box, at time: Int, on canvas: inout Canvas) {
    let known = isKnown(.prediction, at: time)
    let ground: Ground = known ? .bar : .waiting
    canvas.fill(box.area, Glyph(" ", Style(on: ground)))
    let symbol =
      session.model.output != .activation
      ? String(notation.prediction(.general).prefix { $0 != "<" })
      : graph[graph.output].role.map(notation.bareSymbol) ?? ""
    let start = Point(box.area.left + 1, box.area.top)
    guard canvas.isWide(enoughFor: symbol, at: start) else { return }
    let end = canvas.write(
      symbol, at: start,
      Style(known ? .prediction : .faint, on: ground, known ? .strong : []), limit: box.area.right)
    guard known, let best = session.rankedOutputs(at: time).first else { return }
    let room = box.area.right - end - 1
    let figure = session.figure(of: best, at: time)
    let bare = figure.text.filter { $0 != "*" }
    let word = best.value.isNaN ? "" : best.label + " "
    let forms = [(word, figure.text), (word, bare), (best.name.shortened(to: room), "")]
      .filter { $0.columns + $1.columns <= room }
    guard
      let (name, share) = forms.first(where: {
        canvas.isWide(enoughFor: $0 + $1, at: Point(end + 1, start.y))
      })
    else { return }
    let next = canvas.write(
      name, at: Point(end + 1, box.area.top), Style(.plain, on: ground, .strong),
      limit: box.area.right)
    canvas.write(
      share, at: Point(next, box.area.top), figure.style.on(ground).with(.strong),
      limit: box.area.right)
  }

  /// The selected unit's gates and candidate, on free ground between the boxes.
  func drawLabels(_ link: Chain.Link, on canvas: inout Canvas) {
    for label in NarrowLabels(link.diagram).labels {
      guard let role = graph[label.signal].role else { continue }
      let known = isKnown(.signal(label.signal), at: link.time)
      let symbol = notation.bareSymbol(role)
      let number = number(of: label.signal, at: link.time)
      let places = label.places(symbol: symbol.columns, number: number.text.columns)
      guard canvas.isWide(enoughFor: symbol, at: places.symbol) else { continue }
      let end = canvas.write(
        symbol, at: places.symbol,
        Style(known ? role.ink : .faint, on: .body, known ? .strong : []))
      // A star that has no room behind the number stands behind the symbol.
      if known, number.isChanged, !number.text.hasSuffix("*"), end < label.block.right,
        label.block.size.rows > 1
      {
        canvas.write("*", at: Point(end, places.symbol.y), number.style.on(.body))
      }
      guard known, canvas.isWide(enoughFor: number.text, at: places.number) else { continue }
      canvas.write(number.text, at: places.number, number.style.on(.body))
    }
  }

  /// Symbols and numbers of the states before a cell, and behind the last one.
  func drawStates(_ link: Chain.Link, in chain: Chain, on canvas: inout Canvas) {
    let diagram = link.diagram
    for state in graph.states {
      guard let line = diagram.box(.signal(state.previous))?.area, line.size.columns == 1 else {
        continue
      }
      drawState(
        state.previous, state.role, at: link.time, .step(link.time + 1), isPrevious: true,
        Point(line.left, line.top), on: &canvas)
      guard chain.isLast(link) else { continue }
      drawState(
        state.next, state.role, at: link.time, .step(link.time + 1), isPrevious: false,
        Point(diagram.tracks.frame.right, line.top), on: &canvas)
    }
  }

  private func drawState(
    _ signal: SignalID, _ role: Role, at time: Int, _ label: TimeLabel, isPrevious: Bool,
    _ point: Point, on canvas: inout Canvas
  ) {
    let known = isKnown(.signal(signal), at: time)
    let symbol = notation.symbol(role, label, previous: isPrevious)
    let indent = symbol.columns < Chain.gap - 1 ? 1 : 0
    let start = Point(point.x + indent, point.y - 2)
    guard canvas.isWide(enoughFor: symbol, at: start) else { return }
    canvas.write(
      symbol, at: start,
      Style(known ? role.ink : .faint, on: .plain, known ? .strong : []),
      limit: point.x + Chain.gap)
    guard known else { return }
    let number = number(of: signal, at: time)
    let inset = number.text.columns < Chain.gap - 1 ? 1 : 0
    let place = Point(point.x + inset, point.y - 1)
    guard canvas.isWide(enoughFor: number.text, at: place) else { return }
    canvas.write(number.text, at: place, number.style, limit: point.x + Chain.gap)
  }

  /// The selected unit's number; its style, and a star where there is room, say that it has changed.
  private func number(
    of signal: SignalID, at time: Int
  ) -> (text: String, style: Style, isChanged: Bool) {
    let changed = session.differs(signal, at: time, unit: session.unit)
    let value = session.run.trace[signal, time, session.unit]
    let sign = session.run.cell.sign(of: signal)
    let role = graph[signal].role
    let isInside = role?.isGate == true || role == .candidate
    let room = role.map(NarrowLabels.numberColumns) ?? NarrowLabels.mostColumns
    let texts = [Figure.labelDecimals(value), 1, 0].map { Figure.text(value, $0, sign: sign) }
    let text = texts.first { $0.columns <= room } ?? "…"
    let star = changed && text.columns < (isInside ? room : Chain.gap) ? "*" : ""
    let style = Style(
      changed ? .alert : .plain, on: .plain, changed ? [.strong, .underlined] : .strong)
    return (text + star, style, changed)
  }
}

extension Canvas {
  /// Whether a text can be seen whole: of a cell that is cut off nothing is shown by halves.
  fileprivate func isWide(enoughFor text: String, at point: Point) -> Bool {
    point.x >= 0 && point.x + text.columns <= size.columns
  }
}
