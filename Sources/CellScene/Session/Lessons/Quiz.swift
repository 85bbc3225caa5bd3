import CellEngine
import Screen

/// Whether somebody is asked what a micro-step will show before it is shown, and how that went.
struct Quiz: Hashable, Sendable {
  /// Whether each micro-step is asked about first.
  var isOn = false
  /// Whether the next micro-step has been asked about and is not shown yet.
  var isAsking = false
  /// How many answers were given, and how many of them were right.
  var answered = 0
  var right = 0
}

/// What can be asked for about questions.
public enum QuizCommand: Hashable, Sendable {
  /// Asks before each micro-step, or no longer.
  case toggle
  /// Answers a question.
  case yes, no
}

/// What is asked about the number of the selected unit that comes next.
public enum QuizQuestion: Hashable, Sendable {
  /// Whether a gate will be more than half open.
  case moreThanHalf(String)
  /// Whether a number will be above 0.
  case positive(String)
  /// Whether a state will be larger than the step before left it, with that number.
  case larger(String, than: String, value: String)
  /// Which word will be the most likely one; there are no two answers to choose from.
  case word
}

/// What there is to say about questions.
public enum QuizNotice: Hashable, Sendable {
  /// Questions are asked from now on.
  case on
  /// No more questions are asked; how many answers were right, and of how many.
  case off(right: Int, of: Int)
  /// A lesson asks nothing.
  case notInLesson
  /// What is asked.
  case question(QuizQuestion)
  /// Whether the answer was right, how many were, and the number.
  case answered(isRight: Bool, right: Int, of: Int, symbol: String, value: String)
  /// The number is what it was held against, as far as it is shown; the answer does not count.
  case neither(symbol: String, value: String)
}

extension Session {
  /// The signal that is asked about, whose place the picture marks; nil while nothing is.
  var askedSignal: SignalID? {
    guard quiz.isAsking, case .computation(let signal)? = upcoming else { return nil }
    return signal
  }

  /// The micro-step that comes next, if it computes something in this time step.
  private var upcoming: MicroStep? {
    guard microStep < lastMicroStep else { return nil }
    let next = run.microSteps[microStep + 1]
    return next == .prediction && !model.predicts ? nil : next
  }

  private var canAsk: Bool {
    switch view {
    case .cell, .chain, .peepholes, .compare: upcoming != nil && lesson == nil
    case .timeline, .gradient, .reach, .training: false
    }
  }

  /// Asks about the next micro-step, or shows it; a count goes on without questions.
  mutating func askOrAdvance() {
    guard quiz.isOn, !quiz.isAsking, count == nil, canAsk else {
      quiz.isAsking = false
      return advance(count ?? 1)
    }
    quiz.isAsking = true
  }

  mutating func perform(quiz command: QuizCommand) {
    switch command {
    case .toggle: toggleQuiz()
    case .yes: answer(true)
    case .no: answer(false)
    }
  }

  private mutating func toggleQuiz() {
    guard lesson == nil else {
      notice = .quiz(.notInLesson)
      return
    }
    notice = .quiz(quiz.isOn ? .off(right: quiz.right, of: quiz.answered) : .on)
    quiz = Quiz(isOn: !quiz.isOn)
  }

  /// What a key answers while a question is open; nil if it answers nothing.
  func quizCommand(for key: Key) -> Command? {
    guard popup == nil, quiz.isAsking else { return nil }
    switch keyMap.command(for: key, in: context) {
    case .faster: return .quiz(.yes)
    case .slower: return .quiz(.no)
    case _: return nil
    }
  }

  /// Keeps the question in sight after a key that leaves it open, and drops it after any other.
  mutating func keepQuestion(after command: Command) {
    guard quiz.isAsking else { return }
    switch command {
    case .nextMicroStep, .nextUnit, .previousUnit, .tenUnitsOn, .tenUnitsBack, .appearance, .quiz:
      if notice == nil { notice = question.map { .quiz(.question($0)) } }
    case _: quiz.isAsking = false
    }
  }

  /// What the number that is asked about is held against.
  private enum Mark {
    /// A half, for a gate.
    case half
    /// What the step before left of a state, in its signal.
    case last(SignalID)
    /// 0.
    case zero
  }

  private func mark(for signal: SignalID) -> Mark {
    let graph = run.cell.graph
    if graph.isGate(signal) { return .half }
    return graph.states.first { $0.next == signal }.map { .last($0.previous) } ?? .zero
  }

  /// The number above which the answer is yes; nil if no number is asked about.
  private var threshold: Double? {
    askedSignal.map { signal in
      switch mark(for: signal) {
      case .half: 0.5
      case .last(let previous): run.trace[previous, time, unit]
      case .zero: 0
      }
    }
  }

  private var question: QuizQuestion? {
    guard let signal = askedSignal else { return upcoming.map { _ in .word } }
    let symbol = symbol(ofAsked: signal)
    switch mark(for: signal) {
    case .half: return .moreThanHalf(symbol)
    case .zero: return .positive(symbol)
    case .last(let previous):
      return .larger(
        symbol, than: self.symbol(ofAsked: previous),
        value: Figure.label(run.trace[previous, time, unit], sign: .always))
    }
  }

  private func symbol(ofAsked signal: SignalID) -> String {
    symbol(of: .value(ValuePlace(signal, unit: unit, step: time)))
  }

  /// Shows what was asked about and says whether the answer was right.
  ///
  /// A number that is none is only shown, and where the digits do not tell no answer counts. A
  /// question without two answers stays.
  private mutating func answer(_ saysYes: Bool) {
    guard let signal = askedSignal, let threshold else { return }
    let (value, symbol) = (run.trace[signal, time, unit], symbol(ofAsked: signal))
    quiz.isAsking = false
    advance(1)
    guard !value.isNaN else { return }
    let shown = Figure.label(value, sign: run.cell.sign(of: signal))
    guard !Figure.isLabelledAlike(value, threshold) else {
      notice = .quiz(.neither(symbol: symbol, value: shown))
      return
    }
    let isRight = (value > threshold) == saysYes
    quiz.answered += 1
    quiz.right += isRight ? 1 : 0
    notice = .quiz(
      .answered(
        isRight: isRight, right: quiz.right, of: quiz.answered, symbol: symbol, value: shown))
  }
}
