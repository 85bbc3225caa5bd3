import Screen

/// The keys that work in the view, printed from the one table, page by page.
struct HelpPanel {
  private let keyMap: KeyMap
  private let context: KeyMap.Context
  private let language: Language

  /// - Parameter context: the view behind the help; its own keys stand first.
  init(_ keyMap: KeyMap, in context: KeyMap.Context, _ language: Language) {
    self.keyMap = keyMap
    self.context = context
    self.language = language
  }

  /// The help turns its pages round and round; there are never so many.
  static let mostPages = 1000

  /// One line of the help: keys and what they do, or a heading.
  struct Line: Hashable {
    let keys: String
    let text: String
    var isHeading: Bool { keys.isEmpty }
  }

  /// A part of a page: lines below one another.
  private struct Column {
    var lines: [Line] = []
    /// Where the texts begin: two columns behind the longest keys.
    var textStart: Int { (lines.map(\.keys.columns).max() ?? 0) + 3 }
    /// The columns that it takes, with two behind the longest line.
    var width: Int {
      lines.map { ($0.isHeading ? 0 : textStart) + $0.text.columns + 2 }.max() ?? 0
    }
  }

  /// Each group's heading and keys, the groups of the view's own keys first.
  func groups() -> [[Line]] {
    let active = keyMap.active(in: context).filter {
      $0.group != .popup && !$0.keys.isEmpty
    }
    let own = Set(context == .cell ? [] : keyMap.bindings(in: context).map(\.group))
    let order =
      KeyMap.Group.allCases.filter(own.contains)
      + KeyMap.Group.allCases.filter { !own.contains($0) }
    return order.compactMap { group in
      let lines = active.filter { $0.group == group }.map { binding in
        Line(
          keys: binding.keys.map(\.shortName).joined(separator: " "),
          text: language.text(.command(binding.command)))
      }
      return lines.isEmpty
        ? nil : [Line(keys: "", text: language.text(.helpGroup(group)))] + lines
    }
  }

  /// Draws a page over everything above the footer.
  func draw(page number: Int, above footer: Rectangle, on canvas: inout Canvas) {
    let box = box(above: footer)
    drawPopup(box, title: language.text(.helpTitle), on: &canvas)
    let pages = pages(in: box)
    let place = number.wrapped(in: pages.count)
    var x = box.left + 2
    for column in pages[place] {
      for (row, line) in column.lines.enumerated() {
        draw(
          line, at: Point(x, box.top + 1 + row), textStart: column.textStart,
          limit: box.right - 1, on: &canvas)
      }
      x += column.width
    }
    let position = " " + language.text(.helpPage(place + 1, of: pages.count)) + " "
    canvas.write(
      position, at: Point(box.right - position.columns - 2, box.top),
      Style(.plain, on: .popup, .strong))
    canvas.write(
      language.text(.helpCounts(keyMap), within: box.size.columns - 4),
      at: Point(box.left + 2, box.bottom - 2), Style(on: .popup), limit: box.right - 1)
  }

  /// How many pages there are on a screen with this footer.
  func pageCount(above footer: Rectangle) -> Int { pages(in: box(above: footer)).count }

  private func box(above footer: Rectangle) -> Rectangle {
    Rectangle(x: 0, y: 0, columns: footer.size.columns, rows: footer.top)
  }

  private func pages(in box: Rectangle) -> [[Column]] {
    pages(rows: max(1, box.size.rows - 3), columns: box.size.columns - 2)
  }

  /// The groups in columns, a group in one column if it fits there, and the columns on pages.
  private func pages(rows: Int, columns room: Int) -> [[Column]] {
    var columns = [Column()]
    for group in groups() {
      let free = rows - columns[columns.count - 1].lines.count
      if free < rows, group.count > free { columns.append(Column()) }
      for line in group {
        if columns[columns.count - 1].lines.count == rows { columns.append(Column()) }
        columns[columns.count - 1].lines.append(line)
      }
    }
    var pages: [[Column]] = [[]]
    for column in columns {
      let used = pages[pages.count - 1].reduce(0) { $0 + $1.width }
      if used > 0, used + column.width > room { pages.append([]) }
      pages[pages.count - 1].append(column)
    }
    return pages
  }

  private func draw(
    _ line: Line, at point: Point, textStart: Int, limit: Int, on canvas: inout Canvas
  ) {
    guard !line.isHeading else {
      canvas.write(
        line.text, at: Point(point.x, point.y), Style(.plain, on: .popup, .strong),
        limit: limit)
      return
    }
    canvas.write(
      line.keys, at: Point(point.x + 1, point.y), Style(.key, on: .popup, .strong), limit: limit)
    canvas.write(
      line.text, at: Point(point.x + textStart, point.y), Style(on: .popup), limit: limit)
  }
}
