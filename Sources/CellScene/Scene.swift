import CellEngine
public import Screen

/// What is on the screen, as a pure function of the session and the size.
public struct Scene: Sendable {
  let session: Session
  let size: Size
  var language: Language { session.language }

  /// Makes the scene of a session.
  public init(_ session: Session, size: Size) {
    self.session = session
    self.size = size
  }

  /// Draws everything: no size is an error.
  public func canvas() -> Canvas { lesson ?? picture() }

  /// Draws everything but the row of a lesson.
  ///
  /// Whether a star marks what a switch changed depends on what there is room for. So the sentence
  /// about it is held against the screen that it stands on, and said again where it is not so.
  func picture() -> Canvas {
    let canvas = drawn()
    guard case .switched(let change, let isVisible?) = session.notice else { return canvas }
    let isSeen = canvas.seesChange
    guard isSeen != isVisible else { return canvas }
    var told = session
    told.notice = .switched(change, isVisible: isSeen)
    return Scene(told, size: size).drawn()
  }

  private func drawn() -> Canvas {
    var canvas = Canvas(size: size)
    guard !session.isBlank else { return canvas }
    guard let layout else {
      sayTooSmall(on: &canvas)
      return canvas
    }
    if isPresented { return presentation(layout) }
    let scene = behindQuestion
    scene.drawHeader(in: layout.header, on: &canvas)
    scene.drawPicture(layout, on: &canvas)
    FooterPanel(session, language).draw(in: layout.footer, on: &canvas)
    drawPopup(layout, on: &canvas)
    return canvas
  }

  /// Where everything stands; nil if the screen is too small.
  var layout: ScreenLayout? {
    if isPresented, session.view.isOneCell { return ScreenLayout(presentingIn: size) }
    let equations = session.run.cell.graph.equations(session.notation).count
    return ScreenLayout(
      size: size, equationCount: equations, unitCount: session.run.cell.unitCount,
      forkRows: ForkPanel.rows(session))
  }

  /// While a number is asked, the picture is that of the moment when it was computed.
  private var behindQuestion: Scene {
    guard case .why(let inquiry) = session.popup else { return self }
    return Scene(session.looking(at: inquiry.level.question), size: size)
  }

  /// What the view shows between the header and the footer.
  func drawPicture(_ layout: ScreenLayout, on canvas: inout Canvas) {
    switch session.view {
    case .cell: drawCell(layout, on: &canvas)
    case .timeline: drawTimeline(on: &canvas)
    case .chain: drawChain(on: &canvas)
    case .peepholes: drawPeepholes(layout, on: &canvas)
    case .compare: CompareScene(session, language).draw(above: layout.footer, on: &canvas)
    case .gradient: drawGradient(layout, on: &canvas)
    case .reach: drawReach(layout, on: &canvas)
    case .training: TrainingScene(session, size: size, language)?.draw(on: &canvas)
    }
  }

  private func drawGradient(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let pass = Backpass(session)
    TapePanel(session, pass).draw(in: layout.tape, on: &canvas)
    DiagramPanel(session, language, pass).draw(in: layout.diagram, on: &canvas)
    NarrationPanel(
      session, language, saying: .gradient(.narration(session.backwardNarration(pass)))
    ).draw(in: layout.narration, on: &canvas)
    let lower = Rectangle(
      x: 0, y: layout.narration.bottom, columns: layout.narration.size.columns,
      rows: layout.footer.top - layout.narration.bottom)
    let flowRows = layout.isBeside ? 0 : min(FlowPanel.mostRows, lower.size.rows)
    FlowPanel(session, pass, language).draw(
      in: layout.isBeside ? layout.equations : lower.rows(0..<flowRows), on: &canvas)
    let rest = lower.rows(flowRows..<lower.size.rows)
    if rest.size.rows >= ReachPanel.leastRows {
      ReachPanel(session, language).draw(in: rest, on: &canvas)
    } else {
      TimelinePanel(session, language).drawMemory(in: rest, on: &canvas)
    }
  }

  private func drawReach(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let (top, narration) = (layout.header.bottom, size.lastLine)
    let panel = ReachPanel(session, language)
    panel.draw(
      in: Rectangle(x: 0, y: top, columns: size.columns, rows: narration.top - top), on: &canvas)
    NarrationPanel(session, language, saying: panel.narration).draw(in: narration, on: &canvas)
  }

  private func drawHeader(in area: Rectangle, on canvas: inout Canvas) {
    if session.view == .training, let training = session.training {
      TrainingHeader(session, training, language).draw(in: area, on: &canvas)
    } else {
      HeaderPanel(session, language).draw(in: area, on: &canvas)
    }
  }

  private func drawCell(_ layout: ScreenLayout, on canvas: inout Canvas) {
    TapePanel(session).draw(in: layout.tape, on: &canvas)
    ForkPanel(session, language).draw(in: layout.fork, on: &canvas)
    DiagramPanel(session, language).draw(in: layout.diagram, on: &canvas)
    NarrationPanel(session, language).draw(in: layout.narration, on: &canvas)
    let ledger = layout.roomForLedger(session)
    LedgerPanel(session, language).draw(in: ledger, on: &canvas)
    EquationPanel(session, language).draw(
      in: layout.equations.rows(0..<layout.equationRows(beside: ledger)),
      hasTitle: layout.equationsHaveTitle, on: &canvas)
    TimelinePanel(session, language).drawMemory(in: layout.timeline, on: &canvas)
    TimelinePanel(session, language).drawUnit(in: layout.history, on: &canvas)
  }

  var heatMapLayout: HeatMapLayout {
    HeatMapLayout(
      size: size, unitCount: session.run.cell.unitCount,
      signalCount: session.timelineSignals.count, hasStretch: session.timeline.stretch != nil)
  }

  private func drawTimeline(on canvas: inout Canvas) {
    HeatMapPanel(session, columns: size.columns, language).draw(in: heatMapLayout, on: &canvas)
  }

  var chainLayout: ChainLayout? {
    let equations = session.run.cell.graph.equations(session.notation).count
    return ChainLayout(
      size: size, stepCount: session.tokens.count, equationCount: equations,
      hasLedger: session.hasMemoryLine)
  }

  private func drawChain(on canvas: inout Canvas) {
    guard let layout = chainLayout else { return }
    ChainPanel(session, language).draw(in: layout.chain, on: &canvas)
    NarrationPanel(session, language).draw(in: layout.narration, on: &canvas)
    LedgerPanel(session, language).draw(in: layout.ledger, on: &canvas)
    TimelinePanel(session, language).drawUnit(in: layout.history, on: &canvas)
  }

  /// The peepholes between header and the sentence above the footer.
  private func drawPeepholes(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let (top, narration) = (layout.header.bottom, size.lastLine)
    PeepholesPanel(session, language).draw(
      in: Rectangle(x: 0, y: top, columns: size.columns, rows: narration.top - top), on: &canvas)
    NarrationPanel(session, language).draw(in: narration, on: &canvas)
  }

  /// The smallest screen that shows the picture.
  public static var leastSize: Size { ScreenLayout.leastSize }

  private func sayTooSmall(on canvas: inout Canvas) {
    let text = language.text(
      .tooSmall(needed: Self.leastSize.description, now: size.description))
    var row = 0
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.columns + 1 + word.columns > size.columns {
        canvas.write(line, at: Point(0, row))
        row += 1
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    canvas.write(line, at: Point(0, row))
  }
}

extension Rectangle {
  /// Some of the rows, counted from the first.
  fileprivate func rows(_ range: Range<Int>) -> Rectangle {
    Rectangle(x: left, y: top + range.lowerBound, columns: size.columns, rows: range.count)
  }
}
