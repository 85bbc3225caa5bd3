import CellEngine
import Screen

/// What the picture's plates tell: values, or in the backward pass the slopes of the loss.
extension DiagramPanel {
  /// The mark before a symbol whose slope is meant.
  var mark: String { pass == nil ? "" : Notation.differential }

  /// The number of a unit that the plates show.
  func value(of signal: SignalID, unit: Int) -> Double {
    pass.map { $0.adjoint(signal, unit: unit) }
      ?? session.run.trace[signal, session.time, unit]
  }

  /// The magnitude that a full bar stands for.
  func scale(of signal: SignalID) -> Double { pass?.fullBar ?? session.run.scale(of: signal) }

  /// Whether the numbers can be below zero: all slopes can.
  func isSigned(_ signal: SignalID) -> Bool {
    pass != nil || session.run.cell.sign(of: signal) == .always
  }

  /// Whether the last switch changed a number as far as it is shown.
  func differs(_ signal: SignalID, at time: Int, unit: Int) -> Bool {
    pass == nil && session.differs(signal, at: time, unit: unit)
  }

  /// Where bars begin that have signs and a label below them; nil if wires leave no room for three rows.
  ///
  /// A gate's plate has two rows, for its values have no signs; its slopes take a free third one, and
  /// keep off what stands on the right.
  func startOfSignedBars(in area: Rectangle, _ window: BarWindow, _ canvas: Canvas) -> Point? {
    let columns = max(window.units.count * window.columns, min(area.size.columns, 6))
    guard pass != nil else { return area.origin }
    func isFree(_ point: Point) -> Bool {
      (point.y...point.y + 2).allSatisfy { y in
        canvas[point.x - 1, y].isBlankOrLine
          && (point.x...point.x + columns).allSatisfy { canvas.isFree($0, y) }
      }
    }
    let starts = [area.left, area.left - 1].flatMap { x in
      [area.top, area.top - 1].map { Point(x, $0) }
    }
    return starts.first(where: isFree)
  }

  /// The power of ten of all slopes in the picture, on its outline.
  func drawScale(on frame: Rectangle, on canvas: inout Canvas) {
    guard let pass, !pass.unitText.isEmpty else { return }
    let text = " " + language.shortText(.gradient(.flows(pass.flow))) + " "
    canvas.write(
      text, at: Point(frame.right - 2 - text.columns, frame.top),
      Style(.plain, on: .body, .strong))
  }

  /// The loss in place of the prediction that it reads.
  func drawLoss(in area: Rectangle, on canvas: inout Canvas) {
    let known = isKnown(.prediction)
    let ground: Ground = known ? .bar : .waiting
    canvas.fill(area, Glyph(" ", Style(on: ground)))
    let phrase =
      known ? session.lossPhrase : .lossElsewhere(word: session.words[session.loss.step])
    let texts = [
      language.text(.gradient(phrase)), language.shortText(.gradient(phrase)),
      language.text(.gradient(.lossAlone(value: session.lossFigure))),
    ].prefix(known ? 3 : 1)
    let text = texts.first { $0.columns + 2 <= area.size.columns } ?? (known ? texts[2] : "")
    canvas.write(
      text, at: Point(area.left + 1, area.top),
      Style(known ? .prediction : .faint, on: ground, known ? .strong : []), limit: area.right)
  }
}
