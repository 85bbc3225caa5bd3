/// Rows of the screen that are given away one part after the other, as long as there are any.
struct SpareRows {
  /// How many are left.
  private(set) var count: Int

  init(_ count: Int) { self.count = max(0, count) }

  /// Gives as many as are wanted, or what is left.
  mutating func take(_ wanted: Int) -> Int {
    let taken = max(0, min(wanted, count))
    count -= taken
    return taken
  }
}
