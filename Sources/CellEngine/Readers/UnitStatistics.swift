/// What one unit does over a stretch of steps and elsewhere.
public struct UnitContrast: Hashable, Sendable {
  /// The unit, from 0.
  public let unit: Int
  /// The mean of the signal over the stretch.
  public let inside: Double
  /// The mean over all other steps that count.
  public let outside: Double
  /// How much higher the unit is over the stretch; below zero where it is lower there.
  public var difference: Double { inside - outside }
}

extension Trace {
  /// How much each unit carries: the mean magnitude of a signal, [H].
  ///
  ///     1/n · Σ |s<t>|     over the n steps given; 0 without steps
  public func meanMagnitudes(of signal: SignalID, over steps: Range<Int>) -> [Double] {
    means(of: signal, over: Array(steps), \.magnitude)
  }

  /// The units by how far their means over a stretch and elsewhere lie apart, farthest first.
  ///
  /// - Parameters:
  ///   - stretch: the steps that were marked; those that do not count are left out.
  ///   - steps: the steps that count.
  /// - Returns: nil if no step that counts is inside, or none outside.
  public func contrasts(
    of signal: SignalID, inside stretch: Range<Int>, among steps: Range<Int>
  ) -> [UnitContrast]? {
    let marked = stretch.clamped(to: steps)
    guard !marked.isEmpty, marked != steps else { return nil }
    let inside = means(of: signal, over: Array(marked), \.self)
    let outside = means(
      of: signal, over: steps.filter { !marked.contains($0) }, \.self)
    let contrasts = zip(inside, outside).enumerated().map { unit, means in
      UnitContrast(unit: unit, inside: means.0, outside: means.1)
    }
    return contrasts.sorted {
      ($1.difference.magnitude, $0.unit) < ($0.difference.magnitude, $1.unit)
    }
  }

  private func means(
    of signal: SignalID, over steps: [Int], _ value: (Double) -> Double
  ) -> [Double] {
    var sums = Array(repeating: 0.0, count: layout[signal.index].count)
    for step in steps {
      for (unit, found) in self[signal, step].enumerated() { sums[unit] += value(found) }
    }
    return sums.map { steps.isEmpty ? 0 : $0 / Double(steps.count) }
  }
}
