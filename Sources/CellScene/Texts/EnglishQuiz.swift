import CellEngine

/// Questions before a micro-step.
extension English {
  static func text(
    _ notice: QuizNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .on:
      "Each step is asked about before it is shown; \(key(.quiz(.toggle), keys)) ends that."
    case .off(_, of: 0): "No more questions."
    case .off(let right, let count): "No more questions; \(right) of \(count) answers were right."
    case .notInLesson: "A lesson asks nothing; \(key(.dismiss, keys)) leaves it."
    case .question(let question): "\(asked(question, piece))? \(answers(to: question, keys))"
    case .answered(let isRight, let right, let count, let symbol, let value):
      (isRight ? "Right" : "No") + ": \(symbol) is \(value); \(right) of \(count) right so far."
    case .neither(let symbol, let value):
      "Neither more nor less: \(symbol) is \(value); that does not count."
    }
  }

  static func shortText(
    _ notice: QuizNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .on: "Each step is asked about first; \(key(.quiz(.toggle), keys)) ends that."
    case .question(let question):
      shortlyAsked(question, piece) + "? " + answers(to: question, keys)
    case .off, .notInLesson, .answered, .neither: text(notice, keys, piece)
    }
  }

  private static func asked(_ question: QuizQuestion, _ piece: Vocabulary.Piece) -> String {
    switch question {
    case .moreThanHalf(let symbol): "Will \(symbol) be more than a half"
    case .positive(let symbol): "Will \(symbol) be above 0"
    case .larger(let symbol, let last, let value): "Will \(symbol) be more than \(last), \(value)"
    case .word: "Which \(name(piece)) will be the likeliest"
    }
  }

  private static func shortlyAsked(
    _ question: QuizQuestion, _ piece: Vocabulary.Piece
  ) -> String {
    switch question {
    case .moreThanHalf(let symbol): "\(symbol) > .5"
    case .positive(let symbol): "\(symbol) > 0"
    case .larger(let symbol, let last, _): "\(symbol) > \(last)"
    case .word: "Which \(name(piece)) is the likeliest"
    }
  }

  private static func answers(to question: QuizQuestion, _ keys: KeyMap) -> String {
    let shows = "\(key(.nextMicroStep, keys)) shows it."
    if case .word = question { return shows }
    return "\(key(.faster, keys)) yes, \(key(.slower, keys)) no, \(shows)"
  }

  static func text(_ command: QuizCommand) -> String {
    switch command {
    case .toggle: "ask before each step"
    case .yes: "answer yes"
    case .no: "answer no"
    }
  }
}
