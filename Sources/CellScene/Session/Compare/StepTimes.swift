public import CellEngine

/// A cell whose time step can be measured, with the words to run it over.
public struct TimedCell: Sendable {
  /// The cell with its weights.
  public let cell: Cell<Double>
  /// x<1> and on: as many as one run of the measurement takes, for a step is a step.
  public let inputs: [[Double]]
  let subject: Subject

  /// What a measured time belongs to: edits do not change it.
  struct Subject: Hashable {
    let model: Int
    let kind: CellKind

    init(_ experiment: Experiment) {
      model = experiment.model
      kind = experiment.kind
    }
  }
}

extension Session {
  /// The most words that a cell is timed over.
  private static let mostTimedWords = 256

  /// The cells that `Effect.measure` asks the time of a step for: this one and the other.
  public var timedCells: [TimedCell] {
    guard let comparison else { return [] }
    return [(run, experiment), (comparison.run, comparison.experiment)].map { run, experiment in
      let words = experiment.tokens.prefix(Self.mostTimedWords)
      return TimedCell(
        cell: run.cell, inputs: models[experiment.model].inputs(of: Array(words)),
        subject: TimedCell.Subject(experiment))
    }
  }

  /// Takes what was measured: the seconds of one step of each of `timedCells`.
  public mutating func record(secondsPerStep: [Double]) {
    for (timed, seconds) in zip(timedCells, secondsPerStep) {
      stepTimes[timed.subject] = seconds
    }
    notice = .compare(.measured)
  }

  /// The seconds of one step of the present cell; nil before they are measured.
  var secondsPerStep: Double? { stepTimes[TimedCell.Subject(experiment)] }
}
