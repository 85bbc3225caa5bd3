import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the linear mode says in each view.
@Suite struct ViewTellingTests {
  private static let telling = LinearTelling()

  /// What is told after the last of some lines.
  private static func told(
    _ lines: String..., language: Language = .english
  ) throws -> (text: String, session: Session) {
    var session = try Shipped.family()
    session.speak(language)
    var before = session
    for line in lines {
      before = session
      session.take(line)
    }
    return (telling.answer(session, after: before), session)
  }

  @Test(arguments: Language.allCases)
  func `each step of the gradient is told in the sentence of the screen`(
    _ language: Language
  ) throws {
    var session = try Shipped.family(keys: "7 G d")
    session.speak(language)
    for _ in 0..<30 {
      let phrase = GradientPhrase.narration(session.backwardNarration(Backpass(session)))
      let sentence = language.text(.gradient(phrase))
      let lines = Self.telling.answer(session, after: session).split(separator: "\n")
      #expect(lines.count == 1 && lines.last?.hasSuffix(sentence) == true, "\(lines)")
      let screen = Scene(session, size: Size(columns: 140, rows: 50)).canvas().lines
      #expect(screen.contains { $0.contains(sentence) }, "\(sentence)")
      session.handle(.space)
    }
  }

  @Test func `the gradient names its loss where it is opened`() throws {
    let opened = try Self.told("L", "$", "d").text
    #expect(opened.hasPrefix("gradient: loss = − ln ŷ<2>“which” = "), "\(opened)")
    #expect(opened.contains("Word 2 of 8, cats, step 1 of 11: The loss of “which” flows into "))
    let next = try Self.told("L", "$", "d", "Space").text
    #expect(next.hasPrefix("Word 2 of 8, cats, step 2 of 11: "), "\(next)")
    #expect(!next.contains("\n"))
    let other = try Self.told("L", "$", "d", ">").text
    #expect(other.hasPrefix("The loss asks for "), "\(other)")
  }

  @Test func `the reach tells what is left in each cell, then at each word`() throws {
    let lines = try Self.told("6G", "d", "d").text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("length of ∂loss/∂…, all units, 1 at “fish”") == true)
    #expect(
      lines.dropFirst().first?.hasPrefix("Gradient at “the” (word 1): LSTM c 1.22, ") == true,
      "\(lines)"
    )
    for cell in ["LSTM c<t>: start ", "LSTM ΠΓf: start ", "GRU c<t>: start ", "RNN a<t>: start "] {
      #expect(lines.dropFirst(2).contains { $0.hasPrefix(cell) }, "\(lines)")
    }
    let back = try Self.told("6G", "d", "d", "H").text
    #expect(back.hasPrefix("Gradient at “ate”: ") && !back.contains("\n"), "\(back)")
    let cell = try Self.told("6G", "d", "d", "d").text
    #expect(cell.hasPrefix("one cell\nWord 6 of 8, "), "\(cell)")
  }

  @Test func `of a long text the reach lists the words before the loss`() throws {
    let text = Array(repeating: "full", count: 20).joined(separator: " ")
    let session = try Shipped.agreement.session(text, keys: "G d d")
    for line in ViewTelling(session).details {
      let named = line.split(separator: ", ").count
      #expect(named == ReachPanel.mostTold, "\(line)")
    }
  }

  @Test func `the timeline tells the cursor’s value, its signal and moves`() throws {
    let opened = try Self.told("3L", "T").text
    #expect(opened.hasPrefix("timeline: "), "\(opened)")
    #expect(opened.contains("[c<t>]") && opened.contains("by number"))
    #expect(opened.contains("c<4> of unit 8 at “already” is not computed yet"), "\(opened)")
    let moved = try Self.told("3L", "T", "H").text
    #expect(moved.hasPrefix("Word 3 of 8, which, step 1 of 11: c<3> of unit 8"), "\(moved)")
    let (unit, session) = try Self.told("$", "T", "j")
    let sentence = Phrase.timeline(session.timelineNarration(hasArrows: false))
    #expect(unit.hasSuffix(Language.english.text(sentence)), "\(unit)")
    let signal = try Self.told("$", "T", ">").text
    #expect(signal.hasPrefix("timeline: ") && signal.contains("[Γo]"), "\(signal)")
  }

  @Test func `the chain tells what the memory is made of once it is there`() throws {
    let first = try Self.told("t").text
    #expect(first.hasPrefix("cells side by side\nWord 1 of 8, the, step 1 of 11:"), "\(first)")
    #expect(!first.contains("made of"))
    let (later, session) = try Self.told("3G", "$", "t")
    #expect(later.contains("what c<3> of unit 8 is made of: c<3> "), "\(later)")
    #expect(later.contains(" which") && later.contains(" cats"))
    #expect(later.contains(Language.english.text(.chain(.ledgerCaution(.word)))))
    var next = session
    next.take("h")
    #expect(Self.telling.answer(next, after: session).split(separator: "\n").count == 1)
  }

  @Test func `the peepholes are told unit by unit, as far as they are computed`() throws {
    let off = try Self.told("V").text
    #expect(off.hasPrefix("peepholes: All peepholes are off"), "\(off)")
    let on = try Self.told("p", "V").text
    #expect(on.contains("Unit 8 of c<0> reaches unit 8 of Γf, Γu and Γo, and no other."), "\(on)")
    #expect(on.contains("into the sum of Γf"))
    #expect(on.contains("not this: 8 × 8 weights, 8 of 64 are there"))
  }

  @Test func `a comparison tells both cells’ numbers, and the difference of one unit's`() throws {
    let opened = try Self.told("c").text
    #expect(
      opened.contains("A  LSTM, agreement, unit 8\nB  GRU, agreement-gru, unit "), "\(opened)")
    #expect(opened.contains("parameters of the cell: A ") && !opened.contains("forget gate: A"))
    #expect(!opened.contains("a time step takes"))
    let (text, session) = try Self.told("c", "2 Space")
    let other = try #require(session.other)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2, "\(text)")
    #expect(lines.last?.contains(/update gate: A \.\d+, B \.\d+$/) == true, "\(text)")
    let same = try Self.told("3 G", "c", "M", "M", "2 Space").text
    #expect(same.contains(/update gate: A \.\d+, B \.\d+, B − A = [+−]\.\d+/), "\(same)")
    #expect(other.time == session.time)
    let guess = try Self.told("c", "$").text.split(separator: "\n")
    #expect(guess.last?.contains(/next word: A \.\d+ \w+, B \.\d+ \w+/) == true, "\(guess)")
  }

  @Test(arguments: Language.allCases)
  func `the training tells updates, loss and how often it is right`(_ language: Language) throws {
    let opened = try Self.told(": train", language: language).text
    #expect(opened.contains(language.text(.training(.progress(0, of: 800)))), "\(opened)")
    let start = TrainingPhrase.untrained(hasPeepholes: false, others: ["bf = 1"], .standard)
    #expect(opened.contains(language.text(.training(start))), "\(opened)")
    let (text, session) = try Self.told(": train", "9 Space", language: language)
    let training = try #require(session.training)
    let loss = Figure.label(try #require(training.losses.last))
    #expect(text.contains(language.text(.training(.progress(9, of: 800)))), "\(text)")
    #expect(text.contains(language.text(.training(.lossTitle)) + " " + loss), "\(text)")
    let right = Figure.percent(try #require(training.share))
    let title = language.text(.training(.rightChoice(["was", "were"])))
    #expect(text.contains(title + " " + right), "\(text)")
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test(arguments: ["t", "T", "V", "c", "d", "d d", ": t r a i n Enter"], Language.allCases)
  func `every view says which it is, once`(keys: String, language: Language) throws {
    var session = try Shipped.family(keys: "3 G")
    session.speak(language)
    let cell = session
    session.press(keys)
    let opened = ViewTelling(session)
    #expect(!opened.headings.isEmpty && opened.headings.allSatisfy { !$0.isEmpty })
    let text = Self.telling.answer(session, after: cell)
    #expect(opened.headings.allSatisfy(text.contains))
    let again = Self.telling.answer(session, after: session)
    #expect(!opened.headings.contains(where: again.contains), "\(again)")
  }
}
