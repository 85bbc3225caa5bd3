public import Screen

/// A part of the screen that can be pointed at.
public struct Region: Hashable, Sendable {
  /// Where it is drawn.
  public let area: Rectangle
  /// What is drawn there.
  public let target: Target

  init(_ area: Rectangle, _ target: Target) { (self.area, self.target) = (area, target) }

  /// The part that lies in a room, moved up by so many rows (down by fewer than 0); nil if there is none.
  fileprivate func clipped(to room: Size, up rows: Int) -> Region? {
    let (left, right) = (max(0, area.left), min(room.columns, area.right))
    let (top, bottom) = (max(0, area.top - rows), min(room.rows, area.bottom - rows))
    guard left < right, top < bottom else { return nil }
    return Region(
      Rectangle(x: left, y: top, columns: right - left, rows: bottom - top), target)
  }
}

extension Scene {
  /// What is drawn at a point and can be pointed at; nil if nothing can.
  public func target(at point: Point) -> Target? {
    regions.first { $0.area.contains(point) }?.target
  }

  /// All that can be pointed at, from the same layouts and panels that draw it.
  ///
  /// Nothing while the screen is blank, too small or behind a pop-up.
  public var regions: [Region] {
    guard let belowLesson else { return untaughtRegions }
    return belowLesson.untaughtRegions.compactMap { $0.clipped(to: size, up: -1) }
  }

  /// The same without the row of a lesson.
  var untaughtRegions: [Region] {
    guard !session.isBlank, session.popup == nil, let layout else { return [] }
    if isPresented, !session.view.isOneCell {
      return whole.untaughtRegions.compactMap { $0.clipped(to: size, up: 1) }
    }
    return regions(layout).compactMap { $0.clipped(to: size, up: 0) }
  }

  private func regions(_ layout: ScreenLayout) -> [Region] {
    switch session.view {
    case .cell, .gradient:
      return TapePanel(session).regions(in: layout.tape)
        + DiagramPanel(session, language).regions(in: layout.diagram)
    case .chain:
      return chainLayout.map { ChainPanel(session, language).regions(in: $0.chain) } ?? []
    case .compare: return CompareScene(session, language).regions(above: layout.footer)
    case .timeline:
      return HeatMapPanel(session, columns: size.columns, language).regions(in: heatMapLayout)
    case .peepholes, .reach, .training: return []
    }
  }
}

extension DiagramPanel {
  /// The boxes of the picture.
  func regions(in area: Rectangle) -> [Region] {
    Diagram(graph, in: area, notation).boxes.map { box in
      Region(box.area, .box(box.subject, time: session.time))
    }
  }
}

extension ChainPanel {
  /// The boxes of every cell that can be seen.
  func regions(in area: Rectangle) -> [Region] {
    chain(in: area).links.flatMap { link in
      link.diagram.boxes.map { Region($0.area, .box($0.subject, time: link.time)) }
    }
  }
}
