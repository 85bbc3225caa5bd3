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

  func draw(over area: Rectangle, on canvas: inout Canvas) {
    let kind = session.run.kind
    let entries = kind.variants.map { option in
      (
        now: language.text(.variant(option, isOn: kind.isOn(option))),
        other: language.text(.variant(option, isOn: !kind.isOn(option))),
        source: language.text(.variantSource(option))
      )
    }
    let widest =
      entries.flatMap { [$0.now.columns, $0.other.columns, $0.source.columns] }.max() ?? 0
    let box = Rectangle(
      x: area.left + (area.size.columns - widest - 10) / 2, y: area.top + 1,
      columns: widest + 10, rows: entries.count * 4 + 2)
    drawPopup(box, title: language.text(.variantsTitle), on: &canvas)
    var y = box.top + 1
    let ground = Style(on: .popup)
    for (place, entry) in entries.enumerated() {
      canvas.write("\(place + 1)", at: Point(box.left + 2, y), Style(.key, on: .popup, .strong))
      canvas.write("● " + entry.now, at: Point(box.left + 5, y), ground.with(.strong))
      canvas.write("○ " + entry.other, at: Point(box.left + 5, y + 1), Style(.faint, on: .popup))
      canvas.write(entry.source, at: Point(box.left + 7, y + 2), ground)
      y += 4
    }
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
  static func lines(_ keyMap: KeyMap) -> [Line] {
    var lines: [Line] = []
    for group in KeyMap.Group.allCases where group != .popup {
      lines.append(Line(keys: "", phrase: .helpGroup(group)))
      for binding in keyMap.bindings(in: .cell) where binding.group == group {
        let keys = binding.keys.map(\.name).joined(separator: " ")
        lines.append(Line(keys: keys, phrase: .command(binding.command)))
      }
    }
    return lines + [Line(keys: "", phrase: .helpCounts)]
  }

  /// Draws the help over everything above the footer, in as many columns as fit.
  func draw(from first: Int, above footer: Rectangle, on canvas: inout Canvas) {
    let box = Rectangle(x: 0, y: 0, columns: footer.size.columns, rows: footer.top)
    drawPopup(box, title: language.text(.helpTitle), on: &canvas)
    let lines = Self.lines(keyMap)
    let rows = box.size.rows - 2
    let columns = max(1, min((lines.count + rows - 1) / rows, (box.size.columns - 4) / 38))
    let start = min(first, max(0, lines.count - rows * columns))
    let width = (box.size.columns - 4) / columns
    for (place, line) in lines[start...].prefix(rows * columns).enumerated() {
      let x = box.left + 2 + place / rows * width
      draw(line, at: Point(x, box.top + 1 + place % rows), limit: box.right - 1, on: &canvas)
    }
  }

  private func draw(_ line: Line, at point: Point, limit: Int, on canvas: inout Canvas) {
    let text = language.text(line.phrase)
    guard !line.isHeading else {
      canvas.write(text, at: point, Style(.plain, on: .popup, .strong), limit: limit)
      return
    }
    let end = canvas.write(
      line.keys, at: Point(point.x + 1, point.y), Style(.key, on: .popup, .strong), limit: limit)
    canvas.write(
      text, at: Point(max(end + 1, point.x + 14), point.y), Style(on: .popup), limit: limit)
  }
}

/// Draws an empty pop-up with a title in its upper edge.
func drawPopup(_ box: Rectangle, title: String, on canvas: inout Canvas) {
  canvas.fill(box, Glyph(" ", Style(on: .popup)))
  let style = Style(.frame, on: .popup)
  for x in box.left..<box.right {
    canvas[x, box.top] = Glyph("─", style)
    canvas[x, box.bottom - 1] = Glyph("─", style)
  }
  for y in box.top..<box.bottom {
    canvas[box.left, y] = Glyph("│", style)
    canvas[box.right - 1, y] = Glyph("│", style)
  }
  canvas[box.left, box.top] = Glyph("╭", style)
  canvas[box.right - 1, box.top] = Glyph("╮", style)
  canvas[box.left, box.bottom - 1] = Glyph("╰", style)
  canvas[box.right - 1, box.bottom - 1] = Glyph("╯", style)
  canvas.write(
    " " + title + " ", at: Point(box.left + 2, box.top), Style(.plain, on: .popup, .strong))
}
