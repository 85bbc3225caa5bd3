import CellEngine
import Screen

/// One unit's gates and memory over the words: a shade for the size and the number with its sign.
struct TrainedSentence {
  private let session: Session
  private let run: Run
  private let language: Language
  private let labelColumns = 7

  init(_ session: Session, _ run: Run, _ language: Language) {
    self.session = session
    self.run = run
    self.language = language
  }

  /// What is shown of a cell: its gates and what it remembers.
  static func roles(of graph: CellGraph) -> [Role] {
    let gates: [Role] = [.forget, .relevance, .update, .output]
    return gates.filter { graph.signal($0) != nil } + [graph.memoryState.role]
  }

  private var unit: Int { min(session.unit, run.cell.unitCount - 1) }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 2 else { return }
    drawTitle(language.text(.training(.sentence(unit: unit + 1))), in: area, on: &canvas)
    let room = area.size.columns - labelColumns - 1
    let isWide = session.words.reduce(0) { $0 + max($1.columns + 2, 7) } <= room
    let columns = WordColumns(
      session.words, around: session.time, least: isWide ? 7 : 6, in: room)
    let y = area.top + 1
    if columns.isCutBefore {
      canvas.write("‹", at: Point(area.left + labelColumns - 1, y), Style(.key))
    }
    if columns.isCutAfter { canvas.write("›", at: Point(area.right - 1, y), Style(.key)) }
    let isCut = columns.isCutBefore || columns.isCutAfter
    for (time, column) in columns.places {
      let ink: Ink = time == session.choicePlace ? .prediction : .plain
      let ground: Ground = isCut && time == session.time ? .word : .plain
      canvas.write(
        session.words[time], at: Point(area.left + labelColumns + column, y),
        Style(ink, on: ground, .strong), limit: area.right - 1)
    }
    let graph = run.cell.graph
    for (row, role) in Self.roles(of: graph).enumerated() {
      guard let signal = signal(role) else { continue }
      let y = y + 1 + row
      let label = Notation(session.convention, for: graph).bareSymbol(role)
      canvas.write(label, at: Point(area.left + 1, y), Style(role.ink, on: .plain, .strong))
      for (time, column) in columns.places {
        let (text, ink) = number(signal, role, time, isWide: isWide)
        canvas.write(
          text, at: Point(area.left + labelColumns + column, y), Style(ink, on: .plain, .strong),
          limit: area.right - 1)
      }
    }
  }

  private func signal(_ role: Role) -> SignalID? {
    let graph = run.cell.graph
    return graph.states.first { $0.role == role }?.next ?? graph.signal(role)
  }

  /// A number behind its shade; where words stand close a number with a sign has no shade.
  private func number(
    _ signal: SignalID, _ role: Role, _ time: Int, isWide: Bool
  ) -> (text: String, ink: Ink) {
    let value = run.trace[signal, time, unit]
    let sign = run.cell.sign(of: signal)
    let label = Figure.label(value, sign: sign)
    let shade = HeatGlyphs.text(
      (value / run.scale(of: signal)).magnitude, isSigned: false, columns: 1)
    let ink = Ink(of: value, unsigned: sign == .always ? nil : role.ink)
    return (isWide || sign != .always ? shade + label : label, ink)
  }
}
