/// Which units of a signal are on over marked steps and off elsewhere.
///
///     separation = (mean over marked − mean elsewhere) / pooled standard deviation
///
/// (Cohen 1988.) Positive where the unit is higher over the marked steps, negative where it is lower:
/// a memory may stand for “inside” with either sign. Gathered in one pass, so a long text can be run
/// in pieces.
public struct UnitContrast: Sendable, Equatable {
  /// How clearly one unit tells marked steps from others.
  public struct Score: Hashable, Sendable {
    /// The unit, from 0.
    public let unit: Int
    /// The mean over the marked steps.
    public let markedMean: Double
    /// The mean over all other steps.
    public let otherMean: Double
    /// (marked mean − other mean) / pooled standard deviation.
    ///
    /// ±∞ if the unit has one value over the marked steps and another elsewhere; 0 if nothing is
    /// marked, or everything.
    public let separation: Double
  }

  /// The signal.
  public let signal: SignalID
  /// What the units do over marked steps.
  public private(set) var marked: UnitMoments
  /// What they do elsewhere.
  public private(set) var others: UnitMoments

  /// Starts with nothing seen.
  public init(_ signal: SignalID, in cell: Cell<Double>) {
    self.signal = signal
    marked = UnitMoments(units: cell.valueLayout[signal.index].count)
    others = marked
  }

  /// Adds all steps of a trace, or some.
  ///
  /// - Parameters:
  ///   - marks: the marked stretches of the text; they may overlap.
  ///   - first: the place of the trace's first step in the text.
  ///   - steps: the steps of the trace that count.
  public mutating func add(
    _ trace: Trace<Double>, marks: [Range<Int>], from first: Int = 0, steps: Range<Int>? = nil
  ) {
    let isMarked = Self.flags(marks, first..<(first + trace.stepCount))
    for step in steps ?? 0..<trace.stepCount { add(trace[signal, step], isMarked[step]) }
  }

  /// Adds one step: a value of each unit, and whether the step is marked.
  public mutating func add(_ values: some Collection<Double>, _ isMarked: Bool) {
    if isMarked { marked.add(values) } else { others.add(values) }
  }

  /// All units, the one that tells most clearly first, whatever its sign.
  public var ranked: [Score] {
    let scores = marked.moments.indices.map(score)
    return UnitMoments.order(scores.map(\.separation.magnitude)).map { scores[$0] }
  }

  /// How clearly a unit tells.
  public func score(_ unit: Int) -> Score {
    Score(
      unit: unit, markedMean: marked.moments[unit].mean, otherMean: others.moments[unit].mean,
      separation: marked.separation(of: unit, from: others))
  }

  /// The chance that a value is higher at a marked step than at another (Mann & Whitney 1947).
  ///
  ///     area = (pairs with marked > other + ½ pairs that are equal) / all pairs
  ///
  /// The area under the receiver operating characteristic: 1 and 0 tell perfectly, ½ not at all.
  /// - Returns: ½ if nothing is marked, or everything.
  /// - Complexity: O(T log T).
  public static func area(of values: [Double], _ isMarked: [Bool]) -> Double {
    let order = zip(values, isMarked).map { (value: $0, $1) }.sorted { $0.value < $1.value }
    var (pairs, othersBelow, place) = (0.0, 0, 0)
    while place < order.count {
      let end = order[place...].firstIndex { $0.value != order[place].value } ?? order.count
      let equal = order[place..<max(end, place + 1)]
      let above = equal.count { $0.1 }
      pairs += Double(above) * (Double(othersBelow) + Double(equal.count - above) / 2)
      othersBelow += equal.count - above
      place = equal.endIndex
    }
    let all = Double(othersBelow) * Double(order.count - othersBelow)
    return all > 0 ? pairs / all : 0.5
  }

  private static func flags(_ marks: [Range<Int>], _ steps: Range<Int>) -> [Bool] {
    var flags = Array(repeating: false, count: steps.count)
    for mark in marks {
      for step in mark.clamped(to: steps) { flags[step - steps.lowerBound] = true }
    }
    return flags
  }
}
