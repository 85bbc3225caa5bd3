/// The place of one number in a run: which signal, which unit, which step.
public struct ValuePlace: Hashable, Sendable {
  /// The signal.
  public let signal: SignalID
  /// The unit, from 0; for the input, the place in the input vector.
  public let unit: Int
  /// The time step, from 0.
  public let step: Int

  /// Names one number.
  public init(_ signal: SignalID, unit: Int, step: Int) {
    self.signal = signal
    self.unit = unit
    self.step = step
  }
}

extension Trace<Double> {
  /// The number at a place.
  public subscript(place: ValuePlace) -> Double {
    get { self[place.signal, place.step, place.unit] }
    set { self[place.signal, place.step, place.unit] = newValue }
  }
}
