/// Mean, spread and bounds of every unit of a signal, gathered step by step.
///
/// One pass, without storing what was seen (Welford 1962): with n the count and d = x − mean,
///
///     mean += d / n,   squares += d (x − new mean),   variance = squares / n
public struct UnitMoments: Sendable, Equatable {
  /// What was seen of one unit; side by side, so that a step walks through memory once.
  public struct Moments: Sendable, Equatable {
    /// The mean; 0 before the first step.
    public private(set) var mean = 0.0
    /// The mean of the magnitude.
    public private(set) var meanMagnitude = 0.0
    /// The smallest value; ∞ before the first step.
    public private(set) var smallest = Double.infinity
    /// The largest value; −∞ before the first step.
    public private(set) var largest = -Double.infinity
    /// The sum of squared distances from the mean.
    public private(set) var squares = 0.0

    fileprivate mutating func add(_ value: Double, share: Double) {
      let distance = value - mean
      mean += distance * share
      squares += distance * (value - mean)
      meanMagnitude += (value.magnitude - meanMagnitude) * share
      smallest = min(smallest, value)
      largest = max(largest, value)
    }
  }

  /// The number of steps seen.
  public private(set) var count = 0
  /// What was seen of each unit.
  public private(set) var moments: [Moments]

  /// The mean of each unit.
  public var means: [Double] { moments.map(\.mean) }
  /// The mean of each unit's magnitude.
  public var meanMagnitudes: [Double] { moments.map(\.meanMagnitude) }
  /// The smallest value of each unit.
  public var smallest: [Double] { moments.map(\.smallest) }
  /// The largest value of each unit.
  public var largest: [Double] { moments.map(\.largest) }
  /// The sum of squared distances from the mean, for each unit.
  public var squares: [Double] { moments.map(\.squares) }

  /// Starts with nothing seen.
  public init(units: Int) { moments = Array(repeating: Moments(), count: units) }

  /// Adds one step: a value of each unit.
  public mutating func add(_ values: some Collection<Double>) {
    precondition(values.count == moments.count, "\(values.count) values for \(moments.count) units")
    count += 1
    let share = 1 / Double(count)
    for (unit, value) in values.enumerated() { moments[unit].add(value, share: share) }
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
  public static func order(_ sizes: [Double]) -> [Int] {
    let keys = sizes.map { $0.isNaN ? .infinity : $0 }
    return keys.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
  }
}
