import Screen

/// The words of a sentence side by side, as many as fit around the present one.
struct WordColumns {
  /// The words that are shown: the time step and the first column, counted from the panel's first.
  let places: [(time: Int, column: Int)]
  private let count: Int
  /// The column after the last word.
  private let end: Int

  /// Whether words stand before those that are shown.
  var isCutBefore: Bool { (places.first?.time ?? 0) > 0 }
  /// Whether words stand after those that are shown.
  var isCutAfter: Bool { (places.last?.time ?? 0) < count - 1 }

  /// Sets words side by side.
  ///
  /// - Parameters:
  ///   - time: the present word; it and the one after it are shown if two fit.
  ///   - least: the fewest columns that a word takes.
  ///   - gap: the columns between words that are longer.
  ///   - room: the columns there are.
  /// - Complexity: O(words that fit).
  init<Words: RandomAccessCollection>(
    _ words: Words, around time: Int, least: Int, gap: Int = 2, in room: Int
  ) where Words.Element == String, Words.Index == Int {
    func width(_ time: Int) -> Int { max(words[time].columns + gap, least) }
    count = words.count
    var first = time
    var used = width(time) + (time + 1 < count ? width(time + 1) : 0)
    while first > 0, used + width(first - 1) <= room {
      first -= 1
      used += width(first)
    }
    var places: [(time: Int, column: Int)] = []
    var column = 0
    var place = first
    while place < count, places.isEmpty || column + width(place) <= room {
      places.append((place, column))
      column += width(place)
      place += 1
    }
    self.places = places
    end = column
  }

  /// The words as what can be pointed at, each as wide as its column.
  ///
  /// - Parameter left: where the first one stands.
  func regions(from left: Int, in area: Rectangle) -> [Region] {
    places.indices.map { place in
      let next = place + 1 < places.count ? places[place + 1].column : end
      let (time, column) = places[place]
      return Region(
        Rectangle(
          x: left + column, y: area.top, columns: min(left + next, area.right) - left - column,
          rows: area.size.rows),
        .word(time))
    }
  }
}

extension Session {
  /// How a word of the sentence is drawn: read, being read, or still to come; matches of the last
  /// search are underlined.
  func wordStyle(at time: Int) -> Style {
    let isMatch = search?.covers(time, in: tokens) ?? false
    let mark: Emphasis = isMatch ? [.strong, .underlined] : []
    guard time != self.time else { return Style(.plain, on: .word, .strong).with(mark) }
    return Style(isMatch ? .key : time < self.time ? .plain : .faint).with(mark)
  }
}
