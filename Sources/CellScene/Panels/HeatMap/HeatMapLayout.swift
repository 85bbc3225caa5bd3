import Screen

/// Where the parts of the timeline stand.
struct HeatMapLayout: Hashable, Sendable {
  /// The signals to choose from, the order and the steps that are shown.
  let title: Rectangle
  /// The words.
  let words: Rectangle
  /// The marked stretch; without rows while there is none.
  let stretch: Rectangle
  /// One row for each unit.
  let units: Rectangle
  /// The selected unit's signals below a heading; without rows where there is no room.
  let signals: Rectangle
  /// The cursor's value in one sentence.
  let narration: Rectangle

  /// From so many rows on, some are kept for the selected unit's signals.
  private static let roomyRows = 26

  /// Lays out what lies between the header and the footer.
  init(size: Size, unitCount: Int, signalCount: Int, hasStretch: Bool) {
    var y = 1
    func block(_ rows: Int) -> Rectangle {
      defer { y += max(0, rows) }
      return Rectangle(x: 0, y: y, columns: size.columns, rows: max(0, rows))
    }
    title = block(1)
    words = block(1)
    stretch = block(hasStretch ? 1 : 0)
    let room = size.rows - y - 2
    let below = signalCount + 1
    let isRoomy = unitCount + below <= room || room >= Self.roomyRows
    units = block(min(unitCount, isRoomy ? room - below : room))
    signals = block(isRoomy ? below : 0)
    narration = size.lastLine
  }
}

/// The steps that fit side by side around the cursor, each as wide as its word.
struct StepWindow: Hashable, Sendable {
  /// The steps.
  let steps: Range<Int>
  /// The first column of each, counted from the first one's, and then the end of the last.
  let columns: [Int]

  /// Sets steps side by side: half of the room for what was before the cursor, if it is long.
  ///
  /// - Complexity: O(steps that fit).
  init(count: Int, around cursor: Int, in room: Int, width: (Int) -> Int) {
    var (first, end) = (cursor, cursor + 1)
    var used = width(cursor)
    func add(_ step: Int, upTo limit: Int) -> Bool {
      guard step >= 0, step < count, used + width(step) <= limit else { return false }
      used += width(step)
      return true
    }
    while add(first - 1, upTo: room / 2) { first -= 1 }
    while add(end, upTo: room) { end += 1 }
    while add(first - 1, upTo: room) { first -= 1 }
    steps = first..<end
    columns = steps.reduce(into: [0]) { $0.append($0[$0.count - 1] + width($1)) }
  }

  /// Where a step that is shown stands.
  func place(of step: Int) -> Range<Int> {
    let place = step - steps.lowerBound
    return columns[place]..<columns[place + 1]
  }
}
