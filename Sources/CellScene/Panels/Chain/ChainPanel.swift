import CellEngine
import Screen

/// The chain of cells: past ones complete, the present one at its micro-step, later ones in grey.
struct ChainPanel {
  let session: Session
  let language: Language
  var graph: CellGraph { session.run.cell.graph }
  var notation: Notation { session.notation }
  /// The picture of the present cell alone.
  private var picture: DiagramPanel { DiagramPanel(session, language) }

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws the chain.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let chain = chain(in: area)
    for link in chain.links { drawFrame(link, on: &canvas) }
    for link in chain.links {
      drawWires(link, on: &canvas)
      for box in link.diagram.boxes { draw(box, of: link, in: chain, on: &canvas) }
      drawLabels(link, on: &canvas)
      drawStates(link, in: chain, on: &canvas)
    }
  }

  func chain(in area: Rectangle) -> Chain {
    Chain(graph, notation, in: area, around: session.time, of: session.tokens.count)
  }

  /// Whether what a box stands for has been computed.
  func isKnown(_ subject: Diagram.Subject, at time: Int) -> Bool {
    switch subject {
    case .signal(let signal):
      guard graph.isGiven(signal) else { return session.isKnown(signal, at: time) }
      guard let state = graph.state(heldBy: signal) else {
        return time <= session.time
      }
      return time == 0 || session.isKnown(state.next, at: time - 1)
    case .next(let holder):
      return session.isKnown(picture.next(holder), at: time)
    case .bundle: return time <= session.time
    case .prediction:
      return time < session.time || time == session.time && session.stage == .prediction
    }
  }

  private func isCurrent(_ subject: Diagram.Subject, at time: Int) -> Bool {
    time == session.time && picture.isCurrent(subject)
  }

  private func drawFrame(_ link: Chain.Link, on canvas: inout Canvas) {
    let frame = link.diagram.tracks.frame
    let isPresent = link.time == session.time
    canvas.fill(frame, Glyph(" ", Style(on: .body)))
    canvas.outline(
      frame, Style(link.time > session.time ? .faint : .frame, on: .body, isPresent ? .strong : []))
    guard link.time <= session.time else { return }
    DiagramPanel.drawHeldGates(of: session, at: link.time, on: frame, on: &canvas)
  }

  private func drawWires(_ link: Chain.Link, on canvas: inout Canvas) {
    let unread = session.wiresIntoHeldGates(of: link.diagram, at: link.time)
    DiagramPanel.drawWires(of: link.diagram, unread: unread, on: &canvas) { net, isPeephole in
      let source = link.diagram.boxes[net].subject
      guard isKnown(source, at: link.time) else { return Style(.faint) }
      let ink = isPeephole ? .peephole : picture.ink(of: source)
      return Style(ink, on: .plain, isCurrent(source, at: link.time) ? .strong : [])
    }
  }

  private func draw(
    _ box: Diagram.Box, of link: Chain.Link, in chain: Chain, on canvas: inout Canvas
  ) {
    let known = isKnown(box.subject, at: link.time)
    let (x, y) = (box.area.left, box.area.top)
    switch box.subject {
    case .signal(let signal):
      if case .input = graph[signal].operation {
        drawWord(box, at: link.time, on: &canvas)
      } else if graph.isGiven(signal), box.area.size.columns > 1 {
        drawInline(signal, box, at: link.time, on: &canvas)
      } else if graph.isGiven(signal) {
        drawLine(of: box, link, known, on: &canvas)
      } else {
        drawOperation(signal, box, at: link.time, on: &canvas)
      }
    case .bundle:
      canvas.fill(
        box.area,
        Glyph(
          box.area.size.rows > 1 ? "┃" : "●",
          Style(known ? .plain : .faint, on: .body, known ? .strong : [])))
    case .next:
      if chain.isLast(link) || box.area.right < link.diagram.tracks.area.right {
        let ink = picture.ink(of: box.subject)
        let ground = canvas[x, y].style.ground
        canvas[x, y] = Glyph("▶", Style(known ? ink : .faint, on: ground))
      } else {
        drawLine(of: box, link, known, on: &canvas)
      }
    case .prediction: drawPrediction(box, at: link.time, on: &canvas)
    }
  }

  /// The symbol of a state that stands on its wire.
  private func drawInline(
    _ signal: SignalID, _ box: Diagram.Box, at time: Int, on canvas: inout Canvas
  ) {
    guard let role = graph[signal].role else { return }
    let known = isKnown(box.subject, at: time)
    canvas.fill(box.area, Glyph(" ", Style()))
    canvas.write(
      notation.stateSymbol(role, before: time), at: box.area.origin,
      Style(known ? role.ink : .faint), limit: box.area.right)
  }

  /// A place where a state crosses from one cell into the next: the line goes on.
  private func drawLine(
    of box: Diagram.Box, _ link: Chain.Link, _ known: Bool, on canvas: inout Canvas
  ) {
    let isHeavy = box.area.top == link.diagram.tracks[.memory]
    let ground = canvas[box.area.left, box.area.top].style.ground
    let ink = picture.ink(of: box.subject)
    canvas[box.area.left, box.area.top] = Glyph(
      isHeavy ? "━" : "─", Style(known ? ink : .faint, on: ground))
  }

  /// A layer or a point-wise operation; it is not held before it is computed.
  private func drawOperation(
    _ signal: SignalID, _ box: Diagram.Box, at time: Int, on canvas: inout Canvas
  ) {
    let known = isKnown(box.subject, at: time)
    DiagramPanel.drawOperation(
      session.boxLabel(of: signal, at: time, within: box.area.size.columns), in: box.area,
      picture.operationGround(
        signal, isKnown: known, isCurrent: isCurrent(box.subject, at: time)),
      isHeld: known && session.isHeld(signal, at: time), on: &canvas)
  }
}
