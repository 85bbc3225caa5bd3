import CellEngine
import Screen

/// The peepholes unit by unit, and beside them what they are not.
struct PeepholesPanel {
  let session: Session
  let language: Language
  /// The cell's, or while all its peepholes are off the one that they would make.
  let graph: CellGraph
  let isOff: Bool
  var notation: Notation { session.notation }

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
    let kind = session.run.kind
    isOff = PeepholeFan.peepholes(of: session.run.cell.graph).isEmpty
    graph =
      isOff ? kind.withPeepholes(at: kind.peepholeGates).graph : session.run.cell.graph
  }

  /// The number of the run that a signal of the picture stands for, once it is computed.
  ///
  /// With the peepholes off their wires lead nowhere, but what they would join is there.
  private func known(_ signal: SignalID) -> SignalID? {
    let found = isOff ? session.run.names.signal(named: SignalNames(graph)[signal]) : signal
    return found.flatMap { session.isKnown($0, at: session.time) ? $0 : nil }
  }

  /// What there is to see, or why there is nothing.
  var heading: ChainPhrase {
    guard !PeepholeFan.peepholes(of: graph).isEmpty else {
      return .noPeepholesHere(cell: graph.name, session.hasNextModel ? session.keyMap : nil)
    }
    return isOff
      ? .peepholesOff(session.keyMap)
      : .oneToOne(unit: session.unit + 1, readings)
  }

  /// Whether a peephole carries a memory to its gate.
  func isCarried(_ signal: SignalID) -> Bool { !isOff && known(signal) != nil }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let peepholes = PeepholeFan.peepholes(of: graph)
    guard !peepholes.isEmpty else { return drawNone(in: area, on: &canvas) }
    write(
      heading, at: Point(area.left + 1, area.top),
      Style(isOff ? .alert : .peephole, on: .plain, .strong),
      area, &canvas)
    let fan = fan(in: area)
    drawUnits(fan, at: area.top + 1, on: &canvas)
    drawWires(fan, on: &canvas)
    drawSymbols(fan, on: &canvas)
    for spot in fan.spots { drawNumber(spot, on: &canvas) }
    drawWeights(fan, on: &canvas)
    for (row, peephole) in peepholes.enumerated() {
      drawSum(
        peephole, at: Point(area.left + 1, area.bottom - peepholes.count + row), area, on: &canvas)
    }
    let ghost = PeepholeGhost(session, language)
    let columns = ghost.columns(in: area.size)
    ghost.draw(
      in: Rectangle(
        x: area.right - columns, y: area.top + 1, columns: columns,
        rows: area.size.rows - 1 - sumRows(in: area)), on: &canvas)
  }

  /// The wires, left of the ghost and above the sums.
  func fan(in area: Rectangle) -> PeepholeFan {
    let ghost = PeepholeGhost(session, language).columns(in: area.size)
    return PeepholeFan(
      graph, units: session.run.cell.unitCount, around: session.unit,
      in: Rectangle(
        x: area.left + 1, y: area.top + 2, columns: area.size.columns - 3 - ghost,
        rows: area.size.rows - 2 - sumRows(in: area)))
  }

  private func sumRows(in area: Rectangle) -> Int {
    PeepholeFan.peepholes(of: graph).count + (area.size.rows >= 17 ? 1 : 0)
  }

  /// Why there is nothing to be seen.
  private func drawNone(in area: Rectangle, on canvas: inout Canvas) {
    write(heading, at: Point(area.left + 1, area.top + 1), Style(.plain), area, &canvas)
  }

  private func write(
    _ phrase: ChainPhrase, at point: Point, _ style: Style, _ area: Rectangle,
    _ canvas: inout Canvas
  ) {
    canvas.write(
      language.text(.chain(phrase), within: area.size.columns - 2), at: point, style,
      limit: area.right)
  }

  /// The memories and the gates that look at each.
  private var readings: [PeepholeReading] {
    let peepholes = PeepholeFan.peepholes(of: graph)
    var sources: [SignalID] = []
    for peephole in peepholes where !sources.contains(peephole.source) {
      sources.append(peephole.source)
    }
    return sources.map { source in
      let gates = peepholes.filter { $0.source == source }.compactMap { graph[$0.gate].role }
      return PeepholeReading(memory: symbol(of: source), gates: gates.map(notation.bareSymbol))
    }
  }

  func symbol(of signal: SignalID) -> String {
    graph.expression(of: signal, notation, at: session.timeLabel).map(\.text).joined()
  }

  /// The numbers of the units above their columns; the selected one is marked.
  private func drawUnits(_ fan: PeepholeFan, at y: Int, on canvas: inout Canvas) {
    for unit in fan.units {
      guard let spot = fan.sources.first.flatMap({ fan.spot($0, unit: unit) }) else { continue }
      let isSelected = unit == session.unit
      canvas.write(
        (isSelected ? "▸" : " ") + "\(unit + 1)", at: Point(spot.area.left, y),
        isSelected ? Style(.plain, on: .focus, .strong) : Style(.faint))
    }
  }

  /// Only the selected unit's wires are lit, as far as their memory has arrived.
  private func drawWires(_ fan: PeepholeFan, on canvas: inout Canvas) {
    // Peepholes that are off are no wires.
    for point in isOff ? [] : fan.wires.points {
      guard let piece = fan.wires.top(at: point) else { continue }
      let source = fan.spots[piece.net]
      let isLit = source.unit == session.unit && isCarried(source.signal)
      let style = isLit ? Style(.peephole, on: .plain, .strong) : Style(.faint)
      canvas[point.x, point.y] = Glyph(piece.arms.character(dotted: !isLit), style)
    }
  }

  /// The symbols of memories, weights and gates at the left.
  private func drawSymbols(_ fan: PeepholeFan, on canvas: inout Canvas) {
    let area = fan.area
    for source in fan.sources {
      guard let spot = fan.spot(source, unit: fan.units.lowerBound) else { continue }
      canvas.write(
        symbol(of: source), at: Point(area.left, spot.area.top), Style(.memory, on: .plain, .strong)
      )
    }
    for peephole in fan.peepholes {
      guard let spot = fan.spot(peephole.gate, unit: fan.units.lowerBound),
        let role = graph[peephole.gate].role
      else { continue }
      canvas.write(
        notation.peephole(role), at: Point(area.left, spot.area.top - 1), Style(.peephole))
      canvas.write(
        notation.bareSymbol(role), at: Point(area.left, spot.area.top),
        Style(role.ink, on: .plain, .strong))
    }
  }

  /// A number with its bar, once it has been computed.
  private func drawNumber(_ spot: PeepholeFan.Spot, on canvas: inout Canvas) {
    canvas.fill(spot.area, Glyph(" ", Style()))
    let isSelected = spot.unit == session.unit
    let ground: Ground = isSelected ? .focus : .plain
    guard let signal = known(spot.signal) else {
      canvas.write("·", at: spot.area.origin, Style(.faint, on: ground))
      return
    }
    let value = session.run.trace[signal, session.time, spot.unit]
    let sign = session.run.cell.sign(of: signal)
    let changed = session.differs(signal, at: session.time, unit: spot.unit)
    var style = Style(isSelected ? .plain : .faint, on: ground, isSelected ? .strong : [])
    if changed { style = Style(.alert, on: ground, [.strong, .underlined]) }
    let text = Figure.label(value, sign: sign) + (changed ? "*" : "")
    let ink = Ink(
      of: value, unsigned: sign == .negative ? graph[spot.signal].role?.ink ?? .plain : nil)
    let bar = String(ValueBar.character(value.magnitude / session.run.scale(of: signal)))
    let barStyle = Style(isSelected ? ink : .faint, on: ground)
    // Between a wire and its number stands the bar: a wire's end looks like a minus sign.
    let parts = [(text, style), (bar, barStyle)]
    var x = spot.area.left
    for (text, style) in spot.exit == nil ? parts.reversed() : parts {
      x = canvas.write(text, at: Point(x, spot.area.top), style, limit: spot.area.right)
    }
  }

  /// The selected unit's weights beside its wire.
  private func drawWeights(_ fan: PeepholeFan, on canvas: inout Canvas) {
    for peephole in fan.peepholes where isCarried(peephole.source) {
      guard let spot = fan.spot(peephole.gate, unit: session.unit) else { continue }
      let text = "×" + Figure.label(weight(peephole), sign: .always)
      canvas.write(
        text, at: Point(spot.area.left - 1, spot.area.top - 1),
        Style(.peephole, on: .plain, .strong), limit: spot.area.right)
    }
  }

  func weight(_ peephole: PeepholeFan.Peephole) -> Double {
    let weights = session.run.cell[peephole.parameter]
    return weights[weights.startIndex + session.unit]
  }
}
