/// Mean and spread of every unit of a signal, gathered step by step.
///
/// One pass, without storing what was seen (Welford 1962): with n the count and d = x − mean,
///
///     mean += d / n,   squares += d (x − new mean)
public struct UnitMoments: Sendable, Equatable {
  /// What was seen of one unit; side by side, so that a step walks through memory once.
  public struct Moments: Sendable, Equatable {
    /// The mean; 0 before the first step.
    public private(set) var mean = 0.0
    /// The mean of the magnitude.
    public private(set) var meanMagnitude = 0.0
    /// The sum of squared distances from the mean: n times the variance.
    public private(set) var squares = 0.0

    fileprivate mutating func add(_ value: Double, share: Double) {
      let distance = value - mean
      mean += distance * share
      squares += distance * (value - mean)
      meanMagnitude += (value.magnitude - meanMagnitude) * share
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

  /// How far a unit's mean lies above its mean in other steps.
  ///
  ///     separation = (mean − other mean) / pooled standard deviation
  ///
  /// - Returns: ±∞ if the unit has one value here and another there; 0 if nothing was seen on a side.
  /// Source: Cohen 1988.
  public func separation(of unit: Int, from others: UnitMoments) -> Double {
    let (own, other) = (moments[unit], others.moments[unit])
    let difference = own.mean - other.mean
    guard count > 0, others.count > 0, difference != 0 else { return 0 }
    let degrees = Double(max(1, count + others.count - 2))
    return difference / ((own.squares + other.squares) / degrees).squareRoot()
  }

  /// Units by a size, the largest first; equal ones in their own order.
  public static func order(_ sizes: [Double]) -> [Int] {
    let keys = sizes.map { $0.isNaN ? .infinity : $0 }
    return keys.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
  }
}
