extension String {
  /// The least number of letters to insert, delete or replace (Levenshtein 1966).
  ///
  /// - Complexity: O(m · n); letters beyond the 64th are not looked at.
  public func editDistance(to other: String) -> Int {
    let (first, second) = (Array(prefix(64)), Array(other.prefix(64)))
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in second.enumerated() {
        let replaced = diagonal + (letter == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(replaced, row[j + 1] + 1, row[j] + 1)
      }
    }
    return row[second.count]
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
