import CellEngine
import Screen

extension DiagramPanel {
  /// Says on the picture's outline which units have bars, if not all have, and what a full bar is of
  /// what is not measured by 1, and that a bar is longer.
  func sayWhatBarsShow(_ diagram: Diagram, _ window: BarWindow, on canvas: inout Canvas) {
    let count = session.run.cell.unitCount
    let units = (first: window.units.lowerBound + 1, last: window.units.upperBound)
    let isCut = window.units.count < count
    let whole = language.text(.unitsShown(first: units.first, last: units.last, of: count))
    let short = "\(units.first)–\(units.last)/\(count)"
    let scales = pass.map { slopeRemarks($0, window) } ?? scaleRemarks(diagram, window)
    let all = scales.isEmpty ? nil : scales.joined(separator: " · ")
    let brief = scales.isEmpty ? nil : pass.map { "█=" + $0.fullBarText }
    let forms: [[String?]] = [
      [isCut ? whole : nil, all], [isCut ? short : nil, all], [isCut ? short : nil, scales.last],
      [isCut ? short : nil, brief], [isCut ? whole : nil], [isCut ? short : nil],
    ]
    for form in forms {
      let parts = form.compactMap { $0 }
      guard !parts.isEmpty else { continue }
      if write(" " + parts.joined(separator: " · ") + " ", on: diagram.tracks.frame, &canvas) {
        return
      }
    }
  }

  /// What a full bar is of all that has bars, where it is not 1 or a bar is longer: the states last.
  private func scaleRemarks(_ diagram: Diagram, _ window: BarWindow) -> [String] {
    let states = graph.states.map(\.next)
    let inner = graph.signals.filter(graph.isDrawn).filter {
      diagram.plan.plates[diagram.keys[$0]]?.form == .bars && !states.contains($0)
        && isKnown(.signal($0))
    }
    func isBeyond(_ signal: SignalID) -> Bool {
      // A state stands in the picture twice, as it is found and as it is left.
      let found = graph.states.filter { $0.next == signal }.map(\.previous)
      return ([signal] + found).contains { isKnown(.signal($0)) && hasBarBeyond($0, window) }
    }
    let measured = [inner, states].joined().filter {
      session.run.scale(of: $0) != 1 || isBeyond($0)
    }
    return session.fullBars(of: measured, isBeyond: isBeyond).map { language.text($0) }
  }

  /// What a full bar is of slopes, where it is not 1 or one is larger.
  private func slopeRemarks(_ pass: Backpass, _ window: BarWindow) -> [String] {
    let drawn =
      graph.states.flatMap { [$0.previous, $0.next] } + graph.signals.filter(graph.isDrawn)
    let isBeyond = drawn.contains { isKnown(.signal($0)) && hasBarBeyond($0, window) }
    guard isBeyond || pass.fullBar != 1 || pass.exponent != 0 else { return [] }
    return [
      language.text(
        .fullBar(
          symbols: [Notation.differential], value: pass.fullBarText,
          beyond: isBeyond ? String(ValueBar.beyond) : nil))
    ]
  }

  private func hasBarBeyond(_ signal: SignalID, _ window: BarWindow) -> Bool {
    window.units.contains { unit in
      let share = value(of: signal, unit: unit).magnitude / scale(of: signal)
      return ValueBar.character(share) == ValueBar.beyond
    }
  }

  /// Writes on the upper edge, as far right as nothing else stands there.
  private func write(_ text: String, on frame: Rectangle, _ canvas: inout Canvas) -> Bool {
    let edge = ((frame.left + 2)..<(frame.right - 2)).map { canvas[$0, frame.top].character == "─" }
    guard let free = edge.lastIndex(of: true) else { return false }
    let first = free - text.columns
    guard first > 0, edge[first...free].allSatisfy({ $0 }) else { return false }
    canvas.write(text, at: Point(frame.left + 2 + first, frame.top), Style(.faint, on: .body))
    return true
  }
}

extension Session {
  /// What full bars of signals stand for, those with the same one together, and whether one of them has
  /// a number beyond it.
  func fullBars(of signals: [SignalID], isBeyond: (SignalID) -> Bool) -> [Phrase] {
    var scales: [Double] = []
    for signal in signals where !scales.contains(run.scale(of: signal)) {
      scales.append(run.scale(of: signal))
    }
    return scales.map { scale in
      let equal = signals.filter { run.scale(of: $0) == scale }
      return .fullBar(
        symbols: equal.compactMap { run.cell.graph[$0].role.map(notation.bareSymbol) },
        value: Figure.label(scale),
        beyond: equal.contains(where: isBeyond) ? String(ValueBar.beyond) : nil)
    }
  }
}
