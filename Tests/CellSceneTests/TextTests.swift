import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is said is a full sentence and fits where it stands.
@Suite struct TextTests {
  private static let english = Language.english
  /// What the line below the picture has room for, at 80 and at 60 columns.
  private static let (room, leastRoom) = (77, 57)

  /// A session at every word, micro-step and unit of all sentences, and one that reads every word.
  private static func everywhere(
    _ shipped: Shipped, keys: String, _ body: (Session) throws -> Void
  ) throws {
    let all = try shipped.model().vocabulary.words.joined(separator: " ")
    for sentence in Shipped.sentences + [all] {
      var session = try shipped.session(sentence, keys: keys)
      for time in session.tokens.indices {
        for microStep in session.run.microSteps.indices {
          for unit in 0..<session.run.cell.unitCount {
            (session.time, session.microStep, session.unit) = (time, microStep, unit)
            try body(session)
          }
        }
      }
    }
  }

  /// Keys that set each notation.
  static let notations = ["", "v N Esc ", "v N N Esc ", "v N N N Esc "]

  @Test(
    arguments: Shipped.lstms,
    notations.flatMap { notation in
      ["", "p", "v 2 Esc", "p v 1 Esc"].map { notation + $0 }
    })
  func `every narration is a sentence that fits`(_ shipped: Shipped, keys: String) throws {
    try Self.everywhere(shipped, keys: keys, Self.checkNarration)
  }

  @Test(arguments: Shipped.others)
  func `every narration of a cell without peepholes fits`(_ shipped: Shipped) throws {
    try Self.everywhere(shipped, keys: "", Self.checkNarration)
  }

  @Test(arguments: CatalogueEntry.all.map(\.id))
  func `every narration of the catalogue fits`(id: String) throws {
    let entry = try #require(CatalogueEntry.named(id))
    var session = try Examples.session(entry.kind)
    for time in session.tokens.indices {
      for microStep in session.run.microSteps.indices {
        (session.time, session.microStep) = (time, microStep)
        try Self.checkNarration(of: session)
      }
    }
  }

  private static func checkNarration(of session: Session) throws {
    let phrase = Phrase.narration(session.narration)
    for language in Language.allCases {
      let (text, short) = (language.text(phrase), language.shortText(phrase))
      try #require(text.columns <= Self.room, "\(text.columns): \(text)")
      try #require(short.columns <= Self.leastRoom, "\(short.columns): \(short)")
      try #require(short.columns <= text.columns, "\(short)")
      try #require(isSentence(text, language) && isSentence(short, language), "\(text)")
      try #require(!text.contains("  ") && !short.contains("  "), "\(text)")
    }
  }

  /// Whether a text ends as a sentence of its language does.
  private static func isSentence(_ text: String, _ language: Language) -> Bool {
    switch language {
    case .english: [".", "?"].contains(text.last)
    case .traditionalChinese: ["。", "？"].contains(text.last)
    }
  }

  /// What can be said about a key.
  private static func notices() throws -> [Notice] {
    var notices: [Notice] = KeyMapTests.allKeys.map { .keyUnknown($0.name) }
    notices += [.interruptAgain, .endOfSentence, .startOfSentence, .lastWord, .firstWord]
    notices += [.onlyOneModel, .training(.otherWords(choices: ["was", "were"]))]
    notices += Session.speeds.flatMap { [.playing(perSecond: $0), .stopped(perSecond: $0)] }
    notices += FindingNotices.all
    notices += SaidNotices.all
    for kind in Examples.kinds where !kind.peepholeGates.isEmpty {
      for keys in ["p", "F", "U", "O", "v 1", "v 2", "v 4", "v 4 j j j j j j Enter", "v k Enter"] {
        var session = try Examples.session(kind)
        session.press(keys)
        notices.append(try #require(session.notice))
      }
    }
    return notices
  }

  @Test(arguments: CellKind.allFamilies, Language.allCases)
  func `every switch has a line, a choice for each side and a source`(
    _ kind: CellKind, language: Language
  ) throws {
    let session = try Examples.session(kind)
    for option in kind.peepholeGates.map(CellSwitch.peephole) + kind.variants {
      let line = language.text(.variant(option, symbol: session.symbol(of: option)))
      let sides = [false, true].map { language.text(session.choice(option, isOn: $0)) }
      let source = language.text(.variantSource(option))
      let row = "3  \(line)  ○ \(sides[0])  ● \(sides[1])"
      #expect(sides[0] != sides[1] && !sides.contains(""), "\(line)")
      #expect(row.columns <= 70 && source.columns <= 32, "\(row)")
      #expect(language.text(.variantPurpose(option)).last == (language == .english ? "." : "。"))
    }
  }

  @Test func `every refusal is a sentence that fits`() {
    var errors: Set<SwitchError> = [.outputCannotBeCoupled, .notAGate(.candidate)]
    for kind in Examples.everyKind {
      for option in LSTM.gates.map(CellSwitch.peephole) + kind.variants {
        do throws(SwitchError) {
          _ = try kind.switching(option, to: !kind.isOn(option))
        } catch { errors.insert(error) }
      }
    }
    #expect(errors.count > 10)
    for language in Language.allCases {
      for error in errors {
        let notice = Phrase.notice(.refused(error))
        let text = language.text(notice)
        #expect(Self.isSentence(text, language), "\(text)")
        #expect(text.columns <= Self.leastRoom, "\(text.columns): \(text)")
        #expect(language.shortText(notice) == text)
      }
    }
  }

  @Test(arguments: Language.allCases, [Vocabulary.Piece.word, .character, .input])
  func `every notice is a sentence that fits`(language: Language, piece: Vocabulary.Piece) throws {
    for notice in try Self.notices() {
      let phrase = Phrase.notice(notice, .standard, piece)
      let (text, short) = (language.text(phrase), language.shortText(phrase))
      #expect(Self.isSentence(text, language) && Self.isSentence(short, language), "\(text)")
      #expect(text.first.map { !$0.isWhitespace } == true)
      #expect(short.columns <= Self.leastRoom, "\(short.columns): \(short)")
      #expect(min(text.columns, short.columns) <= Self.room, "\(text.columns): \(text)")
    }
  }

  @Test(arguments: [
    ("F", "The forget gate’s peephole is on, with made-up weights"),
    ("F F", "The forget gate’s peephole is off"), ("p", "All peepholes are on"),
    ("p p", "All peepholes are off"), ("v 2", "a<t> = Γo ∘ c<t> now"),
    ("v 1", "Γo’s peephole reads c<t> now"), ("v 1 1", "Γo’s peephole reads c<t-1> now"),
  ])
  func `every switch says how it is set now`(keys: String, text: String) throws {
    var session = try Examples.session()
    session.press(keys)
    let notice = try #require(session.notice)
    #expect(Self.english.text(.notice(notice)).hasPrefix(text))
  }

  @Test(
    arguments: Shipped.allCases,
    notations.flatMap { [$0 + "p g", $0 + "p E", $0 + "A p g"] })
  func `no sentence and no word is cut at the right edge`(_ shipped: Shipped, keys: String) throws {
    for (columns, rows) in [(60, 18), (80, 24), (100, 30)] {
      let size = Size(columns: columns, rows: rows)
      let language: Language = keys.contains("A") ? .traditionalChinese : .english
      var session = try shipped.session(keys: shipped == .agreement ? keys : "")
      session.speak(language)
      let cell = session.run.cell
      let layout = try #require(
        ScreenLayout(
          size: size, equationCount: cell.graph.equations(.lecture).count,
          unitCount: cell.unitCount))
      let textRows = [
        layout.header.top, layout.tape.top, layout.tape.top + 1, layout.narration.top,
        layout.footer.top,
      ]
      for time in session.tokens.indices {
        for microStep in session.run.microSteps.indices {
          (session.time, session.microStep) = (time, microStep)
          let canvas = Scene(session, size: size).canvas()
          for y in textRows {
            // An arrow there says that the sentence has more words.
            #expect([" ", "›"].contains(canvas[columns - 1, y].character), "\(canvas.lines[y])")
          }
          let phrase = Phrase.narration(session.narration)
          let said = canvas.lines[layout.narration.top]
          #expect(session.notice != nil || Self.isSentence(said, language), "\(said)")
          #expect(
            session.notice != nil || said == "▸ " + language.text(phrase)
              || said == "▸ " + language.shortText(phrase))
        }
      }
    }
  }

  @Test(arguments: Shipped.others, ["", "E"])
  func `the current equation of another cell is worked out to its result`(
    _ shipped: Shipped, keys: String
  ) throws {
    try Self.checkEquation(shipped, keys)
  }

  @Test(arguments: Shipped.lstms, notations.flatMap { [$0 + "p", $0 + "p g", $0 + "p E"] })
  func `the current equation is worked out to its result at 80x24`(
    _ shipped: Shipped, keys: String
  ) throws {
    try Self.checkEquation(shipped, keys)
  }

  private static func checkEquation(_ shipped: Shipped, _ keys: String) throws {
    let size = Size(columns: 80, rows: 24)
    try Self.everywhere(shipped, keys: keys) { session in
      guard session.unit == 7, let signal = session.currentSignal else { return }
      let worked = session.run.cell.worked(
        signal, unit: session.unit, in: session.run.trace, at: session.time, session.notation)
      let isMarked = session.differs(signal, at: session.time, unit: session.unit)
      let end = try #require(worked.stages.last).map(\.text).joined() + (isMarked ? "*" : "")
      let lines = Scene(session, size: size).canvas().lines
      // Behind the equation of a memory that the cell shows stands that a<t> is the same.
      let ends = [" " + end, " " + end + " a<t> = c<t>"]
      try #require(
        lines.contains { line in
          let text = line.split(separator: " ").joined(separator: " ")
          return line.hasPrefix("▸") && ends.contains { text.hasSuffix($0) }
        }, "\(end)")
    }
  }
}

extension CellKind {
  /// One cell of each family.
  fileprivate static let allFamilies: [CellKind] = [.lecture, .gru(GRU()), .rnn(RNN())]
}
