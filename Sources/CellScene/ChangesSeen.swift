import Screen

extension Canvas {
  /// Whether a changed number is marked: by a star behind it, or where there is no room for one by a
  /// line below it; nil if there are only lines.
  var seesChange: Bool? {
    var hasLine = false
    for y in 0..<size.rows {
      for x in 0..<size.columns where self[x, y].style.emphasis.contains(.underlined) {
        // An edited layer or word has a star too, but what it stands behind has no line.
        if self[x, y].character == "*", x > 0,
          self[x - 1, y].style.emphasis.contains(.underlined)
        {
          return true
        }
        if self[x, y].character.isNumber { hasLine = true }
      }
    }
    return hasLine ? nil : false
  }
}
