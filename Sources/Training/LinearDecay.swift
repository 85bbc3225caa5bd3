extension Double {
  /// The rate of an update, from 0, that falls from this number to a last one on a straight line.
  func falling(to last: Double, at step: Int, of steps: Int) -> Double {
    guard steps > 1 else { return self }
    return self + (last - self) * Double(min(step, steps - 1)) / Double(steps - 1)
  }
}
