import CellEngine

extension Session {
  /// Makes a change that can be undone and stays at the same place of the picture.
  ///
  /// - Returns: whether anything is another now.
  @discardableResult
  mutating func change(_ edit: (inout Experiment) -> Void) -> Bool {
    var wanted = experiment
    edit(&wanted)
    guard wanted != experiment else { return false }
    history.record(entry)
    install(wanted)
    return true
  }

  /// Takes the last change back.
  mutating func undo() {
    restore(history.undo(from: entry), orSay: .nothingToUndo, done: .undone)
  }

  /// Makes the change again that was taken back last.
  mutating func redo() {
    restore(history.redo(from: entry), orSay: .nothingToRedo, done: .redone)
  }

  /// Takes all changes back; that can be undone too.
  mutating func reset() {
    guard experiment != beginning else {
      notice = .nothingToUndo
      return
    }
    let (first, last) = (beginning, experiment.model)
    change { $0 = first }
    say(.reset, since: last)
  }

  /// Goes on with the model of the next cell.
  mutating func changeModel() {
    guard hasNextModel else {
      notice = .onlyOneModel
      return
    }
    take(model: nextInTurn)
  }

  /// Whether there is another model to go on to.
  var hasNextModel: Bool { nextInTurn != experiment.model }

  private var nextInTurn: Int { (placeInTurn + 1) % turnCount }

  /// Goes on with another model; words stay, edits of the present model's numbers go.
  mutating func take(model next: Int) {
    let kind = models[next].kind
    let leavesEdits = !experiment.edits.isEmpty
    let turns = reads(next, againstTheOrderOf: experiment.model)
    let isChanged = change {
      if turns { $0.turn() }
      $0.model = next
      $0.kind = kind
      $0.edits = Edits()
    }
    guard isChanged else {
      notice = .edit(.unchanged)
      return
    }
    let cell = run.cell.graph.name
    notice =
      leavesEdits ? .editsLeft(model.name, cell: cell) : .modelChanged(model.name, cell: cell)
  }

  /// Whether one model reads from the end and another from the start.
  func reads(_ model: Int, againstTheOrderOf other: Int) -> Bool {
    models[model].reading.isReversed != models[other].reading.isReversed
  }

  private var entry: History.Entry {
    History.Entry(experiment: experiment, place: place)
  }

  /// Whether somebody has gone elsewhere since the last change.
  private var hasMoved: Bool { history.arrival.map { $0 != place } ?? false }

  /// Goes to another experiment and to where it was left, or stays after a walk through the same words.
  ///
  /// A number with and without a change is best seen where one is.
  private mutating func restore(
    _ found: History.Entry?, orSay nothing: Notice, done change: Change
  ) {
    guard let found else {
      notice = nothing
      return
    }
    let hasSameWords =
      found.experiment.model == experiment.model && found.experiment.tokens == experiment.tokens
    let (stays, last) = (hasSameWords && hasMoved, experiment.model)
    history.arrival = nil
    install(found.experiment, at: stays ? nil : found.place)
    say(change, since: last)
  }

  /// Says what was taken back or made again; where that leads to another model than the last one, it
  /// is named.
  private mutating func say(_ change: Change, since last: Int) {
    guard experiment.model != last else { return sayWhatChanged(change) }
    notice = .modelChanged(model.name, cell: run.cell.graph.name)
  }

  /// Runs an experiment; the run before it is kept to mark what differs.
  ///
  /// - Parameter there: where to go; nil stays at the word, and at the unit if its model stays.
  private mutating func install(_ wanted: Experiment, at there: SessionPlace? = nil) {
    let (old, last) = (run, experiment)
    let asksForNext = lossAsksForNext
    let original = original(of: wanted)
    experiment = wanted
    run = isWhatIf ? Run(model, wanted, after: old) : original
    fork =
      isWhatIf
      ? Fork(run, tokens: tokens, original: original, originalTokens: wanted.sentence) : nil
    let isTurned = reads(wanted.model, againstTheOrderOf: last.model)
    let places =
      isTurned
      ? tokens.indices.map { lastTime - $0 } : Alignment.places(of: tokens, in: last.tokens)
    let isTold = wanted.model == last.model && wanted.sentence == last.sentence
    before = isTold ? AlignedRun(run: old, places: places) : nil
    time = isTurned ? lastTime - time : min(time, lastTime)
    unit = wanted.model == last.model ? min(unit, run.cell.unitCount - 1) : model.focusUnit
    findMicroSteps(of: old)
    if tokens != last.tokens {
      moveMarks(Alignment.moves(places, from: last.tokens.count), asksForNext: asksForNext)
    }
    arrangeTimeline()
    refreshComparison()
    if view == .training, training?.kind != run.kind { view = .cell }
    if let there { place = there }
    renewLoss(of: last.model)
  }

  /// The run of an experiment without its edits; one that is there already is not made again.
  private func original(of wanted: Experiment) -> Run {
    let unedited = wanted.unedited
    if experiment == unedited { return run }
    if let fork, experiment.unedited == unedited { return fork.original }
    return Run(models[unedited.model], unedited, after: run)
  }

  /// Goes to the micro-steps that show the same signals as before, also where the gradient leads
  /// back to.
  private mutating func findMicroSteps(of old: Run) {
    let known = standpoint.flatMap { $0.isAt(time, microStep) ? $0.stages : nil }
    let stages = known ?? old.stages(through: microStep)
    microStep = run.microStep(of: stages)
    standpoint = Standpoint(stages: stages, time: time, microStep: microStep)
    if let place = placeBeforeGradient {
      placeBeforeGradient = SessionPlace(
        time: place.time, microStep: run.microStep(of: old.stages(through: place.microStep)),
        unit: place.unit)
    }
  }

  /// Lets all that speaks of words go with them.
  ///
  /// - Parameter moves: for each word that there was its place now.
  private mutating func moveMarks(_ moves: [Int], asksForNext: Bool) {
    bookmarks = bookmarks.mapValues { $0.moved(by: moves) }
    placeBeforeGradient = placeBeforeGradient?.moved(by: moves)
    timeline.stretch = timeline.stretch?.moved(by: moves)
    moveLoss(by: moves, asksForNext: asksForNext)
  }

  /// Says what was switched, and whether a number on the screen is another now.
  mutating func sayWhatChanged(_ change: Change) {
    // Slopes of another run are all new, and none has a star.
    let isTold = reference?.places[time] != nil && view.context != .gradient
    notice = .switched(change, isVisible: isTold ? showsDifference : nil)
  }
}
