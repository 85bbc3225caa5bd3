import Screen

extension String {
  /// The text with spaces behind it.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(1, columns - self.columns))
  }
}
