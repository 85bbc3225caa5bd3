/// Which words of one sentence are the words of another that was made from it.
enum Alignment {
  /// The most comparisons that are made; of longer differences the rest is taken place by place.
  private static let limit = 4_000_000

  /// For each word of `tokens` its place in `others`; nil for a word that was put in.
  ///
  /// The fewest words are put in, taken out or replaced (Levenshtein 1965); a replaced word stands
  /// for the one that was there.
  ///
  /// - Complexity: O(n · d) for d changes in the n words between the common start and the common end.
  static func places(of tokens: [Int], in others: [Int]) -> [Int?] {
    let shorter = min(tokens.count, others.count)
    let start = zip(tokens, others).prefix { $0 == $1 }.count
    let end = zip(tokens.reversed(), others.reversed()).prefix { $0 == $1 }.count
    let tail = min(end, shorter - start)
    let middle = matched(
      Array(tokens[start..<(tokens.count - tail)]), Array(others[start..<(others.count - tail)]))
    return (0..<start).map { $0 } + middle.map { $0.map { $0 + start } }
      + ((others.count - tail)..<others.count).map { $0 }
  }

  /// For each of `count` words its place now, where `places` says which of them each word is.
  ///
  /// A word that is gone stands where the next one is that is left, or at the end.
  static func moves(_ places: [Int?], from count: Int) -> [Int] {
    var moves: [Int?] = Array(repeating: nil, count: count)
    for (now, place) in places.enumerated() {
      if let place { moves[place] = now }
    }
    var next = max(0, places.count - 1)
    for place in moves.indices.reversed() {
      next = moves[place] ?? next
      moves[place] = next
    }
    return moves.compactMap(\.self)
  }

  private static func matched(_ here: [Int], _ there: [Int]) -> [Int?] {
    var most = 4 + abs(here.count - there.count)
    while !there.isEmpty, (here.count + 1) * (2 * most + 1) <= limit {
      let costs = BandedCosts(here, there, most: most)
      if costs.total <= most { return costs.places(here, there) }
      most *= 2
    }
    return here.indices.map { $0 < there.count ? $0 : nil }
  }
}

/// How many changes make the first words of one sentence the first words of another, for beginnings
/// whose lengths differ by no more than the changes that are counted.
///
/// Fewer changes than that never need others (Ukkonen 1985).
private struct BandedCosts {
  private let most: Int
  private let width: Int
  private var costs: [Int32]
  /// The changes of the whole, if they are no more than counted.
  private(set) var total = 0

  init(_ here: [Int], _ there: [Int], most: Int) {
    self.most = most
    width = 2 * most + 1
    costs = Array(repeating: .max / 2, count: (here.count + 1) * width)
    for i in 0...here.count {
      for j in max(0, i - most)...max(0, min(there.count, i + most)) {
        guard i > 0 || j > 0 else {
          costs[most] = 0
          continue
        }
        let isSame = i > 0 && j > 0 && here[i - 1] == there[j - 1]
        let least = min(
          self[i - 1, j - 1] + (isSame ? 0 : 1), self[i - 1, j] + 1, self[i, j - 1] + 1)
        costs[i * width + j - i + most] = least
      }
    }
    total = Int(self[here.count, there.count])
  }

  /// The changes between two beginnings; more than can be where that was not counted.
  private subscript(i: Int, j: Int) -> Int32 {
    guard i >= 0, j >= 0, (i - j).magnitude <= most else { return .max / 2 }
    return costs[i * width + j - i + most]
  }

  /// The way back through the fewest changes: a replacement before a word that was put in, and that
  /// before one that was taken out.
  func places(_ here: [Int], _ there: [Int]) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: here.count)
    var (i, j) = (here.count, there.count)
    while i > 0, j > 0 {
      let replaced = self[i - 1, j - 1] + (here[i - 1] == there[j - 1] ? 0 : 1)
      if self[i, j] == replaced {
        (i, j) = (i - 1, j - 1)
        places[i] = j
      } else if self[i, j] == self[i - 1, j] + 1 {
        i -= 1
      } else {
        j -= 1
      }
    }
    return places
  }
}
