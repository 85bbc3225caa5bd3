import CellEngine
import CellScene
import Screen

/// Measures what the engine takes for a time step, here and now.
enum Stopwatch {
  /// The fewest steps that are timed at once, so that the clock's grain does not matter.
  private static let leastSteps = 400
  /// How often each cell is timed; the median counts.
  private static let rounds = 9

  /// Seconds for one step of each cell: the cells run in turns, so that both meet the same machine.
  static func secondsPerStep(of cells: [TimedCell]) -> [Double] {
    let sequences = cells.map { timed in
      let repeats = max(1, leastSteps / max(1, timed.inputs.count))
      return Array(repeatElement(timed.inputs, count: repeats).joined())
    }
    var times: [[Double]] = cells.map { _ in [] }
    let clock = ContinuousClock()
    for round in 0...rounds {
      for (place, timed) in cells.enumerated() {
        let elapsed = clock.measure { _ = timed.cell.trace(sequences[place]) }
        // The first round only warms up.
        if round > 0 { times[place].append(elapsed / .seconds(1)) }
      }
    }
    return zip(times, sequences).map { $0.sorted()[rounds / 2] / Double(max(1, $1.count)) }
  }
}

extension Session {
  /// Presses a key and, if it asks for that, measures.
  mutating func press(_ key: Key) -> Effect {
    let effect = handle(key)
    if effect == .measure { record(secondsPerStep: Stopwatch.secondsPerStep(of: timedCells)) }
    return effect
  }
}
