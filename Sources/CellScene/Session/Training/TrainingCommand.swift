import CellEngine

/// What can be asked while a model is trained.
public enum TrainingCommand: Hashable, Sendable {
  /// Shows the training, and starts it if there is none of this cell.
  case open
  /// One update of all weights.
  case update
  /// The next and the previous checkpoint.
  case nextCheckpoint, previousCheckpoint
  /// The first checkpoint, and the model as it is now.
  case first, latest
  /// Starts again with the first random weights.
  case restart
  /// Goes on in the cell with the model as it is shown.
  case take
  /// Shows the cell again.
  case leave
}

/// What there is to say about the training.
public enum TrainingNotice: Hashable, Sendable {
  /// It trains by itself, so many updates a second; or no longer.
  case playing(Int)
  case stopped
  /// All updates are done.
  case finished
  /// There is nothing before, or nothing after.
  case first, latest
  /// More updates were asked for than one key does.
  case atOnce(Int)
  /// The weights are random again.
  case restarted
  /// The cell has the weights after so many updates now.
  case taken(updates: Int)
  /// The words of the sentence are not those of the task, which chooses between some.
  case otherWords(choices: [String])
  /// What was asked for is about the cell, which is not on the screen.
  case cellUnseen
}

extension Session {
  /// How often `tick` is called while playing.
  public var ticksPerSecond: Double { view == .training ? 25 : Self.speeds[speed] }

  /// The most updates that one key does.
  static let mostUpdates = 100

  /// The updates of one tick: 1, 2, 4, 8 or 16.
  var updatesPerTick: Int { 1 << speed }

  /// The updates of a second while it trains by itself.
  var updatesPerSecond: Int { Int(ticksPerSecond) * updatesPerTick }

  mutating func perform(training command: TrainingCommand) {
    guard command != .open else { return openTraining() }
    guard var training, view == .training else { return }
    let shown = training.shown
    switch command {
    case .open: break
    case .update:
      training.train(min(count ?? 1, Self.mostUpdates))
      if let count, count > Self.mostUpdates {
        notice = .training(.atOnce(Self.mostUpdates))
      }
      if training.isFinished { notice = .training(.finished) }
    case .nextCheckpoint:
      training.scrub(count ?? 1)
      if training.shown == shown { notice = .training(.latest) }
    case .previousCheckpoint:
      training.scrub(-(count ?? 1))
      if training.shown == shown { notice = .training(.first) }
    case .first: training.show(first: true)
    case .latest: training.show(first: false)
    case .restart:
      training = LiveTraining(training.kind)
      notice = .training(.restarted)
    case .take: takeOver(training)
    case .leave: view = .cell
    }
    self.training = training
  }

  /// Shows the training; it goes on where it was unless another cell is drawn now.
  private mutating func openTraining() {
    let wanted = training.flatMap { $0.kind == run.kind ? $0 : nil } ?? LiveTraining(run.kind)
    guard wanted.tokens(of: words) != nil else {
      notice = .training(.otherWords(choices: wanted.choices))
      return
    }
    training = wanted
    view = .training
    unit = min(unit, wanted.unitCount - 1)
    refreshComparison()
  }

  /// Trains a tick on; after the last update it stops.
  mutating func trainOn() {
    before = nil
    notice = nil
    let updates = updatesPerTick
    training?.train(updates)
    guard training?.isFinished != false else { return }
    isPlaying = false
    notice = .training(.finished)
  }

  /// The words run through the model that is trained, at the shown update; nil if it does not know
  /// them.
  var trainedRun: Run? {
    guard let training, let tokens = training.tokens(of: words) else { return nil }
    var model = training.model
    model.recipe["memory_scale"] = self.model.recipe["memory_scale"]
    return Run(model, as: training.kind, over: tokens)
  }

  /// The first word of the sentence that the task could have chosen, and a word stands before it.
  var choicePlace: Int? {
    guard let training else { return nil }
    return words.indices.dropFirst().first { training.choices.contains(words[$0]) }
  }
}
