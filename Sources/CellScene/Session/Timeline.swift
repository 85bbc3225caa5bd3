public import CellEngine

/// What can be asked in the timeline.
public enum TimelineCommand: Hashable, Sendable {
  /// Shows all units over all steps, or the cell again.
  case toggle
  /// The next and the previous signal.
  case nextSignal, previousSignal
  /// Sorts the units another way.
  case changeOrder
  /// Marks the start of a stretch, its end, and takes it away.
  case markStretch
  /// Shows the steps that are yet to come, or hides them.
  case lookAhead
  /// Shows the unit in the cell at this step.
  case openUnit
}

/// What the timeline shows.
public struct Timeline: Hashable, Sendable {
  /// How the units are sorted.
  public enum Order: Hashable, Sendable {
    /// As they are counted.
    case number
    /// By their mean magnitude, largest first.
    case carried
    /// By how far they stand apart over the marked stretch, farthest first.
    case stretch
  }

  /// Steps that were marked.
  public struct Stretch: Hashable, Sendable {
    /// Where marking began.
    public let anchor: Int
    /// Where it ended; nil while it has not.
    public var end: Int?
    /// How many steps had been computed at the end where more of them had.
    public internal(set) var reached: Int

    /// The steps that had been computed when the end was marked; until then those up to the cursor.
    public func steps(upTo cursor: Int) -> Range<Int> {
      let (first, last) = (min(anchor, end ?? cursor), max(anchor, end ?? cursor))
      return first..<(end == nil ? last + 1 : max(first, min(last + 1, reached)))
    }

    /// The same stretch after its words have moved.
    func moved(by moves: [Int]) -> Stretch {
      Stretch(
        anchor: moves[anchor], end: end.map { moves[$0] },
        reached: reached == 0 ? 0 : moves[min(reached, moves.count) - 1] + 1)
    }
  }

  /// The name of the signal; nil for the memory.
  public internal(set) var signal: String?
  /// How the units are sorted.
  public internal(set) var order = Order.number
  /// The units in that order; empty while it is that of counting.
  public internal(set) var units: [Int] = []
  /// The number of each unit by which it was sorted, by units.
  public internal(set) var scores: [Double] = []
  /// The steps that were counted when the units were sorted.
  public internal(set) var counted = 0..<0
  /// The marked stretch.
  public internal(set) var stretch: Stretch?
  /// Whether steps are shown that are yet to come.
  public internal(set) var looksAhead = false
}

/// What there is to say about the timeline.
public enum TimelineNotice: Hashable, Sendable {
  /// A stretch begins.
  case stretchBegins(String)
  /// There is no stretch any more.
  case stretchGone
  /// The units were sorted by the stretch, the first one with its means.
  case stretchFound(unit: Int, inside: String, outside: String)
  /// The stretch has fewer than two steps that are computed, or there are fewer beside it: that makes
  /// no standard deviation. With whether all of the text counts already.
  case stretchTooShort(ofAll: Bool)
  /// The units are sorted another way.
  case sorted(Timeline.Order)
  /// Steps yet to come are shown, or hidden.
  case looksAhead(Bool)
}

extension Session {
  /// The signals that the timeline can show: all that have an equation.
  public var timelineSignals: [SignalID] {
    let graph = run.cell.graph
    return graph.signals.filter { graph[$0].role != nil && !graph.isGiven($0) }
  }

  /// The signal that it shows.
  public var timelineSignal: SignalID {
    let wanted = timeline.signal.flatMap { run.names.signal(named: $0) }
    return wanted.flatMap { timelineSignals.contains($0) ? $0 : nil } ?? shownMemory.signal
  }

  /// The units in the order in which the timeline shows them.
  public var timelineUnits: [Int] {
    let count = run.cell.unitCount
    return timeline.units.count == count ? timeline.units : Array(0..<count)
  }

  /// Whether the timeline shows a value: it has been computed, or the user looks ahead.
  func isOnTimeline(_ signal: SignalID, at time: Int) -> Bool {
    timeline.looksAhead || isKnown(signal, at: time)
  }

  mutating func perform(timeline command: TimelineCommand) {
    switch command {
    case .toggle: view = view == .timeline ? .cell : .timeline
    case .nextSignal: changeTimelineSignal(count ?? 1)
    case .previousSignal: changeTimelineSignal(-(count ?? 1))
    case .changeOrder: changeOrder()
    case .markStretch: markStretch()
    case .lookAhead:
      timeline.looksAhead.toggle()
      notice = .timeline(.looksAhead(timeline.looksAhead))
    case .openUnit:
      view = .cell
      microStep = run.microSteps.firstIndex(of: .computation(timelineSignal)) ?? microStep
    }
  }

  private mutating func changeTimelineSignal(_ steps: Int) {
    let signals = timelineSignals
    let here = signals.firstIndex(of: timelineSignal) ?? 0
    let place = (here + steps).wrapped(in: signals.count)
    timeline.signal = run.names[signals[place]]
    arrangeTimeline()
  }

  private mutating func changeOrder() {
    switch timeline.order {
    case .number: timeline.order = .carried
    case .carried: timeline.order = timeline.stretch?.end == nil ? .number : .stretch
    case .stretch: timeline.order = .number
    }
    arrangeTimeline()
    notice = .timeline(.sorted(timeline.order))
  }

  private mutating func markStretch() {
    guard let stretch = timeline.stretch else {
      timeline.stretch = Timeline.Stretch(anchor: time, reached: countedSteps.count)
      notice = .timeline(.stretchBegins(words[time]))
      return
    }
    guard stretch.end == nil else {
      timeline.stretch = nil
      if timeline.order == .stretch { timeline.order = .number }
      arrangeTimeline()
      notice = .timeline(.stretchGone)
      return
    }
    timeline.stretch = Timeline.Stretch(
      anchor: stretch.anchor, end: time, reached: max(stretch.reached, countedSteps.count))
    let order = timeline.order
    timeline.order = .stretch
    arrangeTimeline()
    guard timeline.order == .stretch, let best = timeline.units.first else {
      timeline.stretch = nil
      timeline.order = order
      arrangeTimeline()
      notice = .timeline(.stretchTooShort(ofAll: timeline.looksAhead))
      return
    }
    unit = best
    sayContrast(of: best)
  }
}
