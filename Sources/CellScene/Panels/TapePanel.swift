import CellEngine
import Screen

/// The sentence as a tape, and under each word that has been read what the selected unit remembers.
struct TapePanel {
  private let session: Session
  private let pass: Backpass?
  /// The columns before the first word.
  static let labelColumns = 8

  /// - Parameter pass: shows slopes in place of values, as far as they have flowed back.
  init(_ session: Session, _ pass: Backpass? = nil) {
    self.session = session
    self.pass = pass
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let memory = session.shownMemory
    let notation = session.notation
    let symbol = notation.symbol(memory.role, .general) + notation.index(session.unit)
    let label = (pass == nil ? "" : Notation.differential) + symbol
    canvas.write(label, at: Point(area.left + 1, area.top + 1), Style(memory.role.ink))
    let columns = columns(in: area)
    if columns.isCutBefore {
      canvas.write("‹", at: Point(area.left + Self.labelColumns - 1, area.top), Style(.key))
    }
    if columns.isCutAfter { canvas.write("›", at: Point(area.right - 1, area.top), Style(.key)) }
    for (time, column) in columns.places {
      let x = area.left + Self.labelColumns + column
      canvas.write(
        session.markedWord(at: time), at: Point(x, area.top), session.wordStyle(at: time),
        limit: area.right)
      let figure =
        pass.map { session.flowedBack(memory.signal, at: time, $0) }
        ?? session.remembered(memory.signal, at: time)
      guard let figure else { continue }
      if isNarrow {
        canvas.write(
          heat(of: memory.signal, at: time), at: Point(x, area.top + 1), figure.style,
          limit: area.right)
      } else {
        canvas.write(figure.text, at: Point(x + 1, area.top + 1), figure.style, limit: area.right)
      }
    }
  }

  /// Where the words stand.
  func columns(in area: Rectangle) -> WordColumns {
    WordColumns(
      session.words, around: session.time, least: isNarrow ? 2 : 7,
      gap: isNarrow ? 1 : 2, in: area.size.columns - Self.labelColumns - 1)
  }

  /// The words with what stands below them.
  func regions(in area: Rectangle) -> [Region] {
    columns(in: area).regions(from: area.left + Self.labelColumns, in: area)
  }

  /// Characters stand too close for numbers; darkness and sign stand below them.
  var isNarrow: Bool { pass == nil && session.model.vocabulary.isOfCharacters }

  private func heat(of signal: SignalID, at time: Int) -> String {
    let run = session.run
    return HeatGlyphs.text(
      run.trace[signal, time, session.unit] / run.scale(of: signal),
      isSigned: run.cell.sign(of: signal) == .always, columns: 2)
  }
}
