/// The values of all signals at all time steps, in one flat array.
///
/// Any value of any step is reached at once. Adjoints, ∂loss/∂value, have the same layout.
/// Steps count from 0 here; people see t = step + 1.
public struct Trace<Scalar: CellScalar>: Sendable, Equatable {
  /// Where each signal stands in the values of one step.
  public let layout: Layout
  /// The number of time steps, T.
  public let stepCount: Int
  /// The values, step after step.
  public internal(set) var values: [Scalar]

  /// Makes a trace of zeros.
  public init(layout: Layout, steps: Int) {
    self.layout = layout
    stepCount = steps
    values = Array(repeating: 0, count: layout.total * steps)
  }

  /// The numbers of a signal at a step.
  public subscript(signal: SignalID, step: Int) -> ArraySlice<Scalar> {
    get { values[range(of: signal, at: step)] }
    set {
      let range = range(of: signal, at: step)
      precondition(newValue.count == range.count, "\(newValue.count) numbers for \(range.count)")
      values.replaceSubrange(range, with: newValue)
    }
  }

  /// One number of a signal at a step.
  public subscript(signal: SignalID, step: Int, unit: Int) -> Scalar {
    get { values[place(of: unit, in: signal, at: step)] }
    set { values[place(of: unit, in: signal, at: step)] = newValue }
  }

  private func place(of unit: Int, in signal: SignalID, at step: Int) -> Int {
    let range = range(of: signal, at: step)
    precondition((0..<range.count).contains(unit), "unit \(unit) of \(range.count)")
    return range.lowerBound + unit
  }

  private func range(of signal: SignalID, at step: Int) -> Range<Int> {
    precondition((0..<stepCount).contains(step), "step \(step) of \(stepCount)")
    let place = layout[signal.index]
    let start = step * layout.total
    return (start + place.lowerBound)..<(start + place.upperBound)
  }
}
