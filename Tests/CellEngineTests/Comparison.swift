/// How far numbers are from what they should be, and where it is worst.
///
///     allowed = absolute + relative · |expected|
struct Comparison: CustomStringConvertible {
  let absolute: Double
  let relative: Double
  /// The largest deviation as a share of what is allowed.
  private(set) var share = 0.0
  /// The largest deviation.
  private(set) var deviation = 0.0
  private(set) var count = 0
  private var worst = "nothing deviates"

  init(absolute: Double = 1e-12, relative: Double = 1e-10) {
    self.absolute = absolute
    self.relative = relative
  }

  /// Whether numbers were compared and all of them are close enough.
  var holds: Bool { count > 0 && share <= 1 }

  var description: String { "\(count) numbers; \(worst)" }

  mutating func compare(
    _ name: String, _ actual: some Collection<Double>, _ expected: some Collection<Double>
  ) {
    guard actual.count == expected.count else {
      note(.infinity, "\(name) has \(actual.count) numbers, not \(expected.count)")
      return
    }
    for (index, (number, target)) in zip(actual, expected).enumerated() {
      count += 1
      let distance = number == target ? 0 : abs(number - target)
      let known = distance.isNaN ? .infinity : distance
      deviation = max(deviation, known)
      note(
        known / (absolute + relative * abs(target)),
        "\(name)[\(index)] is \(number), expected \(target)")
    }
  }

  private mutating func note(_ newShare: Double, _ text: String) {
    guard newShare > share else { return }
    share = newShare
    worst = text
  }
}
