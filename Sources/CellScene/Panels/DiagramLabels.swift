import CellEngine
import Screen

/// What stands beside the bars of the picture: symbols, formulas and numbers, each of them whole and apart
/// from all others.
///
/// Where there is no room for all, blanks go first, then stars (the number's style says the same),
/// names and at last numbers.
extension DiagramPanel {
  /// Symbol and number below bars.
  func drawLabel(of signal: SignalID, at point: Point, on canvas: inout Canvas) {
    let known = isKnown(.signal(signal))
    let style = Style(known ? ink(of: .signal(signal)) : .faint, on: .body, known ? .strong : [])
    let symbol =
      graph[signal].role.map(notation.bareSymbol)
      ?? formula(of: signal).map(\.text).joined().replacingSpaces
    let name = StyledFigure(text: mark + symbol, style: style)
    let numbers = numbers(of: signal, on: .body)
    guard !numbers.isEmpty else {
      canvas.write(firstOf: [[name]], shifted: [0, -1, 1], from: point)
      return
    }
    let blank = StyledFigure(text: " ", style: Style(on: .body))
    // A blank stays before the label, but not at the cost of its symbol.
    for shifts in [[0, -1], [1, 2]] {
      for number in numbers {
        let forms = [[name, blank, number], [name, number]]
        if canvas.write(oneOf: forms, shifted: shifts, from: point) { return }
      }
    }
    canvas.write(firstOf: numbers.map { [$0] }, shifted: [0, 1, -1, 2], from: point)
  }

  /// The formula, where it fits, and the selected unit's number.
  func drawFormula(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    let tokens = formula(of: signal).map { token in
      StyledFigure(
        text: token.text.replacingSpaces, style: Style(token.role?.ink ?? .plain, on: .body))
    }
    let name = [StyledFigure(text: mark, style: Style(on: .body))] + tokens
    let blank = StyledFigure(text: " ", style: Style(on: .body))
    let numbers = numbers(of: signal, on: .body)
    let named = isKnown(.signal(signal)) ? numbers.map { name + [blank, $0] } : []
    canvas.write(firstOf: named + numbers.map { [$0] }, shifted: [0], from: area.origin)
  }

  /// The selected unit's number, which begins so that at least three columns of it are in the plate.
  func drawNumber(of signal: SignalID, in area: Rectangle, on canvas: inout Canvas) {
    canvas.write(
      firstOf: numbers(of: signal, on: .body).map { [$0] },
      shifted: Array(0...max(0, area.size.columns - 3)), from: area.origin)
  }

  private func formula(of signal: SignalID) -> [EquationToken] {
    graph.expression(of: signal, notation, at: session.timeLabel)
  }

  /// The selected unit's number, with a star if the last switch changed it and without; a question mark
  /// in its place where it is asked about before it is shown.
  func numbers(of signal: SignalID, on ground: Ground) -> [StyledFigure] {
    guard isKnown(.signal(signal)) else {
      let question = StyledFigure(text: "?", style: Style(.alert, on: ground, .strong))
      return session.askedSignal == signal ? [question] : []
    }
    let number = figure(of: signal)
    let style = number.style.on(ground)
    return [number.text, number.text.filter { $0 != "*" }].map {
      StyledFigure(text: $0, style: style)
    }
  }

  /// The first of some texts that fits, else a number with fewer decimals; nothing where there is none.
  func shortened(
    _ numbers: [StyledFigure], of signal: SignalID, to columns: Int
  ) -> StyledFigure {
    guard let last = numbers.last else { return StyledFigure(text: "", style: Style()) }
    let sign = sign(of: signal)
    let shorter = [1, 0].map { decimals in
      StyledFigure(
        text: Figure.text(value(of: signal, unit: session.unit), decimals, sign: sign),
        style: last.style)
    }
    return (numbers + shorter).first { $0.text.columns <= columns }
      ?? StyledFigure(text: "…", style: last.style)
  }

  private func sign(of signal: SignalID) -> Figure.Sign { isSigned(signal) ? .always : .negative }

  /// The selected unit's number; a star says that the last switch changed it.
  func figure(of signal: SignalID) -> StyledFigure {
    let changed = differs(signal, at: session.time, unit: session.unit)
    let text = Figure.label(value(of: signal, unit: session.unit), sign: sign(of: signal))
    return StyledFigure(
      text: text + (changed ? "*" : ""),
      style: Style(
        changed ? .alert : .plain, on: .plain, changed ? [.strong, .underlined] : .strong))
  }
}

extension Canvas {
  /// Where a wire may touch a text: rather before it than behind it.
  private enum Touch: CaseIterable { case left, right, both }

  /// Writes the first of some forms that has room at one of some places of a row.
  fileprivate mutating func write(
    firstOf forms: [[StyledFigure]], shifted shifts: [Int], from point: Point
  ) {
    for form in forms where write(oneOf: [form], shifted: shifts, from: point) { return }
  }

  /// Writes the one of some forms that touches the fewest wires at one of some places of a row.
  ///
  /// - Returns: whether one has room.
  fileprivate mutating func write(
    oneOf forms: [[StyledFigure]], shifted shifts: [Int], from point: Point
  ) -> Bool {
    for touch in Touch.allCases {
      for shift in shifts {
        for form in forms
        where writeApart(form, at: Point(point.x + shift, point.y), touch) { return true }
      }
    }
    return false
  }

  /// Writes pieces of text side by side if there is free ground for all, and nothing but blanks and
  /// wires beside it.
  ///
  /// - Returns: whether they are written.
  private mutating func writeApart(
    _ pieces: [StyledFigure], at point: Point, _ touch: Touch
  ) -> Bool {
    let end = point.x + pieces.reduce(0) { $0 + $1.text.columns }
    let (before, after) = (self[point.x - 1, point.y], self[end, point.y])
    guard (point.x..<end).allSatisfy({ isFree($0, point.y) }),
      before.character == " " || touch != .right && before.isBlankOrLine,
      after.character == " " || touch != .left && after.isBlankOrLine
    else { return false }
    var x = point.x
    for piece in pieces { x = write(piece.text, at: Point(x, point.y), piece.style) }
    return true
  }

  /// Whether a place inside the cell's outline has nothing on it.
  func isFree(_ x: Int, _ y: Int) -> Bool {
    self[x, y].character == " " && self[x, y].style.ground == .body
  }
}

extension Glyph {
  /// Whether a text may stand beside it: it is no part of another one.
  var isBlankOrLine: Bool {
    character == " " || "▲▼◀▶".contains(character)
      || character.unicodeScalars.allSatisfy { (0x2500...0x257f).contains($0.value) }
  }
}
