import CellEngine
import Screen

extension DiagramPanel {
  /// Says on the picture's outline which units have bars, if not all have, and what a full bar is of
  /// what is not measured by 1.
  func sayWhatBarsShow(_ window: BarWindow, on frame: Rectangle, _ canvas: inout Canvas) {
    let count = session.run.cell.unitCount
    let units = (first: window.units.lowerBound + 1, last: window.units.upperBound)
    let isCut = window.units.count < count
    let whole = language.text(.unitsShown(first: units.first, last: units.last, of: count))
    let short = "\(units.first)–\(units.last)/\(count)"
    let scale = pass == nil ? scaleRemark : nil
    let forms: [[String?]] = [
      [isCut ? whole : nil, scale], [isCut ? short : nil, scale], [isCut ? whole : nil],
      [isCut ? short : nil],
    ]
    for form in forms {
      let parts = form.compactMap { $0 }
      guard !parts.isEmpty else { continue }
      if write(" " + parts.joined(separator: " · ") + " ", on: frame, &canvas) { return }
    }
  }

  /// What a full bar of the states is that no function bounds; nothing where it is 1, as of all others.
  private var scaleRemark: String? {
    let unbounded = graph.states.filter { graph.bound(of: $0.next) == nil }
    guard !unbounded.isEmpty, session.run.memoryScale != 1 else { return nil }
    let symbols = unbounded.map { notation.bareSymbol($0.role) }.joined(separator: ", ")
    return language.text(
      .fullBar(symbol: symbols, value: Figure.label(session.run.memoryScale)))
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
