/// How well a few typed letters fit a text: they must stand in it in their order.
///
/// Of all ways to find them the best one counts: letters at the start of a word and letters that
/// follow one another count more, gaps count less.
public struct FuzzyMatch: Hashable, Sendable {
  /// The higher, the better; 0 for an empty query.
  public let score: Int
  /// Where the letters stand in the text, ascending.
  public let places: [Int]
  /// Whether some of the letters are there by chance.
  ///
  /// Those are inside of a word whose beginning was not typed, and fewer than three in a row. A Han
  /// character is a word's beginning.
  public let isScattered: Bool

  private static let (letter, wordStart, follows, gap) = (16, 12, 10, 1)

  /// Fits a query to a text; case and spaces in the query do not count.
  ///
  /// - Returns: nil if a letter is missing.
  /// - Complexity: O(n · m) for n letters in a text of m characters.
  public init?(_ query: String, in text: String) {
    let wanted = query.lowercased().filter { $0 != " " }.map { $0 }
    let found = text.map { $0.lowercased().first ?? $0 }
    guard !wanted.isEmpty else {
      (score, places, isScattered) = (0, [], false)
      return
    }
    guard wanted.count <= found.count else { return nil }
    var rows: [[Step?]] = []
    for (number, character) in wanted.enumerated() {
      let above = number == 0 ? nil : rows[number - 1]
      rows.append(Self.row(of: character, in: found, above: above))
    }
    let last = rows[rows.count - 1].indices.max { left, right in
      (rows[rows.count - 1][left]?.score ?? .min, right)
        < (rows[rows.count - 1][right]?.score ?? .min, left)
    }
    guard var place = last, let best = rows[rows.count - 1][place] else { return nil }
    score = best.score
    var places = [place]
    for number in stride(from: rows.count - 1, to: 0, by: -1) {
      place = rows[number][place]?.from ?? 0
      places.append(place)
    }
    self.places = places.reversed()
    isScattered = Self.isScattered(self.places, in: found)
  }

  private static func isScattered(_ places: [Int], in text: [Character]) -> Bool {
    places.indices.contains { number in
      let place = places[number]
      let last = number == 0 ? nil : places[number - 1]
      if last == place - 1 || startsWord(place, in: text) || !text[place].isASCII { return false }
      if let last, text[last..<place].allSatisfy({ $0.isLetter || $0.isNumber }) { return false }
      return !places[number...].starts(with: place..<place + 3)
    }
  }

  private static func startsWord(_ place: Int, in text: [Character]) -> Bool {
    place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber)
  }

  /// The best way that ends with a letter at a place.
  private struct Step {
    let score: Int
    /// The place of the letter before.
    let from: Int
  }

  private static func row(
    of character: Character, in text: [Character], above: [Step?]?
  ) -> [Step?] {
    var row: [Step?] = Array(repeating: nil, count: text.count)
    // The best way of the letters before, as if its gap reached up to here.
    var best: Step?
    for place in text.indices {
      if text[place] == character {
        let own = letter + (startsWord(place, in: text) ? wordStart : 0)
        if let above {
          var ways: [Step] = []
          if let best { ways.append(Step(score: best.score + own, from: best.from)) }
          if place > 0, let near = above[place - 1] {
            ways.append(Step(score: near.score + own + follows, from: place - 1))
          }
          row[place] = ways.max { $0.score < $1.score }
        } else {
          row[place] = Step(score: own - min(place, 8) * gap, from: place)
        }
      }
      let lengthened = best.map { Step(score: $0.score - gap, from: $0.from) }
      let fresh = above?[place].map { Step(score: $0.score, from: place) }
      best = [lengthened, fresh].compactMap { $0 }.max { $0.score < $1.score }
    }
    return row
  }
}
