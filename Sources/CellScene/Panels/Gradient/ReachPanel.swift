import CellEngine
import Screen

/// How far back the gradient reaches: one chart for all kinds of cells, and its numbers below.
///
/// The sizes stand on a logarithmic scale; each path has a mark of its own.
struct ReachPanel {
  private let session: Session
  private let language: Language
  private let series: [ReachSeries]
  private let axisColumns = 6

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
    series = session.reachSeries
  }

  /// From this height on the chart has rows enough beside its table.
  static let leastRows = 14

  private static let marks: [Character] = ["●", "+", "○", "■", "×", "▲", "◆", "□"]

  /// Draws the chart, the words below it and the table of its numbers.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    drawTitle(language.text(heading, within: area.size.columns - 4), in: area, on: &canvas)
    let labels = series.map(label)
    let left = max(axisColumns, (labels.map(\.columns).max() ?? 0) + 4)
    let words = [language.text(.gradient(.beginning))] + session.words
    let columns = WordColumns(
      words, around: min(session.time + 1, words.count - 1), least: max(7, series.count + 2),
      in: area.size.columns - left - 1)
    let rows = max(3, area.size.rows - 2 - series.count)
    let wordRow = area.top + 1 + rows
    if columns.isCutBefore {
      canvas.write("‹", at: Point(area.left + left - 1, wordRow), Style(.key))
    }
    if columns.isCutAfter { canvas.write("›", at: Point(area.right - 1, wordRow), Style(.key)) }
    let chart = Rectangle(
      x: area.left + left, y: area.top + 1, columns: area.size.columns - left, rows: rows)
    let scale = LogScale(series.flatMap(\.shares).compactMap { $0 }, rows: rows)
    drawScale(scale, chart, on: &canvas)
    for (time, column) in columns.places {
      draw(time, words[time], at: chart.left + column, scale, chart, on: &canvas)
    }
    for (place, label) in labels.enumerated() {
      let y = chart.bottom + 1 + place
      let style = style(place)
      canvas.write(String(mark(place)), at: Point(area.left + 1, y), style)
      canvas.write(label, at: Point(area.left + 3, y), style, limit: chart.left)
    }
  }

  /// Which loss it is about.
  var heading: Phrase {
    .gradient(
      .reachTitle(
        slope: Notation.slope(by: "…"), formula: session.lossFormula(nil),
        after: session.words[session.loss.step]))
  }

  /// The most words that a line of the table names.
  static let mostTold = 12

  /// The table in words: a line for each path, with what is left of it at the last words up to the
  /// loss.
  var told: [String] {
    let words = [language.text(.gradient(.beginning))] + session.words
    return series.map { series in
      let shares = zip(words, series.shares).compactMap { word, share in
        share.map { word + " " + Brief.text($0) }
      }
      return language.text(
        .linear(
          .titled(label(series), language.text(.linear(.listed(shares.suffix(Self.mostTold)))))))
    }
  }

  private func label(_ series: ReachSeries) -> String {
    switch series.path {
    case .whole(let symbol, _): series.cell + " " + symbol
    case .direct(let kept): language.text(.gradient(.directPath(cell: series.cell, kept: kept)))
    }
  }

  private func mark(_ place: Int) -> Character { Self.marks[place % Self.marks.count] }

  private func style(_ place: Int) -> Style {
    let inks: [Ink] = [.memory, .plain, .activation, .update, .plain, .candidate, .output, .input]
    return Style(inks[place % inks.count], on: .plain, .strong)
  }

  private func drawScale(_ scale: LogScale, _ chart: Rectangle, on canvas: inout Canvas) {
    for line in scale.lines {
      let y = chart.top + line.row
      for x in chart.left..<chart.right - 1 { canvas[x, y] = Glyph("┈", Style(.faint)) }
      canvas.write(
        line.label, at: Point(chart.left - 1 - line.label.columns, y), Style(.plain))
    }
  }

  /// A word, what is left at it as marks on the scale, and as numbers below.
  private func draw(
    _ time: Int, _ word: String, at x: Int, _ scale: LogScale, _ chart: Rectangle,
    on canvas: inout Canvas
  ) {
    let isHere = time == session.time + 1
    canvas.write(
      " " + word + " ", at: Point(x, chart.bottom),
      isHere
        ? Style(.plain, on: .word, .strong) : Style(time > session.loss.step + 1 ? .faint : .plain),
      limit: chart.right)
    for (place, series) in series.enumerated() {
      guard let share = series.shares[time] else { continue }
      // What is 0 has no place on a scale of powers of ten.
      if share > 0 {
        let y = chart.top + scale.row(of: share)
        canvas[x + 1 + place, y] = Glyph(mark(place), style(place))
      }
      canvas.write(
        Brief.text(share), at: Point(x + 1, chart.bottom + 1 + place),
        Style(.plain, on: .plain, isHere ? .strong : []), limit: chart.right)
    }
  }

  /// What the chart says about the shown word; at the loss, where all is whole, about the first word
  /// instead, and at the first word about the start.
  var narration: Phrase {
    let (loss, time) = (session.loss, session.time)
    let from = session.words[loss.step]
    guard time <= loss.step else {
      return .gradient(.reachesBackOnly(from: from, session.model.piece))
    }
    let shown = time < loss.step ? time + 1 : min(time, 1)
    let parts = series.filter(\.isMain).compactMap { series -> GradientPhrase.Size? in
      guard let share = series.shares[shown], case .whole(_, let symbol) = series.path else {
        return nil
      }
      return GradientPhrase.Size(name: series.cell + " " + symbol, size: Brief.text(share))
    }
    guard !parts.isEmpty else { return .gradient(.reachesNowhere(from: from)) }
    return .gradient(
      .sizes(
        at: shown > 0 ? place(of: shown - 1, isHere: shown == time + 1) : nil,
        from: place(of: loss.step, isHere: true), parts: parts))
  }

  /// A word; with its number where that word stands twice, and where it is not the one that is shown.
  private func place(of time: Int, isHere: Bool) -> GradientPhrase.Place {
    let token = session.tokens[time]
    let isAlone = isHere && session.tokens.count { $0 == token } == 1
    return GradientPhrase.Place(
      word: session.words[time], number: isAlone ? nil : time + 1, piece: session.model.piece)
  }
}
