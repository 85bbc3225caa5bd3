import CellEngine
import Screen

extension DiagramPanel {
  /// Marks what is edited and says beside each number how far it is from the original, where there
  /// is room: nothing is written over anything else.
  func drawWhatIf(_ diagram: Diagram, in area: Rectangle, on canvas: inout Canvas) {
    // The backward picture shows slopes: how far values are apart says nothing about them.
    guard session.isWhatIf, pass == nil else { return }
    for box in diagram.boxes { markEdited(box, on: &canvas) }
    let count = session.run.cell.unitCount
    for signal in graph.signals where graph.isDrawn(signal) {
      guard isKnown(.signal(signal)), let plate = diagram.plan.plates[diagram.keys[signal]]
      else { continue }
      let room = diagram.area(of: plate, units: count)
      let isSigned = session.run.cell.sign(of: signal) == .always
      switch plate.form {
      case .bars:
        let y = room.top + (isSigned ? 3 : 2)
        writeDifference(of: signal, at: Point(room.left, y), room.right, area, on: &canvas)
      case .formula:
        // A formula with its number may be longer than its plate.
        let end = canvas.end(ofWordsFrom: room.origin)
        writeDifference(
          of: signal, at: Point(end + 1, room.top), max(room.right, end + 8), area, on: &canvas)
      case .number:
        writeDifference(
          of: signal, at: Point(room.left, room.top + 1), room.right, area, on: &canvas)
      }
    }
    drawStateDifferences(diagram, in: area, on: &canvas)
  }

  /// Below the bars of a state, else behind its symbol; a state on its wire has its difference there.
  private func drawStateDifferences(
    _ diagram: Diagram, in area: Rectangle, on canvas: inout Canvas
  ) {
    let sides = [area.left, diagram.tracks.frame.right + 1]
    for state in graph.states {
      let line = diagram.tracks[diagram.row(of: state)]
      let limit = area.left + diagram.stateColumns
      let isMarked = session.time == 0 && session.isEdited(initial: state.role, unit: session.unit)
      guard !diagram.isInline(state) else {
        let symbol = notation.stateSymbol(state.role, before: session.time)
        let end = Point(area.left + symbol.columns, line)
        if isMarked { canvas.writeIfBlank("*", at: end, Self.mark, limit: limit) }
        continue
      }
      for (left, signal) in zip(sides, [state.previous, state.next])
      where isKnown(.signal(signal)) {
        let limit = left + diagram.stateColumns
        let below = Point(left, line + 3)
        if writeDifference(of: signal, at: below, limit, area, on: &canvas) { continue }
        let end = canvas.end(ofTextFrom: Point(left, line - 2), to: limit)
        writeDifference(of: signal, at: Point(end, line - 2), limit, area, on: &canvas)
      }
      guard isMarked else { continue }
      let end = canvas.end(ofTextFrom: Point(area.left, line - 2), to: limit)
      canvas.writeIfBlank("*", at: Point(end, line - 2), Self.mark, limit: area.right)
    }
  }

  private static let mark = Style(.alert, on: .plain, [.strong, .underlined])

  /// A star at the word whose input is edited, and at a layer with an edited weight.
  private func markEdited(_ box: Diagram.Box, on canvas: inout Canvas) {
    guard case .signal(let signal) = box.subject else { return }
    if case .input = graph[signal].operation {
      guard session.isEdited(wordAt: session.time) else { return }
      let symbol = notation.symbol(.input, session.timeLabel)
      let x = box.area.left + symbol.columns + 1
      canvas.write("*", at: Point(x, box.area.top), Self.mark.on(.word))
    } else if session.isEdited(layer: signal) {
      let y = box.area.top + box.area.size.rows / 2
      canvas.writeIfBlank("*", at: Point(box.area.right, y), Self.mark.on(.body))
    }
  }

  /// How far the selected unit's value is from the original's, the longest text first; none where
  /// they agree, and of slopes.
  func differenceTexts(of signal: SignalID) -> [String] {
    guard pass == nil else { return [] }
    return session.distance(signal, at: session.time, unit: session.unit)?.marks ?? []
  }

  /// - Returns: whether the difference is written, or there is none.
  @discardableResult
  private func writeDifference(
    of signal: SignalID, at point: Point, _ limit: Int, _ area: Rectangle,
    on canvas: inout Canvas
  ) -> Bool {
    let texts = differenceTexts(of: signal)
    guard !texts.isEmpty else { return true }
    guard area.contains(point) else { return false }
    let style = Style(.alert, on: canvas[point.x, point.y].style.ground, .strong)
    return texts.contains { canvas.writeIfBlank($0, at: point, style, limit: limit) }
  }
}

extension Canvas {
  /// The column after the last visible character between a point and a column of its row.
  func end(ofTextFrom point: Point, to limit: Int) -> Int {
    let columns = (point.x..<max(point.x, limit)).filter { self[$0, point.y].character != " " }
    return columns.last.map { $0 + 1 } ?? point.x
  }

  /// The column behind words with one blank between them.
  func end(ofWordsFrom point: Point) -> Int {
    let ends = (point.x..<max(point.x, size.columns)).first { x in
      [x, x + 1].allSatisfy { self[$0, point.y].isBlankOrLine }
    }
    return ends ?? point.x
  }

  /// Writes a text if it fits and nothing else is there.
  ///
  /// - Returns: whether it is written.
  @discardableResult
  mutating func writeIfBlank(
    _ text: String, at point: Point, _ style: Style, limit: Int? = nil
  ) -> Bool {
    let end = point.x + text.columns
    guard end <= min(limit ?? size.columns, size.columns),
      (point.x..<end).allSatisfy({ self[$0, point.y].character == " " })
    else { return false }
    write(text, at: point, style)
    return true
  }
}
