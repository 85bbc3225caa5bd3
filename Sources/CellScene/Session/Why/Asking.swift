public import CellEngine

extension Session {
  /// The numbers of the shown step that are known by now, each of the selected unit.
  ///
  /// After the readout also the probabilities of the likely words and their scores.
  public var askable: [Question] {
    let graph = run.cell.graph
    let here = graph.signals.filter { signal in
      (graph.isGiven(signal) || graph.isDrawn(signal)) && run.isKnown(signal, after: microStep)
    }
    let values = here.map { signal in
      made(shownPlace(of: signal))
    }
    guard stage == .prediction, model.output != .activation else { return values }
    return values
      + likelyOutputs(after: time).flatMap { place in
        [Question.score(word: place, step: time)]
          + (model.predicts ? [.probability(word: place, step: time)] : [])
      }
  }

  /// The number of a signal that is shown at this word: the selected unit's, of the input the word's.
  func shownPlace(of signal: SignalID) -> ValuePlace {
    ValuePlace(
      signal, unit: signal == run.cell.graph.input ? inputColumn(at: time) : unit, step: time)
  }

  /// The number that this micro-step is about.
  var currentQuestion: Question {
    switch stage {
    case .arrival:
      return made(ValuePlace(run.cell.graph.memoryState.previous, unit: unit, step: time))
    case .computation(let signal): return .value(ValuePlace(signal, unit: unit, step: time))
    case .prediction:
      let largest = likelyOutputs(after: time)[0]
      return switch model.output {
      case .probabilities: .probability(word: largest, step: time)
      case .scores: .score(word: largest, step: time)
      case .activation: .value(ValuePlace(run.cell.graph.output, unit: largest, step: time))
      }
    }
  }

  /// A number where it was made: a state that the step before has left is asked there.
  private func made(_ place: ValuePlace) -> Question {
    guard let state = run.cell.graph.state(heldBy: place.signal), place.step > 0 else {
      return .value(place)
    }
    return .value(ValuePlace(state.next, unit: place.unit, step: place.step - 1))
  }

  /// Why a number of the run is what it is.
  public func explanation(of question: Question) -> Explanation {
    var ran = model
    ran.kind = run.kind
    ran.cell = run.cell
    return ran.explanation(
      of: question, in: run.trace, interventions: run.interventions)
  }

  /// The session as it was when a number was computed: the picture behind the question.
  ///
  /// Its place is never later than the present one, since only known numbers can be asked.
  func looking(at question: Question) -> Session {
    var session = self
    session.time = question.step
    switch question {
    case .score, .probability: session.microStep = lastMicroStep
    case .value(let place):
      let graph = run.cell.graph
      let drawn = graph.readerThatSwallows(place.signal) ?? place.signal
      session.microStep = run.microSteps.firstIndex(of: .computation(drawn)) ?? 0
      if graph[place.signal].width == .units { session.unit = place.unit }
    }
    return session
  }

  /// Does what a key asks for about the reason of a number.
  mutating func perform(why command: WhyCommand) {
    guard case .why(var inquiry) = popup else {
      popup = .why(Inquiry(firstLevel(currentQuestion, showsTerms: false)))
      return
    }
    switch command {
    case .ask: descend(&inquiry)
    case .nextTerm: move(by: count ?? 1, &inquiry)
    case .previousTerm: move(by: -(count ?? 1), &inquiry)
    case .nextNumber: turn(by: 1, &inquiry)
    case .previousNumber: turn(by: -1, &inquiry)
    case .climb:
      guard inquiry.climb() else {
        popup = nil
        return
      }
    }
    popup = .why(inquiry)
  }

  private func firstLevel(_ question: Question, showsTerms: Bool) -> Inquiry.Level {
    let value = explanation(of: question).value
    return Inquiry.Level(
      question, decimals: Figure.labelDecimals(value), showsTerms: showsTerms)
  }

  /// Lists the terms, or goes into the chosen one.
  private mutating func descend(_ inquiry: inout Inquiry) {
    let terms = WhyTerms(inquiry.level, in: self)
    switch nextAsk(terms) {
    case .list: inquiry.level.showsTerms = true
    case .bottom(let why): notice = .why(why)
    case .number(let next, let term):
      inquiry.descend(
        to: Inquiry.Level(next, decimals: terms.decimals(of: term), showsTerms: true))
    }
  }

  private func move(by steps: Int, _ inquiry: inout Inquiry) {
    guard inquiry.level.showsTerms else {
      let next = neighbour(of: inquiry.level.question, by: steps)
      inquiry.level = firstLevel(next, showsTerms: false)
      return
    }
    let last = max(0, WhyTerms(inquiry.level, in: self).terms.count - 1)
    inquiry.level.chosen = min(max(0, inquiry.level.chosen + steps), last)
  }

  /// What the key for the next one goes to from a number; nil if to nothing else.
  func neighbour(of question: Question) -> WhyPhrase.Neighbour? {
    guard neighbour(of: question, by: 1) != question else { return nil }
    return switch question {
    case .score, .probability: .output(model.piece)
    case .value: .unit
    }
  }

  /// The same number of another unit, or of another likely word.
  private func neighbour(of question: Question, by steps: Int) -> Question {
    func other(_ word: Int, _ step: Int) -> Int {
      let words = likelyOutputs(after: step)
      return words[((words.firstIndex(of: word) ?? 0) + steps).wrapped(in: words.count)]
    }
    switch question {
    case .value(let place):
      guard run.cell.graph[place.signal].width == .units else { return question }
      let unit = (place.unit + steps).wrapped(in: run.cell.unitCount)
      return .value(ValuePlace(place.signal, unit: unit, step: place.step))
    case .score(let word, let step): return .score(word: other(word, step), step: step)
    case .probability(let word, let step): return .probability(word: other(word, step), step: step)
    }
  }

  /// Begins anew with another number that is known at the shown place.
  private func turn(by steps: Int, _ inquiry: inout Inquiry) {
    let choices = askable
    let first = inquiry.levels[0].question
    let here = choices.firstIndex { $0.isSameNumber(as: first, in: run.cell.graph) } ?? 0
    let next = choices[(here + steps).wrapped(in: choices.count)]
    inquiry = Inquiry(firstLevel(next, showsTerms: inquiry.levels[0].showsTerms))
  }
}

extension Question {
  /// Whether two questions ask the same signal or word, of whatever unit.
  fileprivate func isSameNumber(as other: Question, in graph: CellGraph) -> Bool {
    if case .value(let place) = self, case .value(let second) = other {
      return place.signal == second.signal && place.step == second.step
    }
    return self == other
  }
}
