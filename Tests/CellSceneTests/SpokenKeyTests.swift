import CellEngine
import Screen
import Testing

@testable import CellScene

/// A sentence names the key that acts, not the one that did when the program was delivered.
@Suite struct SpokenKeyTests {
  /// The table where F6 does what a command's keys did, and these nothing.
  private static func moved(_ command: Command) -> KeyMap {
    let keys = KeyMap.standard.bindings.filter { $0.command == command }.flatMap(\.keys)
    var given = Dictionary(
      keys.map { ($0, Key.function(12)) }, uniquingKeysWith: { first, _ in first })
    given[.function(6)] = keys.first
    return KeyMap.standard.giving(given)
  }

  private static let notices: [(Notice, [Command])] = [
    (.keyUnknown("#"), [.showHelp]), (.interruptAgain, [.interrupt, .quit]),
    (.quitAgain, [.close]), (.commandUnknown("x", nearest: nil), [.showHelp]),
    (.endOfSentence, [.firstTimeStep]), (.playing(perSecond: 1), [.togglePlay]),
    (.stopped(perSecond: 1), [.togglePlay]),
    (.chain(.noPeepholes(cell: "GRU", hasOther: true)), [.nextModel]),
    (.appearance(.theme(.dark)), [.appearance(.nextTheme)]),
    (.appearance(.language), [.appearance(.nextLanguage)]),
    (
      .appearance(.presenting(true)),
      [.appearance(.present), .dismiss, .appearance(.blank)]
    ),
    (.appearance(.mouse(true)), [.appearance(.toggleMouse)]),
    (
      .compare(.comparing(.peepholes, cell: "LSTM", model: "m")),
      [.compare(.nextRival), .compare(.measure)]
    ),
    (
      .compare(
        .comparingVariant(.coupled(.forget), symbol: "f", choice: .symbols("1 − i"))),
      [.compare(.nextRival), .compare(.measure)]
    ),
    (.compare(.measuredThere), [.compare(.measure), .compare(.toggle)]),
    (.find(.match("a", 1, of: 2, wrap: nil)), [.find(.nextMatch), .find(.previousMatch)]),
    (.find(.nothingSearched), [.find(.search)]),
    (.find(.bookmarkSet("a", word: "b")), [.find(.bookmarks)]),
    (.find(.bookmarkUnknown("a")), [.find(.bookmarks)]),
    (.lesson(.firstStep), [.lesson(.list)]), (.quiz(.on), [.quiz(.toggle)]),
    (.quiz(.question(.positive("c"))), [.faster, .slower, .nextMicroStep]),
    (.quiz(.question(.word)), [.nextMicroStep]), (.quiz(.notInLesson), [.dismiss]),
    (.timeline(.stretchBegins("a")), [.timeline(.markStretch)]),
    (.timeline(.stretchTooShort(ofAll: false)), [.timeline(.lookAhead)]),
    (.timeline(.looksAhead(true)), [.timeline(.lookAhead)]),
    (.training(.playing(9)), [.togglePlay, .faster]),
    (
      .training(.stopped),
      [.togglePlay, .training(.previousCheckpoint), .training(.nextCheckpoint)]
    ),
    (.training(.finished), [.training(.previousCheckpoint), .training(.restart)]),
    (.training(.latest), [.togglePlay, .training(.update)]),
    (.training(.taken(updates: 9)), [.undo]),
    (.training(.cellUnseen), [.training(.take), .training(.leave)]),
  ]

  @Test(arguments: Language.allCases)
  func `every notice names the keys of the session`(language: Language) {
    for (notice, commands) in Self.notices {
      let standard = language.text(.notice(notice, .standard))
      #expect(!standard.contains("no key") && !standard.contains("沒有按鍵"), "\(standard)")
      for command in commands {
        let text = language.text(.notice(notice, Self.moved(command)))
        #expect(text.contains("F6"), "\(command): \(text)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every other sentence does so too`(language: Language) {
    func check(_ phrase: (KeyMap) -> Phrase, _ commands: Command...) {
      for command in commands {
        let text = language.text(phrase(Self.moved(command)))
        #expect(text.contains("F6"), "\(command): \(text)")
      }
    }
    check({ .helpCounts($0) }, .nextTimeStep, .lastTimeStep)
    check({ .chain(.peepholesOff($0)) }, .toggleAllPeepholes)
    check({ .chain(.noPeepholesHere(cell: "GRU", $0)) }, .nextModel)
    check({ .compare(.notMeasured($0)) }, .compare(.measure))
    check({ .timeline(.unknown(symbol: "a", unit: 1, word: "b", $0)) }, .nextMicroStep)
    check(
      { .training(.untrained(hasPeepholes: false, others: [], $0)) }, .togglePlay,
      .training(.update))
    check({ .why(.hintForTerms(.unit, $0)) }, .why(.ask), .why(.nextNumber), .why(.nextTerm))
    check({ .why(.hintForTerm(symbol: "a", $0)) }, .why(.ask))
  }

  @Test func `the peephole view says which key switches them on`() throws {
    let size = Size(columns: 80, rows: 24)
    let model = Examples.model()
    func lines(_ given: [Key: Key]) throws -> [String] {
      var session = Session(
        model: model, tokens: try model.vocabulary.tokens(of: Examples.sentence),
        keyMap: KeyMap.standard.giving(given))
      session.press("V")
      return Scene(session, size: size).canvas().lines
    }
    let space: [Key: Key] = [.character("p"): .space]
    #expect(try lines([:]).contains { $0.contains("; p switches them on") })
    #expect(try !lines(space).contains { $0.contains("p switches them on") })
    #expect(try lines(space).contains { $0.contains("; no key switches them on") })
    let moved: [Key: Key] = [.character("p"): .space, .function(6): .character("p")]
    #expect(try lines(moved).contains { $0.contains("; F6 switches them on") })
  }
}
