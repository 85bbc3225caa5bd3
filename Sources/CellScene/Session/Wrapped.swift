extension Int {
  /// The place on a circle of so many: after the last comes 0, and before 0 the last.
  func wrapped(in count: Int) -> Int { (self % count + count) % count }
}
