import CellEngine
import CellScene
import Screen

/// Measures what the engine takes for a time step, here and now.
enum Stopwatch {
  /// The fewest steps that are timed at once: more than the clock's grain, less than a time slice.
  private static let leastSteps = 64
  /// How often each cell is timed at most and at least.
  private static let rounds = 5...100
  /// After how long enough has been timed.
  private static let patience = Duration.milliseconds(250)
  /// After how long fewer rounds than that have to do.
  private static let mostPatience = Duration.seconds(1)

  /// The seconds of one step of each cell, the fastest of many rounds.
  ///
  /// Whatever else the machine does can only make a round slower. The cells run in turns, so that
  /// all meet the same machine.
  static func secondsPerStep(of cells: [TimedCell]) -> [Double] {
    let sequences = cells.map { timed in
      let count = max(1, timed.inputs.count)
      let repeats = (leastSteps + count - 1) / count
      return Array(repeatElement(timed.inputs, count: repeats).joined())
    }
    var fastest = cells.map { _ in Duration.seconds(Int64.max / 2) }
    let clock = ContinuousClock()
    let start = clock.now
    for round in 1...rounds.upperBound {
      for (place, timed) in cells.enumerated() {
        let elapsed = clock.measure { _ = timed.cell.trace(sequences[place]) }
        fastest[place] = min(fastest[place], elapsed)
      }
      let spent = clock.now - start
      if round >= rounds.lowerBound && spent > patience || spent > mostPatience { break }
    }
    return zip(fastest, sequences).map { $0 / .seconds(1) / Double(max(1, $1.count)) }
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
