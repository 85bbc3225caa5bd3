import CellEngine

/// Questions before a micro-step.
extension TraditionalChinese {
  static func text(
    _ notice: QuizNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .on: "每一步顯示之前先問；\(key(.quiz(.toggle), keys)) 結束。"
    case .off(_, of: 0): "不再問了。"
    case .off(let right, let count): "不再問了；\(count) 題答對 \(right) 題。"
    case .neither(let symbol, let value): "不多也不少：\(symbol) 是 \(value)，這題不算。"
    case .notInLesson: "課程裡不問；\(key(.dismiss, keys)) 離開課程。"
    case .question(let question): "\(asked(question, piece))？\(answers(to: question, keys))"
    case .answered(let isRight, let right, let count, let symbol, let value):
      (isRight ? "對" : "不對") + "：\(symbol) 是 \(value)。\(count) 題答對 \(right) 題。"
    }
  }

  static func shortText(
    _ notice: QuizNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .question(let question):
      shortlyAsked(question, piece) + "？" + answers(to: question, keys)
    case .on, .off, .notInLesson, .answered, .neither: text(notice, keys, piece)
    }
  }

  private static func asked(_ question: QuizQuestion, _ piece: Vocabulary.Piece) -> String {
    switch question {
    case .moreThanHalf(let symbol): "\(symbol) 會大於一半嗎"
    case .positive(let symbol): "\(symbol) 會大於 0 嗎"
    case .larger(let symbol, let last, let value): "\(symbol) 會大於 \(last)（\(value)）嗎"
    case .word: "哪個\(name(piece))最可能"
    }
  }

  private static func shortlyAsked(
    _ question: QuizQuestion, _ piece: Vocabulary.Piece
  ) -> String {
    switch question {
    case .moreThanHalf(let symbol): "\(symbol) > .5"
    case .positive(let symbol): "\(symbol) > 0"
    case .larger(let symbol, let last, _): "\(symbol) > \(last)"
    case .word: "哪個\(name(piece))最可能"
    }
  }

  private static func answers(to question: QuizQuestion, _ keys: KeyMap) -> String {
    let shows = "\(key(.nextMicroStep, keys)) 顯示。"
    if case .word = question { return shows }
    return "\(key(.faster, keys)) 會，\(key(.slower, keys)) 不會，\(shows)"
  }

  static func text(_ command: QuizCommand) -> String {
    switch command {
    case .toggle: "每一步之前先問"
    case .yes: "答會"
    case .no: "答不會"
    }
  }
}
