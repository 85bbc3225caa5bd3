import CellEngine
import Screen

/// The cell's switches, over the picture.
struct VariantsPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws below the picture, over the first equations: what a switch changes stays in sight.
  func draw(below narration: Rectangle, above footer: Rectangle, on canvas: inout Canvas) {
    let kind = session.run.kind
    let height = kind.variants.count + 2
    let box = Rectangle(
      x: 0, y: min(narration.bottom, footer.top - height), columns: min(footer.size.columns, 80),
      rows: height)
    drawPopup(box, title: language.text(.variantsTitle), on: &canvas)
    for (place, option) in kind.variants.enumerated() {
      draw(
        option, at: Point(box.left + 2, box.top + 1 + place), number: place + 1, in: box, &canvas)
    }
  }

  private func draw(
    _ option: CellSwitch, at point: Point, number: Int, in box: Rectangle, _ canvas: inout Canvas
  ) {
    let kind = session.run.kind
    canvas.write("\(number)", at: point, Style(.key, on: .popup, .strong))
    let named = language.text(.variant(option, symbol: session.symbol(of: option)))
    var x = canvas.write(named, at: Point(point.x + 3, point.y), Style(on: .popup)) + 2
    for isOn in [false, true] {
      let isChosen = kind.isOn(option) == isOn
      let text = (isChosen ? "● " : "○ ") + language.text(session.choice(option, isOn: isOn))
      let style = isChosen ? Style(.plain, on: .popup, .strong) : Style(.faint, on: .popup)
      x = canvas.write(text, at: Point(x, point.y), style, limit: box.right - 1) + 2
    }
    let remark = language.text(remark(on: option, of: kind))
    guard x + remark.columns < box.right - 1 else { return }
    canvas.write(
      remark, at: Point(box.right - 2 - remark.columns, point.y), Style(.faint, on: .popup))
  }

  /// Where the choices come from, or why they make no difference now.
  private func remark(on option: CellSwitch, of kind: CellKind) -> Phrase {
    if option == .outputReadsNewMemory, !kind.isOn(.peephole(.output)) {
      return .peepholeIsOff(.output)
    }
    return .variantSource(option)
  }
}

/// All keys, printed from the one table.
struct HelpPanel {
  private let keyMap: KeyMap
  private let language: Language

  init(_ keyMap: KeyMap, _ language: Language) {
    self.keyMap = keyMap
    self.language = language
  }

  /// One line of the help: keys and what they do, or a heading.
  struct Line: Hashable {
    let keys: String
    let phrase: Phrase
    var isHeading: Bool { keys.isEmpty }
  }

  /// The lines of the help, group by group.
  static func lines(_ keyMap: KeyMap) -> [Line] { groups(keyMap).flatMap { $0 } }

  /// Each group's heading and keys.
  private static func groups(_ keyMap: KeyMap) -> [[Line]] {
    KeyMap.Group.allCases.filter { $0 != .popup }.map { group in
      let bindings = keyMap.bindings(in: .cell).filter { $0.group == group }
      let lines = bindings.map { binding in
        Line(
          keys: binding.keys.map(\.shortName).joined(separator: " "),
          phrase: .command(binding.command))
      }
      return [Line(keys: "", phrase: .helpGroup(group))] + lines
    }
  }

  /// Draws the help over everything above the footer, in two columns where they fit.
  func draw(from first: Int, above footer: Rectangle, on canvas: inout Canvas) {
    let box = Rectangle(x: 0, y: 0, columns: footer.size.columns, rows: footer.top)
    drawPopup(box, title: language.text(.helpTitle), on: &canvas)
    let rows = box.size.rows - 3
    let most = max(1, (box.size.columns - 2) / Self.columnWidth)
    for (column, lines) in columns(of: rows, atMost: most, from: first).enumerated() {
      let x = box.left + 1 + column * Self.columnWidth
      for (row, line) in lines.enumerated() {
        draw(line, at: Point(x, box.top + 1 + row), limit: x + Self.columnWidth, on: &canvas)
      }
    }
    let counts = language.text(.helpCounts)
    canvas.write(
      counts.columns <= box.size.columns - 4 ? counts : language.shortText(.helpCounts),
      at: Point(box.left + 2, box.bottom - 2), Style(on: .popup), limit: box.right - 1)
  }

  /// The lines in columns: by groups if all groups fit, else one column from a line on.
  private func columns(of rows: Int, atMost most: Int, from first: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for group in Self.groups(keyMap) {
      if columns[columns.count - 1].count + group.count > rows { columns.append([]) }
      columns[columns.count - 1] += group
    }
    if columns.count <= most, columns.allSatisfy({ $0.count <= rows }) { return columns }
    let lines = Self.lines(keyMap)
    let shown = Array(lines[min(first, lines.count - 1)...].prefix(rows * most))
    return stride(from: 0, to: shown.count, by: max(1, rows)).map {
      Array(shown[$0..<min(shown.count, $0 + rows)])
    }
  }

  private static let columnWidth = 39

  private func draw(_ line: Line, at point: Point, limit: Int, on canvas: inout Canvas) {
    let text = language.text(line.phrase)
    guard !line.isHeading else {
      canvas.write(
        text, at: Point(point.x + 1, point.y), Style(.plain, on: .popup, .strong), limit: limit)
      return
    }
    let end = canvas.write(
      line.keys, at: Point(point.x + 2, point.y), Style(.key, on: .popup, .strong), limit: limit)
    canvas.write(
      text, at: Point(max(end + 1, point.x + 17), point.y), Style(on: .popup), limit: limit)
  }
}

/// Draws an empty pop-up with a title in its upper edge.
func drawPopup(_ box: Rectangle, title: String, on canvas: inout Canvas) {
  canvas.fill(box, Glyph(" ", Style(on: .popup)))
  canvas.outline(box, Style(.frame, on: .popup))
  canvas.write(
    " " + title + " ", at: Point(box.left + 2, box.top), Style(.plain, on: .popup, .strong))
}
