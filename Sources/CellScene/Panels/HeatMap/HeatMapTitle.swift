import CellEngine
import Screen

/// The timeline's heading: which signal, how the units are sorted, which steps are shown.
struct HeatMapTitle {
  private let session: Session
  private let steps: Range<Int>
  private let language: Language

  init(_ session: Session, steps: Range<Int>, _ language: Language) {
    self.session = session
    self.steps = steps
    self.language = language
  }

  /// Draws it; what the map's arrows stand for comes first if it is not said anywhere else.
  func draw(explaining arrows: Phrase?, in area: Rectangle, on canvas: inout Canvas) {
    for x in area.left..<area.right { canvas[x, area.top] = Glyph("─", Style(.faint)) }
    var x = drawSignals(in: area, on: &canvas)
    let timeline = session.timeline
    if timeline.looksAhead {
      x = canvas.write(
        " " + language.text(.timeline(.ahead)) + " ", at: Point(x + 1, area.top),
        Style(.alert, on: .plain, [.strong, .reversed]))
    }
    let piece = session.model.piece
    let order = Phrase.timeline(.order(timeline.order, over: timeline.counted.count, piece))
    let shown = Phrase.timeline(
      .steps(first: steps.lowerBound + 1, last: steps.upperBound, of: session.tokens.count, piece))
    let texts = [
      [language.text(order), language.text(shown)],
      [language.shortText(order), language.text(shown)],
      [language.shortText(order), language.shortText(shown)], [language.text(shown)],
    ]
    let explained = arrows.map { arrows in
      let (long, short) = (language.text(arrows), language.shortText(arrows))
      return [[long] + texts[0]] + texts.map { [short] + $0 }
        + [[short, language.shortText(shown)], [short]]
    }
    drawTitleEnd(
      (explained ?? texts).map { $0.joined(separator: " ─ ") }, in: area, from: x, on: &canvas)
  }

  /// The heading in words.
  var told: String {
    let graph = session.run.cell.graph
    let signals = session.timelineSignals.map { signal in
      let symbol = graph[signal].role.map { session.notation.symbol($0, .general) } ?? ""
      return signal == session.timelineSignal ? "[" + symbol + "]" : symbol
    }
    let timeline = session.timeline
    let order = TimelinePhrase.order(
      timeline.order, over: timeline.counted.count, session.model.piece)
    return language.text(
      .linear(
        .listed(
          [signals.joined(separator: " "), language.text(.timeline(order))]
            + (timeline.looksAhead ? [language.text(.timeline(.ahead))] : []))))
  }

  /// All signals in their order, the one that is shown in brackets.
  private func drawSignals(in area: Rectangle, on canvas: inout Canvas) -> Int {
    let graph = session.run.cell.graph
    var x = area.left + 1
    for signal in session.timelineSignals {
      let isShown = signal == session.timelineSignal
      let symbol = graph[signal].role.map { session.notation.symbol($0, .general) } ?? ""
      let ink = graph.colourRole(of: signal)?.ink ?? .plain
      x = canvas.write(
        isShown ? "[" + symbol + "]" : " " + symbol + " ", at: Point(x, area.top),
        Style(isShown ? ink : .faint, on: .plain, isShown ? .strong : []))
    }
    return x
  }
}

extension Session {
  /// The cursor's cell of the timeline, spelled out with its sign.
  ///
  /// - Parameter hasArrows: whether numbers beyond a full bar are in sight.
  func timelineNarration(hasArrows: Bool) -> TimelinePhrase {
    let signal = timelineSignal
    let symbol = text(signal)
    guard isOnTimeline(signal, at: time) else {
      return .unknown(symbol: symbol, unit: unit + 1, word: words[time], keyMap)
    }
    let value = run.trace[signal, time, unit]
    let scale = run.scale(of: signal)
    return .value(
      symbol: symbol, unit: unit + 1, word: words[time],
      value: Figure.label(value, sign: run.cell.sign(of: signal)),
      size: value.isNaN ? nil : Figure.percent(value.magnitude / scale),
      full: scale == 1 && !hasArrows ? nil : Figure.label(scale),
      beyond: hasArrows ? String(ValueBar.beyond) : nil)
  }
}
