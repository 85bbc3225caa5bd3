/// Mean, spread and bounds of every unit of a signal, gathered step by step.
///
/// One pass, without storing what was seen (Welford 1962): with n the count and d = x − mean,
///
///     mean += d / n,   squares += d (x − new mean),   variance = squares / n
public struct UnitMoments: Sendable, Equatable {
  /// The number of steps seen.
  public private(set) var count = 0
  /// The mean of each unit; 0 before the first step.
  public private(set) var means: [Double]
  /// The mean of each unit's magnitude.
  public private(set) var meanMagnitudes: [Double]
  /// The smallest value of each unit; ∞ before the first step.
  public private(set) var smallest: [Double]
  /// The largest value of each unit; −∞ before the first step.
  public private(set) var largest: [Double]
  /// The sum of squared distances from the mean, for each unit.
  public private(set) var squares: [Double]

  /// Starts with nothing seen.
  public init(units: Int) {
    means = Array(repeating: 0, count: units)
    meanMagnitudes = means
    squares = means
    smallest = Array(repeating: .infinity, count: units)
    largest = Array(repeating: -.infinity, count: units)
  }

  /// Adds one step: a value of each unit.
  public mutating func add(_ values: some Collection<Double>) {
    precondition(values.count == means.count, "\(values.count) values for \(means.count) units")
    count += 1
    let share = 1 / Double(count)
    for (unit, value) in values.enumerated() {
      let distance = value - means[unit]
      means[unit] += distance * share
      squares[unit] += distance * (value - means[unit])
      meanMagnitudes[unit] += (value.magnitude - meanMagnitudes[unit]) * share
      smallest[unit] = min(smallest[unit], value)
      largest[unit] = max(largest[unit], value)
    }
  }

  /// Adds all steps of a trace, or some.
  public mutating func add(_ trace: Trace<Double>, _ signal: SignalID, steps: Range<Int>? = nil) {
    for step in steps ?? 0..<trace.stepCount { add(trace[signal, step]) }
  }

  /// The variance of each unit, over all steps seen.
  public var variances: [Double] { squares.map { count > 0 ? $0 / Double(count) : 0 } }

  /// The units by spread, the one that changes most first: for any signal.
  public var unitsBySpread: [Int] { Self.order(squares) }

  /// Units by a size, the largest first; equal ones in their own order.
  static func order(_ sizes: [Double]) -> [Int] {
    let keys = sizes.map { $0.isNaN ? .infinity : $0 }
    return keys.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
  }
}
