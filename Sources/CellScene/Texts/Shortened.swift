import Screen

extension String {
  /// The text itself, or its beginning with an ellipsis if it does not fit.
  ///
  /// - Complexity: O(n).
  func shortened(to columns: Int) -> String {
    guard self.columns > columns else { return self }
    guard columns > 0 else { return "" }
    var used = 0
    let beginning = prefix { character in
      used += character.columns
      return used < columns
    }
    return beginning + "…"
  }
}
