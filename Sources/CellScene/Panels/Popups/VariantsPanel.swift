import CellEngine
import Screen

/// The cell's switches, the notation and the cells by name, over the picture.
struct VariantsPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// The fewest rows of the pop-up if it has so many lines.
  private static let leastRows = 8

  /// Draws below the picture, over the equations: what a switch changes stays in sight.
  func draw(
    chosen: Int, below narration: Rectangle, above footer: Rectangle, on canvas: inout Canvas
  ) {
    let lines = session.variantLines
    let room = max(footer.top - narration.bottom, min(Self.leastRows, footer.top))
    let height = min(lines.count + 2, room)
    let box = Rectangle.popup(below: narration, on: footer, rows: height)
    drawPopup(box, title: language.text(.variantsTitle), on: &canvas)
    let shown = window(of: lines.count, showing: chosen, fitting: height - 2)
    for (row, place) in shown.enumerated() {
      let line = Rectangle(
        x: box.left + 1, y: box.top + 1 + row, columns: box.size.columns - 2, rows: 1)
      draw(lines[place], place, isChosen: place == chosen, in: line, on: &canvas)
    }
    if let notice = session.notice, box.top < narration.bottom {
      drawAnswer(
        .notice(notice, session.keyMap, session.model.piece), on: box, language, on: &canvas)
    }
    drawMore(
      above: shown.lowerBound, below: lines.count - shown.upperBound, on: box, language,
      on: &canvas)
  }

  private func draw(
    _ line: VariantLine, _ place: Int, isChosen: Bool, in area: Rectangle,
    on canvas: inout Canvas
  ) {
    let ground = drawLine(isChosen: isChosen, in: area, on: &canvas)
    let key = line.command(at: place).map { session.keyMap.shortName(of: $0, in: .variants) } ?? ""
    let end = canvas.write(
      key, at: Point(area.left + 1, area.top), Style(.key, on: ground, .strong))
    // Behind a key with a long name the text stands further on.
    let start = max(area.left, end - 3)
    let area = Rectangle(x: start, y: area.top, columns: area.right - start, rows: 1)
    switch line {
    case .option(let option):
      let named = language.text(.variant(option, symbol: session.symbol(of: option)))
      let choices = [false, true].map { isOn in
        Choosable(
          text: language.text(session.choice(option, isOn: isOn)),
          isChosen: session.run.kind.isOn(option) == isOn)
      }
      draw(
        named, choices, remark: language.text(remark(on: option)), in: area, ground, on: &canvas)
    case .notation:
      let choices = Notation.Convention.allCases.map { convention in
        Choosable(
          text: language.text(.variants(.convention(convention))),
          isChosen: session.convention == convention)
      }
      draw(
        language.text(.variants(.notation)), choices, remark: "", in: area, ground, on: &canvas)
    case .cell(let entry):
      let isNow = session.run.kind == entry.kind
      draw(
        "", [Choosable(text: language.text(.variants(.name(entry))), isChosen: isNow)],
        remark: language.text(.variants(.source(entry))), in: area, ground, on: &canvas)
    }
  }

  /// One of the sides that a switch can have.
  private struct Choosable {
    let text: String
    let isChosen: Bool
    var marked: String { (isChosen ? "● " : "○ ") + text }
  }

  /// What a line is about, its sides, and at the right a remark, if there is room for it.
  private func draw(
    _ name: String, _ choices: [Choosable], remark: String, in area: Rectangle, _ ground: Ground,
    on canvas: inout Canvas
  ) {
    var x = area.left + 4
    if !name.isEmpty {
      x = canvas.write(name, at: Point(x, area.top), Style(on: ground), limit: area.right) + 2
    }
    let needed = choices.reduce(0) { $0 + $1.marked.columns + 2 }
    // Where not all fit, the side that is chosen is enough.
    let shown = x + needed <= area.right ? choices : choices.filter(\.isChosen)
    for choice in shown {
      let style = Style(
        choice.isChosen || choices.count == 1 ? .plain : .faint, on: ground,
        choice.isChosen ? .strong : [])
      x = canvas.write(choice.marked, at: Point(x, area.top), style, limit: area.right) + 2
    }
    guard x + remark.columns < area.right else { return }
    canvas.write(
      remark, at: Point(area.right - 1 - remark.columns, area.top), Style(.faint, on: ground))
  }

  /// Where the choices come from, or why they make no difference now.
  private func remark(on option: CellSwitch) -> Phrase {
    if let needed = option.condition, !session.run.kind.isOn(needed) {
      return .switchIsOff(needed, symbol: session.symbol(of: needed))
    }
    return .variantSource(option)
  }
}
