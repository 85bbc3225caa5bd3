import CellEngine
import Screen

extension DiagramPanel {
  /// The prediction: its symbol, and when it is there the most likely words, or the units that show
  /// most.
  func drawReadout(_ diagram: Diagram, on canvas: inout Canvas) {
    guard let area = diagram.box(.prediction)?.area else { return }
    guard pass == nil else { return drawLoss(in: area, on: &canvas) }
    let known = isKnown(.prediction)
    let ground: Ground = known ? .bar : .waiting
    canvas.fill(area, Glyph(" ", Style(on: ground)))
    let symbol = session.outputSymbol(session.timeLabel)
    var x =
      canvas.write(
        symbol, at: Point(area.left + 1, area.top),
        Style(known ? .prediction : .faint, on: ground, known ? .strong : []))
      + (area.size.columns < 20 ? 1 : 2)
    guard known else { return }
    let (first, ranked) = (x, session.rankedOutputs(at: session.time))
    var hasBars = false
    for (place, output) in ranked.enumerated() where output.isLikely {
      guard
        let end = write(
          output, isFirst: place == 0, hasBars: &hasBars, from: x, in: area, ground, on: &canvas)
      else { break }
      x = end + 2
    }
    guard x == first, let best = ranked.first else { return }
    canvas.write(
      best.name.shortened(to: area.right - first - 1), at: Point(first, area.top),
      Style(.plain, on: ground, .strong))
  }

  /// A word with a bar, its probability and how far that is from the original's.
  ///
  /// What there is no room for is left out of the first word, the bar before the difference. Where the
  /// first one has a bar the others have theirs.
  ///
  /// - Returns: the column behind it; nil if there is no room.
  private func write(
    _ output: Session.Output, isFirst: Bool, hasBars: inout Bool, from start: Int,
    in area: Rectangle, _ ground: Ground, on canvas: inout Canvas
  ) -> Int? {
    let plain = Style(.plain, on: ground)
    let bar = ValueBar.across(output.value.magnitude, columns: 6)
    let marks = session.distance(ofOutput: output.place, at: session.time)?.marks ?? []
    let word = [(output.label, plain.with(.strong))]
    let figure = session.figure(of: output, at: session.time)
    let number = [(figure.text, figure.style.on(ground))]
    let bars = bar.isEmpty ? [] : [(bar, Style(.prediction, on: ground))]
    let changes = marks.isEmpty ? [[]] : marks.map { [($0, Style(.alert, on: ground, .strong))] }
    // Where there is no room for the star, the number's style says it.
    let bare = [(figure.text.filter { $0 != "*" }, figure.style.on(ground))]
    let (whole, short) = (
      changes.map { word + bars + number + $0 }, changes.map { word + number + $0 }
    )
    let forms = whole + short + [word + number, word + bare]
    let others = whole + changes.map { word + bars + bare + $0 } + (hasBars ? [] : short)
    let fitting = (isFirst ? forms : others).first { form in
      start + form.reduce(-1) { $0 + 1 + $1.0.columns } < area.right
    }
    guard let fitting else { return nil }
    if isFirst { hasBars = !bar.isEmpty && fitting.contains { $0.0 == bar } }
    var x = start
    for (text, style) in fitting {
      x = canvas.write(text, at: Point(x, area.top), style) + 1
    }
    return x - 1
  }
}

extension Session {
  /// An output's value with a star if the last switch changed it.
  func figure(of output: Output, at time: Int) -> StyledFigure {
    let changed = differs(outputOf: output.place, at: time)
    return StyledFigure(
      text: output.figure + (changed ? "*" : ""),
      style: Style(changed ? .alert : .plain, on: .plain, changed ? [.strong, .underlined] : []))
  }
}
