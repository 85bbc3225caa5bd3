import CellEngine
import Screen

/// All units over all steps as a heat map of one signal, all signals of the selected unit, and the
/// cursor's value in a sentence.
///
/// Only what has been computed has characters, unless the user looks ahead.
struct HeatMapPanel {
  private let session: Session
  private let language: Language
  private let window: StepWindow
  private let labelColumns: Int
  private var graph: CellGraph { session.run.cell.graph }
  private var timeline: Timeline { session.timeline }

  init(_ session: Session, columns: Int, _ language: Language) {
    self.session = session
    self.language = language
    let notation = session.notation
    let last = session.run.cell.unitCount - 1
    let symbols = session.timelineSignals.map { Self.label(of: $0, in: session) }
    let widest = symbols.map(\.columns).max() ?? 0
    let units = widest + notation.index(last).columns
    let scores = session.timeline.scores.indices.compactMap(session.timelineScore)
    labelColumns = 3 + units + (scores.map(\.columns).max().map { max(5, $0) + 1 } ?? 0)
    window = StepWindow(
      count: session.tokens.count, around: session.time, in: columns - labelColumns - 2
    ) { session.heatColumns(at: $0) }
  }

  /// A signal's symbol without a time.
  private static func label(of signal: SignalID, in session: Session) -> String {
    session.run.cell.graph[signal].role.map(session.notation.bareSymbol) ?? ""
  }

  func draw(in layout: HeatMapLayout, on canvas: inout Canvas) {
    let shown = session.timelineUnits[places(in: layout.units)]
    let arrows = explained([session.timelineSignal], of: shown).first
    let sentence = session.timelineNarration(hasArrows: arrows != nil)
    let narration = NarrationPanel(session, language, saying: .timeline(sentence))
    let isSaid = sentence.explainsArrows && narration.saysAll(in: layout.narration.size.columns)
    HeatMapTitle(session, steps: window.steps, language).draw(
      explaining: isSaid ? nil : arrows, in: layout.title, on: &canvas)
    drawWords(in: layout.words, on: &canvas)
    drawStretch(in: layout.stretch, on: &canvas)
    drawUnits(in: layout.units, on: &canvas)
    drawSignals(in: layout.signals, on: &canvas)
    narration.draw(in: layout.narration, on: &canvas)
  }

  /// The words.
  func regions(in layout: HeatMapLayout) -> [Region] {
    window.steps.map { step in
      let place = window.place(of: step)
      return Region(
        Rectangle(
          x: layout.words.left + labelColumns + place.lowerBound, y: layout.words.top,
          columns: place.count, rows: 1), .word(step))
    }
  }

  private func drawWords(in area: Rectangle, on canvas: inout Canvas) {
    if window.steps.lowerBound > 0 {
      canvas.write("‹", at: Point(area.left + labelColumns - 1, area.top), Style(.key))
    }
    if window.steps.upperBound < session.tokens.count {
      canvas.write("›", at: Point(area.right - 1, area.top), Style(.key))
    }
    for step in window.steps {
      let place = window.place(of: step)
      let x = area.left + labelColumns + place.lowerBound
      canvas.write(
        session.bareWord(at: step), at: Point(x, area.top), session.wordStyle(at: step),
        limit: area.left + labelColumns + place.upperBound)
    }
  }

  /// A line over the steps of the marked stretch; where it goes on beyond the window it is open.
  private func drawStretch(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 0, let stretch = timeline.stretch else { return }
    let steps = stretch.steps(upTo: session.time)
    let style = Style(.key, on: .plain, .strong)
    for step in window.steps where steps.contains(step) {
      let place = window.place(of: step)
      for column in place {
        let isStart = step == steps.lowerBound && column == place.lowerBound
        let isEnd =
          step == steps.upperBound - 1 && column == max(place.lowerBound, place.upperBound - 2)
        let isGap = step == steps.upperBound - 1 && column > place.upperBound - 2
        guard !isGap || isEnd else { continue }
        let character: Character = isEnd && isStart ? "━" : isStart ? "┝" : isEnd ? "┥" : "━"
        canvas[area.left + labelColumns + column, area.top] = Glyph(character, style)
      }
    }
  }

  /// The places in the order of the units that have a row.
  private func places(in area: Rectangle) -> Range<Int> {
    let order = session.timelineUnits
    let chosen = order.firstIndex(of: session.unit) ?? 0
    return CellScene.window(of: order.count, showing: chosen, fitting: area.size.rows)
  }

  /// What the arrows in the rows of some signals and units stand for; nothing if there are none.
  ///
  /// - Complexity: O(signals · units · steps in sight), however long the text is.
  private func explained(_ signals: [SignalID], of units: some Sequence<Int>) -> [Phrase] {
    let beyond = signals.filter { signal in
      units.contains { unit in
        window.steps.contains { session.isOnTimeline(signal, at: $0) && isBeyond(signal, $0, unit) }
      }
    }
    return session.fullBars(of: beyond) { _ in true }
  }

  private func isBeyond(_ signal: SignalID, _ step: Int, _ unit: Int) -> Bool {
    HeatGlyphs.isBeyond(session.run.trace[signal, step, unit] / session.run.scale(of: signal))
  }

  private func drawUnits(in area: Rectangle, on canvas: inout Canvas) {
    let order = session.timelineUnits
    let shown = places(in: area)
    let signal = session.timelineSignal
    for (row, place) in shown.enumerated() {
      let unit = order[place]
      let y = area.top + row
      let symbol = Self.label(of: signal, in: session) + session.notation.index(unit)
      drawLabel(
        symbol, isSelected: unit == session.unit, signal, at: Point(area.left, y), on: &canvas)
      if let score = session.timelineScore(of: unit) {
        canvas.write(
          score, at: Point(area.left + labelColumns - 1 - score.columns, y), Style(.faint))
      }
      drawHeat(of: signal, unit, isSelected: unit == session.unit, at: y, on: &canvas)
    }
    say(more: shown.lowerBound, "↑", Point(area.right - 1, area.top), on: &canvas)
    say(
      more: order.count - shown.upperBound, "↓", Point(area.right - 1, area.bottom - 1), on: &canvas
    )
  }

  private func say(more: Int, _ arrow: Character, _ point: Point, on canvas: inout Canvas) {
    if more > 0 { canvas[point.x, point.y] = Glyph(arrow, Style(.key)) }
  }

  private func drawSignals(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 0 else { return }
    let title = language.text(.timeline(.unitSignals(session.unit + 1)))
    drawTitle(title, in: area, on: &canvas)
    let signals = session.timelineSignals.prefix(area.size.rows - 1)
    // The map has the arrows of its own signal too, with what they stand for.
    let others = explained(signals.filter { $0 != session.timelineSignal }, of: [session.unit])
    let forms = [others.map { language.text($0) }, others.map { language.shortText($0) }]
    if !others.isEmpty {
      drawTitleEnd(
        forms.map { $0.joined(separator: " · ") }, in: area, from: area.left + title.columns + 3,
        on: &canvas)
    }
    for (row, signal) in signals.enumerated() {
      let y = area.top + 1 + row
      let isSelected = signal == session.timelineSignal
      drawLabel(
        Self.label(of: signal, in: session), isSelected: isSelected, signal,
        at: Point(area.left, y), on: &canvas)
      drawHeat(of: signal, session.unit, isSelected: isSelected, at: y, on: &canvas)
    }
  }

  private func drawLabel(
    _ text: String, isSelected: Bool, _ signal: SignalID, at point: Point,
    on canvas: inout Canvas
  ) {
    let ink = graph.colourRole(of: signal)?.ink ?? .plain
    canvas.write(
      (isSelected ? "▸ " : "  ") + text, at: point,
      isSelected ? Style(ink, on: .plain, .strong) : Style(.plain))
  }

  /// One row of the map: a unit's signal at every step of the window.
  private func drawHeat(
    of signal: SignalID, _ unit: Int, isSelected: Bool, at y: Int, on canvas: inout Canvas
  ) {
    let isSigned = session.run.cell.sign(of: signal) == .always
    let scale = session.run.scale(of: signal)
    let role = graph.colourRole(of: signal)?.ink ?? .plain
    for step in window.steps {
      let place = window.place(of: step)
      let isCursor = isSelected && step == session.time
      let ground: Ground = isCursor ? .current : isSelected ? .focus : .plain
      let wide = place.count > 2 ? place.count - 1 : place.count
      let area = Rectangle(
        x: labelColumns + place.lowerBound, y: y, columns: isSelected ? place.count : 0, rows: 1)
      canvas.fill(area, Glyph(" ", Style(on: isSelected ? .focus : .plain)))
      guard session.isOnTimeline(signal, at: step) else { continue }
      let value = session.run.trace[signal, step, unit]
      let ink = Ink(of: value, unsigned: isSigned ? nil : role)
      let isNew = session.differs(signal, at: step, unit: unit)
      let style = Style(
        ink, on: ground, isNew ? [.strong, .underlined] : isCursor ? .strong : [])
      let end = canvas.write(
        HeatGlyphs.text(value / scale, isSigned: isSigned, columns: wide),
        at: Point(area.left, y), style)
      if isBeyond(signal, step, unit) {
        // Reversed, so that it is as dark as a full one.
        canvas.write(String(ValueBar.beyond), at: Point(end - 1, y), style.with(.reversed))
      }
      guard isNew, wide < place.count else { continue }
      canvas.write("*", at: Point(end, y), style.on(isSelected ? .focus : .plain))
    }
  }
}

extension Session {
  /// The number by which a unit was sorted, as it is written; nil if the units were not sorted.
  func timelineScore(of unit: Int) -> String? {
    guard timeline.scores.indices.contains(unit) else { return nil }
    return Figure.label(
      timeline.scores[unit], sign: timeline.order == .stretch ? .always : .negative)
  }

  /// The columns of a step in the timeline: its word and a space; a single character takes two.
  func heatColumns(at time: Int) -> Int { max(2, bareWord(at: time).columns + 1) }
}
