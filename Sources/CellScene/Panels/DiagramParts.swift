import CellEngine
import Screen

/// What the picture of one cell and the cells of a chain draw alike.
extension DiagramPanel {
  /// A gate that is held, and the list of all that are.
  private static let heldStyle = Style(.alert, on: .body, [.strong, .reversed])

  /// Writes the gates that are held at a time on the upper edge of the cell.
  static func drawHeldGates(
    of session: Session, at time: Int, on frame: Rectangle, on canvas: inout Canvas
  ) {
    let held = session.heldGates(at: time)
    guard !held.isEmpty else { return }
    let text = held.map { $0.symbol + "=" + $0.value }.joined(separator: " ")
    canvas.write(
      " " + text + " ", at: Point(frame.left + 2, frame.top), heldStyle, limit: frame.right - 1)
  }

  /// Draws the characters of all wires; what lies behind them stays.
  ///
  /// - Parameter unread: the points of each net that lead only to gates that are held: in grey.
  static func drawWires(
    of diagram: Diagram, unread: [Int: Set<Point>] = [:], on canvas: inout Canvas,
    style: (_ net: Int, _ isPeephole: Bool) -> Style = { _, _ in Style() }
  ) {
    for point in diagram.wires.points {
      guard let piece = diagram.wires.top(at: point) else { continue }
      let ground = canvas[point.x, point.y].style.ground
      let isUnread = unread[piece.net]?.contains(point) ?? false
      let style = isUnread ? Style(.faint) : style(piece.net, piece.isDotted)
      canvas[point.x, point.y] = Glyph(
        piece.arms.character(dotted: piece.isDotted), style.on(ground))
    }
  }

  /// What a box of an operation stands on.
  func operationGround(_ signal: SignalID, isKnown: Bool, isCurrent: Bool) -> Ground {
    guard isKnown else { return .waiting }
    return isCurrent ? .current : graph.terms(of: signal).isEmpty ? .pointwise : .layer
  }

  /// A layer or a point-wise operation; brackets, if there is room, say that it is the one of this
  /// micro-step.
  static func drawOperation(
    _ label: String, in area: Rectangle, _ ground: Ground, isHeld: Bool, on canvas: inout Canvas
  ) {
    let isWaiting = ground == .waiting
    let style =
      isHeld ? heldStyle : Style(isWaiting ? .faint : .box, on: ground, isWaiting ? [] : .strong)
    canvas.fill(area, Glyph(" ", style))
    let y = area.top + area.size.rows / 2
    let x = area.left + (area.size.columns - label.columns) / 2
    canvas.write(label, at: Point(x, y), style)
    guard ground == .current, label.columns + 2 <= area.size.columns else { return }
    canvas.write("[", at: Point(area.left, y), style)
    canvas.write("]", at: Point(area.right - 1, y), style)
  }
}
