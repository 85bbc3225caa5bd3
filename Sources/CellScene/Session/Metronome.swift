/// When the next tick of something that plays is due.
///
/// The work and the drawing of a tick are part of its time. Where they take longer than that, the
/// next tick is due at once, and what was missed is not caught up. It has no clock: it is told the
/// time.
public struct Metronome: Sendable {
  /// When the last tick was due, or the playing began.
  private var last: ContinuousClock.Instant?

  /// Makes one that stands still.
  public init() {}

  /// How long to wait for the next tick; begins to count if it stood still.
  public mutating func wait(
    atTicksPerSecond rate: Double, now: ContinuousClock.Instant
  ) -> Duration {
    let last = last ?? now
    self.last = last
    return max(.zero, last + Self.period(rate) - now)
  }

  /// Counts a tick that is done now.
  public mutating func tick(atTicksPerSecond rate: Double, now: ContinuousClock.Instant) {
    let period = Self.period(rate)
    last = last.map { max($0 + period, now - period) }
  }

  private static func period(_ rate: Double) -> Duration { .milliseconds(Int(1000 / rate)) }

  /// Stands still.
  public mutating func stop() { last = nil }
}
