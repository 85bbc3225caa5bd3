import CellEngine
import Screen

/// The picture at a micro-step: what has been computed is in colour, the rest waits in grey.
///
/// With a backward pass the same picture is read from right to left: each box is coloured when the
/// adjoint of its signal is complete, and the plates show slopes in place of values.
struct DiagramPanel {
  let session: Session
  let language: Language
  let pass: Backpass?
  var graph: CellGraph { session.run.cell.graph }
  var notation: Notation { session.notation }

  init(_ session: Session, _ language: Language, _ pass: Backpass? = nil) {
    self.session = session
    self.language = language
    self.pass = pass
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let diagram = Diagram(graph, in: area, notation)
    drawFrame(diagram.tracks.frame, on: &canvas)
    drawWires(diagram, on: &canvas)
    for box in diagram.boxes { draw(box, of: diagram, on: &canvas) }
    drawArrows(diagram, on: &canvas)
    let window = barWindow(diagram)
    sayWhatBarsShow(diagram, window, on: &canvas)
    drawPlates(diagram, window, on: &canvas)
    drawStates(diagram, window, on: &canvas)
    drawReadout(diagram, on: &canvas)
    drawWhatIf(diagram, in: area, on: &canvas)
  }

  /// Whether what a box stands for is there.
  func isKnown(_ subject: Diagram.Subject) -> Bool {
    switch subject {
    case .signal(let signal): isKnown(signal)
    case .next(let holder): isKnown(next(holder))
    case .bundle: pass == nil || session.stage == .arrival
    case .prediction: pass == nil ? session.stage == .prediction : session.time == session.loss.step
    }
  }

  private func isKnown(_ signal: SignalID) -> Bool {
    pass.map { $0.isComplete(signal) }
      ?? session.run.isKnown(signal, after: session.microStep)
  }

  /// Whether a box is what this micro-step is about.
  func isCurrent(_ subject: Diagram.Subject) -> Bool {
    switch subject {
    case .signal(let signal):
      graph.isGiven(signal) ? session.stage == .arrival : session.currentSignal == signal
    case .next(let holder): session.currentSignal == next(holder)
    case .bundle: session.stage == .arrival
    case .prediction: session.stage == .prediction
    }
  }

  /// What the next time step will find in a state.
  func next(_ holder: SignalID) -> SignalID {
    graph.state(heldBy: holder)?.next ?? holder
  }

  private func drawFrame(_ frame: Rectangle, on canvas: inout Canvas) {
    canvas.fill(frame, Glyph(" ", Style(on: .body)))
    canvas.outline(frame, Style(.frame, on: .body))
    drawScale(on: frame, on: &canvas)
    Self.drawHeldGates(of: session, at: session.time, on: frame, on: &canvas)
  }

  private func drawWires(_ diagram: Diagram, on canvas: inout Canvas) {
    let unread = session.wiresIntoHeldGates(of: diagram, at: session.time)
    Self.drawWires(of: diagram, unread: unread, on: &canvas) { net, isPeephole in
      wireStyle(of: diagram.boxes[net].subject, isPeephole: isPeephole)
    }
  }

  private func wireStyle(of source: Diagram.Subject, isPeephole: Bool) -> Style {
    guard isKnown(source) else { return Style(.faint) }
    let ink = isPeephole ? Ink.peephole : ink(of: source)
    return Style(ink, on: .plain, isCurrent(source) ? .strong : [])
  }

  func ink(of subject: Diagram.Subject) -> Ink {
    switch subject {
    case .signal(let signal): ink(of: signal)
    case .next(let holder): graph.colourRole(of: next(holder))?.ink ?? .plain
    case .bundle: .plain
    case .prediction: .prediction
    }
  }

  /// One minus a gate has the gate's ink; other signals without a role that of their equation.
  private func ink(of signal: SignalID) -> Ink {
    if graph[signal].role == nil, case .complement(let gate) = graph[signal].operation {
      return ink(of: gate)
    }
    return graph.colourRole(of: signal)?.ink ?? .plain
  }

  private func draw(_ box: Diagram.Box, of diagram: Diagram, on canvas: inout Canvas) {
    switch box.subject {
    case .signal(let signal):
      if graph.isGiven(signal) {
        drawGiven(signal, box, on: &canvas)
      } else {
        drawOperation(signal, box, on: &canvas)
      }
    case .bundle:
      let sign: Character = box.area.size.rows > 1 ? "┃" : "●"
      canvas.fill(box.area, Glyph(sign, Style(.plain, on: .body, .strong)))
    case .next:
      let ground = canvas[box.area.left, box.area.top].style.ground
      canvas[box.area.left, box.area.top] = Glyph(
        pass == nil ? "▶" : "◀",
        Style(isKnown(box.subject) ? ink(of: box.subject) : .faint, on: ground))
    case .prediction:
      break
    }
  }

  /// The word that is read, or the end of a wire that comes from the step before.
  private func drawGiven(_ signal: SignalID, _ box: Diagram.Box, on canvas: inout Canvas) {
    guard case .input = graph[signal].operation else {
      let isMemory = graph[signal].role == .memory
      guard box.area.size.columns == 1 else { return }
      canvas[box.area.left, box.area.top] = Glyph(
        isMemory ? "━" : "─", Style(ink(of: .signal(signal))))
      return
    }
    let symbol = notation.symbol(.input, session.timeLabel)
    // A short symbol stands below its wire; the wire's end, which looks like a prime, goes.
    canvas.fill(box.area, Glyph(" ", Style()))
    let start = Point(box.area.left + max(0, 3 - symbol.columns), box.area.top)
    var end = canvas.write(symbol, at: start, Style(.input, on: .plain, .strong))
    end = canvas.write(
      " " + session.words[session.time] + " ", at: Point(end + 1, box.area.top),
      Style(.plain, on: .word, .strong), limit: box.area.right)
    guard box.exits.contains(Point(box.area.right, box.area.top)) else { return }
    for x in end..<max(end, box.area.right) {
      canvas[x, box.area.top] = Glyph("─", Style(ink(of: box.subject)))
    }
  }

  private func drawOperation(_ signal: SignalID, _ box: Diagram.Box, on canvas: inout Canvas) {
    let current = isCurrent(box.subject)
    let label = session.boxLabel(
      of: signal, at: session.time, within: box.area.size.columns - (current ? 2 : 0))
    let ground = operationGround(signal, isKnown: isKnown(box.subject), isCurrent: current)
    Self.drawOperation(
      label, in: box.area, ground, isHeld: session.isHeld(signal, at: session.time), on: &canvas)
  }

  /// Arrowheads where a wire goes straight up or down into a box.
  private func drawArrows(_ diagram: Diagram, on canvas: inout Canvas) {
    for box in diagram.boxes {
      for x in box.area.left..<box.area.right {
        let (into, down): (Character, Character) = pass == nil ? ("▲", "▼") : ("▼", "▲")
        place(into, at: Point(x, box.area.bottom), of: box, diagram, on: &canvas)
        place(down, at: Point(x, box.area.top - 1), of: box, diagram, on: &canvas)
      }
    }
  }

  private func place(
    _ arrow: Character, at point: Point, of box: Diagram.Box, _ diagram: Diagram,
    on canvas: inout Canvas
  ) {
    let glyph = canvas[point.x, point.y]
    guard !box.exits.contains(point), let piece = diagram.wires.top(at: point),
      piece.arms[.up] != .none, piece.arms[.down] != .none, piece.arms.isVertical,
      !diagram.boxes.contains(where: { $0.area.contains(point) || $0.exits.contains(point) })
    else { return }
    canvas[point.x, point.y] = Glyph(arrow, glyph.style)
  }
}
