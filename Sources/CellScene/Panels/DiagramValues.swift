import CellEngine
import Screen

extension DiagramPanel {
  /// The values of all computed signals that have a place for them.
  ///
  /// Where room is dear the first ones have it: gates and candidate, then what else has bars.
  func drawPlates(_ diagram: Diagram, _ window: BarWindow, on canvas: inout Canvas) {
    let plates = graph.signals.filter(graph.isDrawn).compactMap { signal in
      diagram.plan.plates[diagram.keys[signal]].map { (signal: signal, plate: $0) }
    }
    let named = plates.filter { graph[$0.signal].role != nil }
    let others = plates.filter { graph[$0.signal].role == nil }
    let barred = others.filter { $0.plate.form == .bars }
    let plain = others.filter { $0.plate.form != .bars }
    for (signal, plate) in [named, barred, plain].joined() {
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
    drawLabel(of: signal, at: label, on: &canvas)
    guard isKnown(.signal(signal)) else { return }
    drawBars(of: signal, at: bars, window, .body, hasSigns: start != nil, on: &canvas)
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
    // A long symbol goes without its time.
    let name =
      symbol.columns <= area.size.columns
      ? symbol : mark + (graph.colourRole(of: signal).map(notation.bareSymbol) ?? "")
    canvas.write(name, at: Point(area.left, area.top - 2), style, limit: area.right)
    let number = shortened(numbers(of: signal, on: .plain), of: signal, to: area.size.columns)
    canvas.write(number.text, at: Point(area.left, area.top - 1), number.style)
    guard known else { return }
    drawBars(of: signal, at: Point(area.left, area.top + 1), window, .plain, on: &canvas)
  }
}
