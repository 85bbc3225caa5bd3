import CellEngine
import Screen

extension DiagramPanel {
  /// The values of all computed signals that have a place for them.
  func drawPlates(_ diagram: Diagram, on canvas: inout Canvas) {
    for signal in graph.signals where graph.isDrawn(signal) {
      guard let plate = diagram.plan.plates[diagram.names[signal]] else { continue }
      var left = diagram.tracks[plate.from.column] + plate.from.offset
      let right = diagram.tracks[plate.to.column] + plate.to.offset
      let isBesideWire = plate.form == .bars && plate.from.offset > 0
      if isBesideWire, right - left > session.run.cell.unitCount { left += 1 }
      let area = Rectangle(x: left, y: diagram.tracks[plate.row], columns: right - left, rows: 3)
      switch plate.form {
      case .bars: drawBars(of: signal, in: area, on: &canvas)
      case .formula: drawFormula(of: signal, in: area, on: &canvas)
      case .number: drawNumber(of: signal, upTo: area, on: &canvas)
      }
    }
  }

  /// Bars for the units; below them signs, if there are any; below those symbol and number.
  private func drawBars(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    let isSigned = session.run.cell.sign(of: signal) == .always
    let known = isKnown(.signal(signal))
    let label = Point(area.left, area.top + (isSigned ? 2 : 1))
    drawLabel(of: signal, at: label, within: area.size.columns, on: &canvas)
    guard known else { return }
    bars(
      of: signal, at: session.time,
      in: Rectangle(
        x: area.left, y: area.top, columns: area.size.columns, rows: isSigned ? 2 : 1),
      .body, on: &canvas)
  }

  /// Symbol and number; the space between them and then the symbol give way where room is dear.
  private func drawLabel(
    of signal: SignalID, at point: Point, within room: Int, on canvas: inout Canvas
  ) {
    let symbol = graph[signal].role.map(notation.bareSymbol) ?? ""
    guard isKnown(.signal(signal)) else {
      canvas.write(symbol, at: point, Style(.faint, on: .body), limit: point.x + room)
      return
    }
    let number = figure(of: signal)
    let spare = room - symbol.columns - number.text.columns
    var x = point.x
    if spare >= 0 {
      let style = Style(ink(of: .signal(signal)), on: .body, .strong)
      x = canvas.write(symbol, at: point, style) + min(1, spare)
    }
    canvas.write(number.text, at: Point(x, point.y), number.style.on(.body))
  }

  /// One bar for each unit, as many units as fit around the selected one.
  func bars(
    of signal: SignalID, at time: Int, in area: Rectangle, _ ground: Ground,
    on canvas: inout Canvas
  ) {
    let count = session.run.cell.unitCount
    let columns = max(1, min(3, area.size.columns / count))
    let units = window(of: count, showing: session.unit, fitting: area.size.columns / columns)
    let scale = session.run.scale(of: signal)
    let isSigned = session.run.cell.sign(of: signal) == .always
    for (place, unit) in units.enumerated() {
      let value = session.run.trace[signal, time, unit]
      let ink: Ink = !isSigned ? self.ink(of: .signal(signal)) : value < 0 ? .negative : .positive
      var emphasis: Emphasis = unit == session.unit ? .strong : []
      if session.differs(signal, at: time, unit: unit) { emphasis.insert(.underlined) }
      let style = Style(ink, on: ground, emphasis)
      let bar = ValueBar.character(value.magnitude / scale)
      let x = area.left + place * columns
      let width = columns == 3 ? 2 : columns
      canvas.write(String(repeating: bar, count: width), at: Point(x, area.top), style)
      if area.size.rows > 1 {
        let sign = value.isNaN ? "?" : Figure.rounded(value, 2) == 0 ? "·" : value < 0 ? "−" : "+"
        canvas.write(sign, at: Point(x, area.top + 1), style)
      }
    }
  }

  /// The formula, where it fits, and the selected unit's number.
  private func drawFormula(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    guard isKnown(.signal(signal)) else { return }
    let formula = graph.expression(of: signal, notation, at: session.timeLabel)
    let width = formula.reduce(0) { $0 + $1.text.columns }
    var x = area.left
    let number = figure(of: signal)
    if width + 1 + number.text.columns <= area.size.columns {
      for token in formula {
        x = canvas.write(
          token.text, at: Point(x, area.top), Style(token.role?.ink ?? .plain, on: .body))
      }
      x += 1
    }
    canvas.write(
      number.text, at: Point(x, area.top), number.style.on(.body), limit: area.right)
  }

  /// The selected unit's number, with its last character in the last column.
  private func drawNumber(of signal: SignalID, upTo area: Rectangle, on canvas: inout Canvas) {
    guard isKnown(.signal(signal)) else { return }
    let number = figure(of: signal)
    canvas.write(
      number.text, at: Point(area.right - number.text.columns, area.top), number.style.on(.body))
  }

  /// The selected unit's number; a star says that the last switch changed it.
  private func figure(of signal: SignalID, at time: Int? = nil) -> StyledFigure {
    let time = time ?? session.time
    let changed = session.differs(signal, at: time, unit: session.unit)
    let text = Figure.text(
      session.run.trace[signal, time, session.unit], sign: session.run.cell.sign(of: signal))
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
  func drawStates(_ diagram: Diagram, on canvas: inout Canvas) {
    let frame = diagram.tracks.frame
    let width = frame.left - diagram.tracks.area.left - 1
    for state in graph.states {
      let isMemory = state.role == .memory
      let line = diagram.tracks[isMemory ? .memory : .bus]
      let left = Rectangle(x: diagram.tracks.area.left, y: line, columns: width, rows: 3)
      let right = Rectangle(x: frame.right + 1, y: line, columns: width, rows: 3)
      drawState(
        state.previous, symbol: notation.symbol(state.role, session.timeLabel, previous: true),
        in: left, on: &canvas)
      drawState(
        state.next, symbol: notation.symbol(state.role, session.timeLabel), in: right, on: &canvas)
    }
  }

  /// Symbol and number above the line, bars and signs below it.
  private func drawState(
    _ signal: SignalID, symbol: String, in area: Rectangle, on canvas: inout Canvas
  ) {
    let known = isKnown(.signal(signal))
    let style = Style(known ? ink(of: .signal(signal)) : .faint, on: .plain, known ? .strong : [])
    canvas.write(symbol, at: Point(area.left, area.top - 2), style, limit: area.right)
    guard known else { return }
    writeNumber(
      of: signal, at: Point(area.left, area.top - 1), limit: area.right, .plain, on: &canvas)
    bars(
      of: signal, at: session.time,
      in: Rectangle(x: area.left, y: area.top + 1, columns: area.size.columns, rows: 2), .plain,
      on: &canvas)
  }

  /// The prediction: its symbol, and when it is there the most likely words.
  func drawReadout(_ diagram: Diagram, on canvas: inout Canvas) {
    guard let area = diagram.box(.prediction)?.area else { return }
    let known = isKnown(.prediction)
    let ground: Ground = known ? .bar : .waiting
    canvas.fill(area, Glyph(" ", Style(on: ground)))
    let symbol = notation.prediction(session.timeLabel)
    var x =
      canvas.write(
        symbol, at: Point(area.left + 1, area.top),
        Style(known ? .prediction : .faint, on: ground, known ? .strong : [])) + 2
    guard known else { return }
    for (word, probability) in session.rankedPredictions(at: session.time) {
      let number = Figure.text(probability)
      let length = Int((probability * 6).rounded(.up))
      let end = x + word.columns + length + number.columns + 2
      guard probability >= 0.005, end < area.right else { break }
      x = canvas.write(word, at: Point(x, area.top), Style(.plain, on: ground, .strong)) + 1
      let bar = String(repeating: "▄", count: length)
      x = canvas.write(bar, at: Point(x, area.top), Style(.prediction, on: ground)) + 1
      x = canvas.write(number, at: Point(x, area.top), Style(.plain, on: ground)) + 2
    }
  }
}
