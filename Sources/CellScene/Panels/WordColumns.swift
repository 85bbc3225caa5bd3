import Screen

/// The words of a sentence side by side, as many as fit around the present one.
struct WordColumns {
  /// The words that are shown: the time step and the first column, counted from the panel's first.
  let places: [(time: Int, column: Int)]
  private let count: Int

  /// Whether words stand before those that are shown.
  var isCutBefore: Bool { (places.first?.time ?? 0) > 0 }
  /// Whether words stand after those that are shown.
  var isCutAfter: Bool { (places.last?.time ?? 0) < count - 1 }

  /// Sets words side by side.
  ///
  /// - Parameters:
  ///   - time: the present word; it and the one after it are shown if two fit.
  ///   - least: the fewest columns that a word takes.
  ///   - room: the columns there are.
  init(_ words: [String], around time: Int, least: Int, in room: Int) {
    let widths = words.map { max($0.columns + 2, least) }
    let wanted = min(time + 1, words.count - 1)
    var first = 0
    while first < time, widths[first...wanted].reduce(0, +) > room { first += 1 }
    var places: [(time: Int, column: Int)] = []
    var column = 0
    for place in first..<words.count {
      guard places.isEmpty || column + widths[place] <= room else { break }
      places.append((place, column))
      column += widths[place]
    }
    self.places = places
    count = words.count
  }
}

extension Session {
  /// How a word of the sentence is drawn: read, being read, or still to come.
  func wordStyle(at time: Int) -> Style {
    time == self.time
      ? Style(.plain, on: .word, .strong) : Style(time < self.time ? .plain : .faint)
  }
}
