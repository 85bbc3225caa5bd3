import CellEngine
import Screen

/// The sentence, and under each word what the unit of either cell remembers.
struct CompareTape {
  private let session: Session
  private let other: Session
  private let comparison: Comparison
  private let language: Language
  private let labelColumns = 10

  init(_ session: Session, _ other: Session, _ comparison: Comparison, _ language: Language) {
    self.session = session
    self.other = other
    self.comparison = comparison
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let columns = columns(in: area)
    if columns.isCutBefore {
      canvas.write("‹", at: Point(area.left + labelColumns - 1, area.top), Style(.key))
    }
    if columns.isCutAfter { canvas.write("›", at: Point(area.right - 1, area.top), Style(.key)) }
    drawLabel(of: session, isOther: false, at: Point(area.left + 1, area.top + 1), on: &canvas)
    drawLabel(of: other, isOther: true, at: Point(area.left + 1, area.top + 2), on: &canvas)
    for (time, column) in columns.places {
      let x = area.left + labelColumns + column
      canvas.write(
        session.markedWord(at: time), at: Point(x, area.top), session.wordStyle(at: time),
        limit: area.right)
      write(mine(at: time), at: Point(x + 1, area.top + 1), limit: area.right, on: &canvas)
      guard time <= session.time else { continue }
      let theirs = theirs(at: time)
      let absent = StyledFigure(text: "—", style: Style(.faint))
      write(theirs ?? absent, at: Point(x + 1, area.top + 2), limit: area.right, on: &canvas)
    }
  }

  /// What A's unit remembers after a word; nil if it has not computed that yet.
  private func mine(at time: Int) -> StyledFigure? {
    session.remembered(session.shownMemory.signal, at: time)
  }

  /// What B's unit remembers there, within another optional: nil if B does not have the word.
  private func theirs(at time: Int) -> StyledFigure?? {
    comparison.places[time].map { other.remembered(other.shownMemory.signal, at: $0) }
  }

  /// At least seven columns for a word, and more where a number would touch the next one.
  private func columns(in area: Rectangle) -> WordColumns {
    func columns(least: Int) -> WordColumns {
      WordColumns(
        session.words, around: session.time, least: least,
        in: area.size.columns - labelColumns - 1)
    }
    let close = columns(least: 7)
    let figures = close.places.flatMap { [mine(at: $0.time), theirs(at: $0.time) ?? nil] }
    let widest = figures.compactMap { $0?.text.columns }.max() ?? 0
    return widest < 7 ? close : columns(least: widest + 1)
  }

  /// The words with what stands below them.
  func regions(in area: Rectangle) -> [Region] {
    columns(in: area).regions(from: area.left + labelColumns, in: area)
  }

  private func write(
    _ figure: StyledFigure?, at point: Point, limit: Int, on canvas: inout Canvas
  ) {
    guard let figure else { return }
    canvas.write(figure.text, at: point, figure.style, limit: limit)
  }

  private func drawLabel(
    of side: Session, isOther: Bool, at point: Point, on canvas: inout Canvas
  ) {
    let role = side.shownMemory.role
    let x =
      canvas.write(
        language.text(.compare(.letter(isOther: isOther))), at: point,
        Style(.plain, on: .plain, .strong)) + 1
    canvas.write(
      side.notation.symbol(role, .general) + side.notation.index(side.unit), at: Point(x, point.y),
      Style(role.ink))
  }
}

extension Session {
  /// A word between its blanks; a star in place of the first says that it is edited.
  func markedWord(at time: Int) -> String {
    (isEdited(wordAt: time) ? "*" : " ") + words[time] + " "
  }
}
