extension String {
  /// The least number of letters to insert, delete, replace or swap with the next (Damerau 1964), where
  /// none is changed twice.
  ///
  /// - Complexity: O(m · n); letters beyond the 64th are not looked at.
  public func editDistance(to other: String) -> Int {
    let (first, second) = (Array(prefix(64)), Array(other.prefix(64)))
    var (before, above) = ([Int](), Array(0...second.count))
    for (i, letter) in first.enumerated() {
      var row = [i + 1]
      for (j, candidate) in second.enumerated() {
        let replaced = above[j] + (letter == candidate ? 0 : 1)
        var least = Swift.min(replaced, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == second[j - 1], candidate == first[i - 1] {
          least = Swift.min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[second.count]
  }

  /// The name that is written most like this word, if it is near enough.
  ///
  /// Near is one change, in words of five letters or more two.
  public func nearest(among names: some Sequence<String>) -> String? {
    let ranked = names.map { (distance: editDistance(to: $0), name: $0) }
    guard let best = ranked.min(by: <), best.distance <= (count < 5 ? 1 : 2) else { return nil }
    return best.name
  }
}
