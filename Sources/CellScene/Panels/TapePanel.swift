import CellEngine
import Screen

/// The sentence as a tape, and under each word that has been read what the selected unit remembers.
struct TapePanel {
  private let session: Session
  private let pass: Backpass?
  private let labelColumns = 8

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
      canvas.write("‹", at: Point(area.left + labelColumns - 1, area.top), Style(.key))
    }
    if columns.isCutAfter { canvas.write("›", at: Point(area.right - 1, area.top), Style(.key)) }
    for (time, column) in columns.places {
      let x = area.left + labelColumns + column
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

  private func columns(in area: Rectangle) -> WordColumns {
    WordColumns(
      session.words, around: session.time, least: isNarrow ? 2 : 7,
      gap: isNarrow ? 1 : 2, in: area.size.columns - labelColumns - 1)
  }

  /// The words with what stands below them.
  func regions(in area: Rectangle) -> [Region] {
    columns(in: area).regions(from: area.left + labelColumns, in: area)
  }

  /// Characters stand too close for numbers; darkness and sign stand below them.
  private var isNarrow: Bool { pass == nil && session.model.vocabulary.isOfCharacters }

  private func heat(of signal: SignalID, at time: Int) -> String {
    let run = session.run
    return HeatGlyphs.text(
      run.trace[signal, time, session.unit] / run.scale(of: signal),
      isSigned: run.cell.sign(of: signal) == .always, columns: 2)
  }
}

/// A number on the screen with its style.
struct StyledFigure: Hashable {
  let text: String
  let style: Style
}

extension Session {
  /// Whether a value has been computed at the shown place of the sentence.
  func isKnown(_ signal: SignalID, at time: Int) -> Bool {
    time < self.time || time == self.time && run.isKnown(signal, after: microStep)
  }

  /// The selected unit's value with a star if the last switch changed it; nil if not yet computed.
  func remembered(_ signal: SignalID, at time: Int, unit: Int? = nil) -> StyledFigure? {
    guard isKnown(signal, at: time) else { return nil }
    let unit = unit ?? self.unit
    let value = run.trace[signal, time, unit]
    let star = differs(signal, at: time, unit: unit) ? "*" : ""
    let text = Figure.label(value, sign: run.cell.sign(of: signal)) + star
    return StyledFigure(
      text: text, style: Style(Ink(of: value), .init(star.isEmpty ? [] : [.underlined, .strong])))
  }

  /// Whether a value is another, as it is shown, than in the run that it is told from: the one
  /// before the last change, else the other cell of a comparison, else the original.
  func differs(_ signal: SignalID, at time: Int, unit: Int) -> Bool {
    guard let (other, there) = reference(at: time),
      let old = run.counterpart(of: signal, in: other)
    else { return false }
    return Figure.label(run.trace[signal, time, unit])
      != Figure.label(other.trace[old, there, unit])
  }

  /// What the shown micro-step computes.
  var currentSignal: SignalID? {
    if case .computation(let signal) = stage { signal } else { nil }
  }
}

extension Style {
  fileprivate init(_ ink: Ink, _ emphasis: Emphasis) { self.init(ink, on: .plain, emphasis) }
}
