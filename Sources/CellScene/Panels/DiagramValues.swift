import CellEngine
import Screen

extension DiagramPanel {
  /// The values of all computed signals that have a place for them.
  func drawPlates(_ diagram: Diagram, _ window: BarWindow, on canvas: inout Canvas) {
    for signal in graph.signals where graph.isDrawn(signal) {
      guard let plate = diagram.plan.plates[diagram.keys[signal]] else { continue }
      let area = diagram.area(of: plate, units: session.run.cell.unitCount)
      switch plate.form {
      case .bars: drawBars(of: signal, in: area, window, on: &canvas)
      case .formula: drawFormula(of: signal, in: area, on: &canvas)
      case .number: drawNumber(of: signal, in: area, on: &canvas)
      }
    }
  }

  /// The units that every group of bars shows: the same ones, so that they can be compared.
  func barWindow(_ diagram: Diagram) -> BarWindow {
    let count = session.run.cell.unitCount
    let plates = graph.signals.filter(graph.isDrawn)
      .compactMap { diagram.plan.plates[diagram.keys[$0]] }.filter { $0.form == .bars }
    let rooms = plates.map { diagram.area(of: $0, units: count).size.columns }
    let room = min(rooms.min() ?? 0, diagram.stateColumns)
    let columns = max(1, min(3, room / count))
    return BarWindow(
      units: window(of: count, showing: session.unit, fitting: room / columns), columns: columns)
  }

  /// Bars for the units; below them signs, if there are any; below those symbol and number.
  private func drawBars(
    of signal: SignalID, in area: Rectangle, _ window: BarWindow, on canvas: inout Canvas
  ) {
    let isSigned = isSigned(signal)
    let start = isSigned ? startOfSignedBars(in: area, window, canvas) : area.origin
    let bars = start ?? area.origin
    let label = Point(bars.x, bars.y + (isSigned && start != nil ? 2 : 1))
    drawLabel(of: signal, at: label, within: area.size.columns, on: &canvas)
    guard isKnown(.signal(signal)) else { return }
    drawBars(of: signal, at: bars, window, .body, hasSigns: start != nil, on: &canvas)
  }

  /// A question mark in the place of a number that is asked about before it is shown.
  private func ask(
    about signal: SignalID, at point: Point, _ ground: Ground, on canvas: inout Canvas
  ) {
    guard session.askedSignal == signal else { return }
    canvas.write("?", at: point, Style(.alert, on: ground, .strong))
  }

  /// Symbol and number; the space between them and then the symbol give way where room is dear.
  private func drawLabel(
    of signal: SignalID, at point: Point, within room: Int, on canvas: inout Canvas
  ) {
    let symbol =
      mark
      + (graph[signal].role.map(notation.bareSymbol)
        ?? graph.expression(of: signal, notation, at: session.timeLabel).map(\.text).joined()
        .replacingSpaces)
    guard isKnown(.signal(signal)) else {
      let end = canvas.write(symbol, at: point, Style(.faint, on: .body), limit: point.x + room)
      ask(about: signal, at: Point(end + 1, point.y), .body, on: &canvas)
      return
    }
    let number = figure(of: signal)
    var (point, room) = (point, room)
    room = max(room, canvas.blankColumns(from: point, most: symbol.columns + 1 + 6))
    let texts = [number.text, number.text.filter { $0 != "*" }]
    // A blank stays before the label, but not at the cost of its symbol.
    let blanks = [1, 2].prefix { canvas[point.x - $0, point.y].character == " " }.count
    let wanted = symbol.columns + texts[blanks == 2 ? 0 : 1].columns
    if blanks > 0, wanted > room { (point.x, room) = (point.x - 1, room + 1) }
    // Where there is no room for the star, the number's style says it; without its symbol a number
    // says nothing.
    let text = texts.first { symbol.columns + $0.columns <= room } ?? number.text
    let spare = room - symbol.columns - text.columns
    var x = point.x
    if spare >= 0 {
      let style = Style(ink(of: .signal(signal)), on: .body, .strong)
      x = canvas.write(symbol, at: point, style) + min(1, spare)
    }
    canvas.write(text, at: Point(x, point.y), number.style.on(.body), limit: point.x + room)
  }

  /// One bar for each unit, and below it the sign of a signal that has signs; where there is no row for
  /// the signs they stand in place of the bars.
  ///
  /// The selected unit stands on a ground of its own.
  private func drawBars(
    of signal: SignalID, at point: Point, _ window: BarWindow, _ ground: Ground,
    hasSigns: Bool = true, on canvas: inout Canvas
  ) {
    let scale = scale(of: signal)
    let isSigned = isSigned(signal)
    for (place, unit) in window.units.enumerated() {
      let value = value(of: signal, unit: unit)
      let ink = Ink(of: value, unsigned: isSigned ? nil : self.ink(of: .signal(signal)))
      var style = Style(ink, on: unit == session.unit ? .focus : ground)
      if unit == session.unit { style = style.with(.strong) }
      if differs(signal, at: session.time, unit: unit) { style = style.with(.underlined) }
      let bar = ValueBar.character(value.magnitude / scale)
      let x = point.x + place * window.columns
      let width = max(1, window.columns - 1)
      if !isSigned || hasSigns {
        canvas.write(String(repeating: bar, count: width), at: Point(x, point.y), style)
      }
      guard isSigned else { continue }
      let sign = value.isNaN ? "?" : value == 0 ? "·" : value < 0 ? "−" : "+"
      canvas.write(sign, at: Point(x, point.y + (hasSigns ? 1 : 0)), style)
    }
  }

  /// The formula, where it fits, and the selected unit's number.
  private func drawFormula(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    guard isKnown(.signal(signal)) else {
      return ask(about: signal, at: area.origin, .body, on: &canvas)
    }
    let formula = graph.expression(of: signal, notation, at: session.timeLabel)
    let width = formula.reduce(0) { $0 + $1.text.replacingSpaces.columns }
    var x = canvas.write(mark, at: area.origin, Style(on: .body))
    let number = figure(of: signal)
    if width + mark.columns + 1 + number.text.columns <= area.size.columns {
      for token in formula {
        let ink = token.role?.ink ?? .plain
        x = canvas.write(
          token.text.replacingSpaces, at: Point(x, area.top), Style(ink, on: .body))
      }
      x += 1
    }
    canvas.write(
      number.text, at: Point(x, area.top), number.style.on(.body), limit: area.right)
  }

  /// The selected unit's number; where there is no room for the star, its style says it.
  private func drawNumber(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    guard isKnown(.signal(signal)) else {
      return ask(about: signal, at: area.origin, .body, on: &canvas)
    }
    let number = figure(of: signal)
    guard number.text.filter({ $0 != "*" }).columns <= area.size.columns else { return }
    canvas.write(
      number.text, at: Point(area.left, area.top), number.style.on(.body), limit: area.right)
  }

  /// The selected unit's number; a star says that the last switch changed it.
  private func figure(of signal: SignalID) -> StyledFigure {
    let changed = differs(signal, at: session.time, unit: session.unit)
    let text = Figure.label(
      value(of: signal, unit: session.unit), sign: isSigned(signal) ? .always : .negative)
    return StyledFigure(
      text: text + (changed ? "*" : ""),
      style: Style(
        changed ? .alert : .plain, on: .plain, changed ? [.strong, .underlined] : .strong))
  }

  private func writeNumber(
    of signal: SignalID, at point: Point, limit: Int, _ ground: Ground, on canvas: inout Canvas
  ) {
    let number = figure(of: signal)
    canvas.write(number.text, at: point, number.style.on(ground), limit: limit)
  }

  /// The states: on the left as the last step left them, on the right as the next finds them.
  func drawStates(_ diagram: Diagram, _ window: BarWindow, on canvas: inout Canvas) {
    let frame = diagram.tracks.frame
    let width = diagram.stateColumns
    for state in graph.states {
      let line = diagram.tracks[diagram.row(of: state)]
      let left = Rectangle(x: diagram.tracks.area.left, y: line, columns: width, rows: 3)
      let right = Rectangle(x: frame.right + 1, y: line, columns: width, rows: 3)
      let before = mark + notation.stateSymbol(state.role, before: session.time)
      guard !diagram.isInline(state) else {
        drawInline(state.previous, symbol: before, in: left, on: &canvas)
        continue
      }
      drawState(state.previous, symbol: before, in: left, window, on: &canvas)
      drawState(
        state.next, symbol: mark + notation.stateSymbol(state.role, after: session.time), in: right,
        window, on: &canvas)
    }
    sayWhatIsShown(beside: frame, diagram, on: &canvas)
  }

  /// In a cell that shows a state as it is, a<t> is that state: below it stands `= a<t>`, unless the
  /// notation has one symbol for both.
  private func sayWhatIsShown(
    beside frame: Rectangle, _ diagram: Diagram, on canvas: inout Canvas
  ) {
    guard let state = graph.stateThatIsShown else { return }
    let known = isKnown(.signal(state.next))
    let symbol = notation.symbol(.activation, session.timeLabel)
    guard symbol != notation.symbol(state.role, session.timeLabel) else { return }
    canvas.write(
      "=" + mark + symbol, at: Point(frame.right + 1, diagram.tracks[diagram.row(of: state)] + 3),
      Style(known ? .activation : .faint, on: .plain, known ? .strong : []))
  }

  /// A state's symbol on its wire, with the selected unit's number where it fits, and behind it how
  /// far that is from the original's.
  private func drawInline(
    _ signal: SignalID, symbol: String, in area: Rectangle, on canvas: inout Canvas
  ) {
    let style = Style(ink(of: .signal(signal)), on: .plain, .strong)
    let end = canvas.write(symbol, at: area.origin, style, limit: area.right)
    let number = figure(of: signal)
    let room = area.right - end - number.text.columns
    guard room >= 0 else { return }
    let difference = differenceTexts(of: signal).first { $0.columns <= room } ?? ""
    let start = area.right - number.text.columns - difference.columns
    let next = canvas.write(number.text, at: Point(start, area.top), number.style.on(.plain))
    canvas.write(difference, at: Point(next, area.top), Style(.alert, on: .plain, .strong))
  }

  /// Symbol and number above the line, bars and signs below it.
  private func drawState(
    _ signal: SignalID, symbol: String, in area: Rectangle, _ window: BarWindow,
    on canvas: inout Canvas
  ) {
    let known = isKnown(.signal(signal))
    let style = Style(known ? ink(of: .signal(signal)) : .faint, on: .plain, known ? .strong : [])
    canvas.write(symbol, at: Point(area.left, area.top - 2), style, limit: area.right)
    guard known else {
      return ask(about: signal, at: Point(area.left, area.top - 1), .plain, on: &canvas)
    }
    writeNumber(
      of: signal, at: Point(area.left, area.top - 1), limit: area.right, .plain, on: &canvas)
    drawBars(of: signal, at: Point(area.left, area.top + 1), window, .plain, on: &canvas)
  }
}
