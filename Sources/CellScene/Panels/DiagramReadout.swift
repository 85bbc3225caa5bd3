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
    let first =
      canvas.write(
        symbol, at: Point(area.left + 1, area.top),
        Style(known ? .prediction : .faint, on: ground, known ? .strong : []))
      + (area.size.columns < 20 ? 1 : 2)
    guard known else { return }
    let ranked = session.rankedOutputs(at: session.time)
    var last: WrittenOutput?
    for output in ranked where output.isLikely {
      guard let written = write(output, behind: last, from: first, in: area, ground, on: &canvas)
      else { break }
      last = written
    }
    guard last == nil, let best = ranked.first else { return }
    canvas.write(
      best.name.shortened(to: area.right - first - 1), at: Point(first, area.top),
      Style(.plain, on: ground, .strong))
  }

  /// A word with a bar, its probability and how far that is from the original's.
  ///
  /// What there is no room for is left out of the first word, the bar before the difference. Behind a
  /// word with a bar none stands without.
  ///
  /// - Parameters:
  ///   - last: the word before.
  ///   - first: where the first word begins.
  /// - Returns: nil if there is no room.
  private func write(
    _ output: Session.Output, behind last: WrittenOutput?, from first: Int, in area: Rectangle,
    _ ground: Ground, on canvas: inout Canvas
  ) -> WrittenOutput? {
    let start = last.map { $0.end + 2 } ?? first
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
    let forms =
      switch last?.hasBar {
      case nil: whole + short + [word + number, word + bare]
      case true?: whole + changes.map { word + bars + bare + $0 }
      case false?: short + changes.map { word + bare + $0 }
      }
    let fitting = forms.first { form in
      start + form.reduce(-1) { $0 + 1 + $1.0.columns } < area.right
    }
    guard let fitting else { return nil }
    var x = start
    for (text, style) in fitting {
      x = canvas.write(text, at: Point(x, area.top), style) + 1
    }
    return WrittenOutput(end: x - 1, hasBar: fitting.contains { !bar.isEmpty && $0.0 == bar })
  }
}

/// A word that stands in the prediction.
private struct WrittenOutput {
  /// The column behind it.
  let end: Int
  /// Whether its probability is drawn too.
  let hasBar: Bool
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
