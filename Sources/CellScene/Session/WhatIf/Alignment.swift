/// Which words of one sentence are the words of another that was made from it.
enum Alignment {
  /// The most comparisons that are made; longer differences are taken place by place.
  private static let limit = 1_000_000

  /// For each word of `tokens` its place in `others`; nil for a word that was put in.
  ///
  /// The fewest words are put in, taken out or replaced (Levenshtein 1965); a replaced word stands
  /// for the one that was there.
  ///
  /// - Complexity: O(m · n) in the words between the common start and the common end.
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

  private static func matched(_ here: [Int], _ there: [Int]) -> [Int?] {
    guard !there.isEmpty, here.count * there.count <= limit else {
      return here.indices.map { $0 < there.count ? $0 : nil }
    }
    let costs = costs(here, there)
    var places: [Int?] = Array(repeating: nil, count: here.count)
    var (i, j) = (here.count, there.count)
    while i > 0, j > 0 {
      if costs[i][j] == costs[i - 1][j - 1] + (here[i - 1] == there[j - 1] ? 0 : 1) {
        (i, j) = (i - 1, j - 1)
        places[i] = j
      } else if costs[i][j] == costs[i - 1][j] + 1 {
        i -= 1
      } else {
        j -= 1
      }
    }
    return places
  }

  /// How many changes make the first words of the one the first words of the other.
  private static func costs(_ here: [Int], _ there: [Int]) -> [[Int]] {
    var costs = [Array(0...there.count)]
    for (i, word) in here.enumerated() {
      var row = [i + 1]
      for (j, other) in there.enumerated() {
        let replaced = costs[i][j] + (word == other ? 0 : 1)
        row.append(min(replaced, costs[i][j + 1] + 1, row[j] + 1))
      }
      costs.append(row)
    }
    return costs
  }
}
