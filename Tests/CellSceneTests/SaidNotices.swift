import Screen

@testable import CellScene

/// What can be said about edits, comparisons, the look and files.
enum SaidNotices {
  static let all = edits + comparisons + appearances + exports + lessons + questions

  private static let questions: [Notice] =
    ([.on, .off(right: 0, of: 0), .off(right: 99, of: 99), .notInLesson]
    + [
      .moreThanHalf("Γf<99>₁₀₀"), .positive("(Γr∘a<99>)₁₀₀"),
      .larger("c<99>₁₀₀", than: "c<98>₁₀₀", value: "−1.00"), .word,
    ].map(QuizNotice.question)
    + [true, false].map {
      .answered(isRight: $0, right: 99, of: 99, symbol: "(Γf∘c<99>)₁₀₀", value: "−1.00")
    }).map(Notice.quiz)

  private static let lessons = [.noModels, .firstStep, .left].map(Notice.lesson)

  private static let exports = [Notice.export(.saved("cellscope-9999.json"))]

  private static let appearances: [Notice] =
    ([
      .language, .noHanCharacters, .presenting(true), .presenting(false), .mouse(true),
      .mouse(false), .nothingDrawn, .terminal(named: "", used: "xterm-256color"),
      .terminal(named: "terminal-of-tomorrow", used: "xterm-256color"),
    ] + ThemeChoice.allCases.map { .theme($0) }).map(Notice.appearance)

  private static let edits: [Notice] =
    [
      .wordUnknown("cowss", nearest: ["already", "happy", "horses"]), .notANumber("1.2.3"),
      .tooLarge("1e999"), .sourceUnknown("a99"), .unchanged,
    ].map(Notice.edit) + [.editsLeft("agreement-peephole", cell: "LSTM")]
    + [
      .word("already", was: "horses"), .inserted("already"), .removed("already"),
      .number("Wf₈ “already”", now: "+1.25", was: "−1.25"),
    ].flatMap { change in
      [true, false, nil].map { .switched(.edit(change), isVisible: $0) }
    }

  private static let comparisons: [Notice] =
    [.nothing, .measuredThere, .measured].map(Notice.compare) + [.training(.taken(updates: 800))]
    + [Rival.model(1), .peepholes, .original, .lastChange].map {
      .compare(.comparing($0, cell: "LSTM", model: "agreement-peephole"))
    }
}

extension Phrase {
  /// What is said about a key, with the keys as delivered.
  static func notice(_ notice: Notice) -> Phrase { .notice(notice, .standard) }
}
