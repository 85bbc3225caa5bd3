import CellEngine

extension Session {
  /// The steps whose values are there.
  var countedSteps: Range<Int> {
    timeline.looksAhead
      ? 0..<tokens.count : 0..<(isKnown(timelineSignal, at: time) ? time + 1 : time)
  }

  /// The steps that a contrast counts: also those of the stretch that lie behind the cursor and had
  /// been computed when it was marked, so that it does not matter at which end marking began.
  private var contrastedSteps: Range<Int> {
    guard let stretch = timeline.stretch, stretch.end != nil else { return countedSteps }
    return 0..<max(countedSteps.upperBound, stretch.steps(upTo: time).upperBound)
  }

  /// What the units do over the marked stretch and elsewhere, as far as it counts, the clearest
  /// first; nil if fewer than two steps that count are marked, or fewer than two are not: one has no
  /// spread.
  private var contrast: [UnitContrast.Score]? {
    guard let stretch = timeline.stretch?.steps(upTo: time) else { return nil }
    var contrast = UnitContrast(timelineSignal, in: run.cell)
    contrast.add(run.trace, marks: [stretch], steps: contrastedSteps)
    return contrast.marked.count > 1 && contrast.others.count > 1 ? contrast.ranked : nil
  }

  /// How much each unit carries: of the memory what is kept at each step, of any other signal its
  /// mean magnitude.
  private var carried: [Double] {
    run.cell.carried(
      in: timelineSignal, of: run.trace, steps: countedSteps, interventions: run.interventions)
  }

  /// Says what a unit does over the stretch and elsewhere.
  mutating func sayContrast(of unit: Int) {
    guard let score = contrast?.first(where: { $0.unit == unit }) else { return }
    let sign = run.cell.sign(of: timelineSignal)
    notice = .timeline(
      .stretchFound(
        unit: unit + 1, inside: Figure.label(score.markedMean, sign: sign),
        outside: Figure.label(score.otherMean, sign: sign)))
  }

  /// Sorts the units anew; they then stay in that order until something is sorted or changed.
  mutating func arrangeTimeline() {
    (timeline.units, timeline.scores, timeline.counted) = ([], [], 0..<0)
    var counted = countedSteps
    switch timeline.order {
    case .number: return
    case .carried:
      timeline.scores = carried
      timeline.units = UnitMoments.order(timeline.scores)
    case .stretch:
      guard let scores = contrast else {
        timeline.order = .number
        return
      }
      counted = contrastedSteps
      timeline.units = scores.map(\.unit)
      timeline.scores = scores.sorted { $0.unit < $1.unit }.map(\.separation)
    }
    timeline.counted = counted
  }
}
