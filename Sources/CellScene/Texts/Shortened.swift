import Screen

extension String {
  /// The text itself, or its beginning with an ellipsis if it does not fit.
  func shortened(to columns: Int) -> String {
    guard self.columns > columns else { return self }
    var text = ""
    for character in self where (text + String(character)).columns < columns {
      text.append(character)
    }
    return columns > 0 ? text + "…" : ""
  }
}
