import CellEngine
public import Screen

/// What is on the screen, as a pure function of the session and the size.
public struct Scene: Sendable {
  let session: Session
  let size: Size
  let language: Language

  /// Makes the scene of a session.
  public init(_ session: Session, size: Size, language: Language = .english) {
    self.session = session
    self.size = size
    self.language = language
  }

  /// Draws everything: no size is an error.
  public func canvas() -> Canvas {
    var canvas = Canvas(size: size)
    guard !session.isBlank else { return canvas }
    let equations = session.run.cell.graph.equations(session.notation).count
    guard
      let layout = ScreenLayout(
        size: size, equationCount: equations, unitCount: session.run.cell.unitCount)
    else {
      sayTooSmall(on: &canvas)
      return canvas
    }
    HeaderPanel(session, language).draw(in: layout.header, on: &canvas)
    switch session.view {
    case .cell: drawCell(layout, on: &canvas)
    }
    FooterPanel(session, language).draw(in: layout.footer, on: &canvas)
    drawPopup(layout, on: &canvas)
    return canvas
  }

  private func drawCell(_ layout: ScreenLayout, on canvas: inout Canvas) {
    TapePanel(session, language).draw(in: layout.tape, on: &canvas)
    DiagramPanel(session, language).draw(in: layout.diagram, on: &canvas)
    NarrationPanel(session, language).draw(in: layout.narration, on: &canvas)
    EquationPanel(session, language).draw(
      in: layout.equations, hasTitle: layout.equationsHaveTitle, on: &canvas)
    TimelinePanel(session, language).drawMemory(in: layout.timeline, on: &canvas)
    TimelinePanel(session, language).drawUnit(in: layout.history, on: &canvas)
  }

  private func drawPopup(_ layout: ScreenLayout, on canvas: inout Canvas) {
    switch session.popup {
    case nil: break
    case .variants:
      VariantsPanel(session, language).draw(
        below: layout.narration, above: layout.footer, on: &canvas)
    case .help(let first):
      HelpPanel(session.keyMap, language).draw(from: first, above: layout.footer, on: &canvas)
    case .prompt(let prompt):
      PromptPanel(prompt, language).draw(in: layout.narration, on: &canvas)
    }
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
