import CellEngine
import Screen

/// Two cells in lock-step: A is the session's own, B the one that it is compared with.
struct CompareScene {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  func draw(above footer: Rectangle, on canvas: inout Canvas) {
    guard let other = session.other, let comparison = session.comparison else { return }
    let layout = CompareLayout(session, above: footer)
    CompareTape(session, other, comparison, language).draw(in: layout.tape, on: &canvas)
    if let rooms = layout.pictures {
      drawPicture(session, isOther: false, rooms[0], &canvas)
      drawPicture(other, isOther: true, rooms[1], &canvas)
    }
    CompareTable(session, other, language).drawValues(in: layout.values, on: &canvas)
    CompareTable(session, other, language).drawCosts(in: layout.costs, on: &canvas)
    drawTie(other, comparison, in: layout.tie, on: &canvas)
    NarrationPanel(session, language).draw(in: layout.narration, on: &canvas)
  }

  /// The words and the boxes of A's picture; B has no cursor of its own.
  func regions(above footer: Rectangle) -> [Region] {
    guard let other = session.other, let comparison = session.comparison else { return [] }
    let layout = CompareLayout(session, above: footer)
    let boxes = layout.pictures.map {
      DiagramPanel(session, language).regions(in: picture(in: $0[0]))
    }
    return CompareTape(session, other, comparison, language).regions(in: layout.tape)
      + (boxes ?? [])
  }

  /// A picture's room below its title.
  private func picture(in room: Rectangle) -> Rectangle {
    Rectangle(
      x: room.left, y: room.top + 1, columns: room.size.columns, rows: room.size.rows - 1)
  }

  private func drawPicture(
    _ side: Session, isOther: Bool, _ room: Rectangle, _ canvas: inout Canvas
  ) {
    let title = Rectangle(x: room.left, y: room.top, columns: room.size.columns - 1, rows: 1)
    drawTitle(language.text(side.sideTitle(isOther: isOther)), in: title, on: &canvas)
    let picture = picture(in: room)
    DiagramPanel(side, language).draw(in: picture, on: &canvas)
    // Half a dash where a state arrives: the other picture's wires end right before it.
    for y in picture.top..<picture.bottom {
      switch canvas[picture.left, y].character {
      case "━": canvas[picture.left, y].character = "╺"
      case "─": canvas[picture.left, y].character = "╶"
      case _: continue
      }
    }
  }

  private func drawTie(
    _ other: Session, _ comparison: Comparison, in area: Rectangle, on canvas: inout Canvas
  ) {
    guard area.size.rows > 0 else { return }
    canvas.write(
      language.text(session.tie(to: other, comparison), within: area.size.columns - 3),
      at: Point(area.left + 2, area.top), Style(.faint), limit: area.right)
  }
}

extension Session {
  /// The named signals of both cells, in an order that is the same for all.
  var comparedRoles: [Role] {
    let order: [Role] = [
      .forget, .relevance, .update, .candidate, .memory, .output, .activation,
    ]
    let graphs = [run.cell.graph] + (comparison.map { [$0.run.cell.graph] } ?? [])
    return order.filter { role in graphs.contains { $0.signal(role) != nil } }
  }

  /// The signal for a role; what a cell shows is its activation, whatever it is called.
  func comparedSignal(_ role: Role) -> SignalID? {
    run.cell.graph.signal(role) ?? (role == .activation ? run.cell.graph.output : nil)
  }

  /// How the cursors are tied.
  func tie(to other: Session, _ comparison: Comparison) -> Phrase {
    .compare(
      .tie(
        isSameModel: comparison.isSameModel, unit: other.unit + 1,
        isThere: comparison.places[time] != nil, model.piece))
  }

  /// Which cell a side of the comparison is.
  func sideTitle(isOther: Bool) -> Phrase {
    .compare(
      .side(
        isOther: isOther, cell: run.cell.graph.name, model: model.name,
        remark(isOther: isOther), unit: unit + 1))
  }

  /// What tells a side from the other where both are one model.
  private func remark(isOther: Bool) -> ComparePhrase.Remark? {
    switch comparison?.rival {
    case nil, .model: nil
    case .peepholes: .peepholes(peepholeOrigin)
    case .variant(let option):
      .variant(
        option, symbol: symbol(of: option), choice: choice(option, isOn: run.kind.isOn(option)))
    case .original: isOther ? .original : .edited
    case .lastChange: isOther ? .before : .now
    }
  }
}
