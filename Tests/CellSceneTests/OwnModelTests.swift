import CellEngine
import Screen
import Testing

@testable import CellScene

/// Models over numbers, in stacks and with an embedding, looked at like any other.
@Suite struct OwnModelTests {
  private static func lines(_ session: Session, _ size: Size = Size(columns: 80, rows: 24))
    -> [String]
  {
    Scene(session, size: size).canvas().lines
  }

  @Test(arguments: [CellKind.lecture, .gru(GRU()), .rnn(RNN())])
  func `where nothing is predicted the last micro-step names the units that show most`(
    kind: CellKind
  ) throws {
    var session = Examples.numbers(kind)
    session.press("3 G $")
    let output = session.run.trace[session.run.cell.graph.output, 2]
    #expect(session.run.outputs[2] == Array(output))
    let ranked = session.rankedOutputs(at: 2)
    #expect(ranked.map(\.value.magnitude) == output.map(\.magnitude).sorted(by: >))
    guard case .shown(let symbol, let unit, let value, _, _) = session.narration else {
      Issue.record("\(session.narration)")
      return
    }
    #expect(unit == ranked[0].place + 1)
    #expect(value == Figure.label(ranked[0].value, sign: .always))
    let readout = try #require(
      Self.lines(session).first { $0.contains("x<3>") && $0.contains(symbol) })
    #expect(readout.contains(ranked[0].label) && readout.contains(value), "\(readout)")
    #expect(!Self.lines(session).contains { $0.contains("ŷ") })
    session.press("w")
    guard case .why(let inquiry) = session.popup else {
      Issue.record("nothing is asked")
      return
    }
    let place = ValuePlace(session.run.cell.graph.output, unit: ranked[0].place, step: 2)
    #expect(inquiry.level.question == .value(place))
  }

  @Test(arguments: [1, 3])
  func `a layer behind the cell puts out its numbers, and each can be asked`(count: Int) throws {
    var session = Examples.numbers(outputs: count)
    session.press("3 G $")
    let shown = session.run.trace[session.run.cell.graph.output, 2]
    #expect(session.run.outputs[2] == session.model.readout.scores(shown))
    #expect(session.run.outputs[2].count == count)
    let largest = session.rankedOutputs(at: 2)[0]
    let said =
      count == 1
      ? "The layer behind the cell makes ŷ<3> = Wy a<3> + by = \(largest.figure)."
      : "ŷ<3> = Wy a<3> + by: row \(largest.place + 1) is the largest (\(largest.figure)), then row "
    #expect(Self.lines(session).contains { $0.contains(said) })
    #expect(Self.lines(session).contains { $0.contains("x<3>") && $0.contains("ŷ<3>") })
    session.press("w w")
    guard case .why(let inquiry) = session.popup else {
      Issue.record("nothing is asked")
      return
    }
    #expect(inquiry.level.question == .score(word: largest.place, step: 2))
    let terms = session.explanation(of: inquiry.level.question).terms
    #expect(terms.count == 7, "six units and the bias")
    #expect(abs(terms.map(\.value).reduce(0, +) - largest.value) < 1e-12)
    #expect(Self.lines(session).contains { $0.contains("Wy a<3> + by") })
    #expect(session.askable.contains(inquiry.level.question))
  }

  @Test(arguments: [1, 3])
  func `the gradient of such a number agrees with two runs`(count: Int) throws {
    var session = Examples.numbers(isUpper: true, outputs: count)
    session.press("5 G d")
    let loss = try #require(session.chosenLoss)
    #expect(loss.place == session.rankedOutputs(at: 4)[0].place)
    for _ in 0..<count {
      let value = session.run.outputs[4][session.loss.place]
      #expect(session.lossFigure == Figure.label(value))
      for subject in session.checkable {
        let check = try #require(NumberCheck(session, subject))
        #expect(check.difference.relativeError < 1e-5, "\(check.symbol)")
      }
      session.press(">")
    }
    #expect(session.loss == loss, "round once")
  }

  @Test(arguments: [false, true])
  func `the gradient is that of what the unit shows, and two runs agree`(isUpper: Bool) throws {
    var session = Examples.numbers(isUpper: isUpper)
    session.press("5 G 2 j d")
    let loss = try #require(session.chosenLoss)
    #expect(loss == Loss(step: 4, place: session.unit))
    let shown = session.run.trace[session.run.cell.graph.output, 4, session.unit]
    #expect(session.lossFigure == Figure.label(shown))
    #expect(session.lossFormula(.step(5)) == "a<5>" + session.notation.index(session.unit))
    #expect(Self.lines(session).contains { $0.contains("loss = a<5>") })
    for subject in session.checkable {
      let check = try #require(NumberCheck(session, subject))
      #expect(check.difference.relativeError < 1e-5, "\(check.symbol)")
    }
    session.press(">")
    #expect(session.loss.place == (loss.place + 1) % session.run.cell.unitCount)
    guard case .gradient(.output(let symbol, _)) = session.notice else {
      Issue.record("\(String(describing: session.notice))")
      return
    }
    #expect(symbol == "a<5>" + session.notation.index(session.loss.place))
    session.press("d")
    #expect(Self.lines(session).contains { $0.contains("loss = a<5>") })
  }

  @Test func `a number of the input is edited by its place, and no word is offered`() throws {
    var session = Examples.numbers()
    session.press("2 G Space e")
    #expect(!session.editTargets.contains { $0.takesWord })
    #expect(session.editTargets.first == .removal)
    #expect(Self.lines(session).contains { $0.contains("the sequence without #2") })
    let own = session.model.inputs(of: session.tokens)[1]
    #expect(session.ownNumber(at: .input(step: 1, column: 1)) == own[1])
    session.press("2 x 2 Space . 5 Enter")
    #expect(session.experiment.edits.numbers == [.input(step: 1, column: 1): 0.5])
    #expect(Array(session.run.trace[session.run.cell.graph.input, 1]) == [own[0], 0.5])
    session.press("e 2 . 2 5 Enter")
    #expect(session.experiment.edits.numbers[.input(step: 1, column: 0)] == 0.25)
    session.press("z z e 1")
    #expect(session.words.joined(separator: " ") == "#1 #3 #4 #5 #6 #7 #8 #9")
    session.press("s")
    #expect(session.popup == nil && session.notice == .edit(.numbersOnly))
  }

  @Test func `a number that is edited is the one behind the input's name`() throws {
    var session = Examples.numbers(inputs: 1)
    #expect(
      session.words[1] == "#2=" + Figure.label(session.model.inputs(of: [1])[0][0], sign: .always))
    session.press("2 G e 2 . 5 Enter")
    #expect(session.words[1] == "#2=+.50")
    #expect(Self.lines(session).contains { $0.contains("#2=+.50") })
    session.press("T W")
    #expect(!Self.lines(session)[2].contains("="), "there is no room for it in the timeline")
  }

  @Test func `in a stack the name of a layer is no command's letters`() throws {
    var session = Examples.numbers(isUpper: true)
    #expect(session.palette("l1").isEmpty)
    #expect(session.palette("L0_reverse").isEmpty)
    #expect(try !Examples.session().palette("l1").isEmpty)
    var other = session.model
    other.name = "l1"
    session.offer([], named: [other])
    #expect(session.palette("l1").map(\.item) == [.model(1)])
    #expect(session.palette("layer").contains { $0.item == .model(1) })
  }

  @Test func `where no unit shows anything, or no number, none is said to show most`() throws {
    for value in [0.0, .nan] {
      var model = Examples.numbers().model
      for index in model.cell.parameters.indices { model.cell.parameters[index] = value }
      var session = Session(model: model, tokens: [0, 1])
      session.press("$")
      #expect(Self.lines(session).contains { $0.contains("▸ a<1> of unit 1 is") })
    }
  }

  @Test func `a removed input is gone for the layers below too`() throws {
    var session = Examples.numbers(isUpper: true)
    session.press("4 G e 1")
    let reading = session.model.reading
    let left = [0, 1, 2, 4, 5, 6, 7, 8]
    #expect(session.tokens == left)
    let inputs = reading.inputs(of: left, in: session.model.vocabulary)
    for (step, row) in inputs.enumerated() {
      #expect(Array(session.run.trace[session.run.cell.graph.input, step]) == row)
    }
    // The layer below remembers, so from the gap on all its outputs are others.
    #expect(inputs[3] != session.model.inputs(of: Array(0..<9))[4])
  }

  @Test func `what the layers below have made is made again only for other words`() throws {
    var session = Examples.numbers(isUpper: true)
    for key in [
      "p", "e", "2", ".", "5", "Enter", "v", "1", "Esc", "z", "e", "1", "p", "z", "Z", "C",
    ] {
      session.press(key)
      let fresh = Run(session.model, session.experiment)
      #expect(session.run.trace == fresh.trace, "\(key)")
    }
    var other = session.model
    other.name = "l1"
    for index in other.cell.parameters.indices { other.cell.parameters[index] *= 2 }
    session.offer([], named: [other])
    session.press(": l 1 Enter p")
    #expect(session.model.name == "l1")
    #expect(session.run.trace == Run(session.model, session.experiment).trace)
  }

  @Test func `two layers that are compared are timed over what each of them reads`() {
    var session = Examples.numbers(inputs: 2)
    var other = Examples.numbers(inputs: 2, isUpper: true).model
    other.name = "l1"
    session.offer([], named: [other])
    session.press(": l 1 Enter c")
    #expect(session.timedCells.count == 2)
    for timed in session.timedCells {
      #expect(timed.inputs.allSatisfy { $0.count == timed.cell.inputCount })
    }
  }

  @Test(arguments: [(0, 3), (3, 0), (3, 1)])
  func `a gradient asks anew where another model puts out other numbers`(
    outputs: Int, others: Int
  ) {
    var session = Examples.numbers(outputs: outputs)
    var other = Examples.numbers(outputs: others).model
    other.name = "l1"
    session.offer([], named: [other])
    session.press("3 G k d > > : l 1 Enter")
    for key in ["z", "Z", "r", "z"] {
      #expect(session.run.outputs[session.loss.step].indices.contains(session.loss.place))
      #expect(session.view == .gradient && session.loss.step == 2)
      #expect(Self.lines(session).count == 24)
      session.press(key)
    }
  }

  @Test func `a cell that reads from the other end stays at the word, and comes back`() {
    var session = Examples.twoDirections()
    session.press("3 G Space B A")
    session.press("e 2 1 Space 2 Enter")
    session.press("z")
    let start = session
    session.press(": l 0 _ r e v e r s e Enter")
    #expect(session.model.name == "l0_reverse")
    #expect(session.words.map(\.self) == start.words.reversed())
    #expect(session.bareWord(at: session.time) == "#3" && session.time == 6)
    #expect(session.bookmarks["a"]?.time == 6)
    #expect(session.run.trace == Run(session.model, session.experiment).trace)
    #expect(!session.isWhatIf)
    session.press("c")
    #expect(
      session.comparison.map { !session.models[$0.experiment.model].reading.isReversed } != true,
      "two directions do not go in step")
    session.press("Esc : l 0 Enter")
    #expect(session.experiment == start.experiment && session.time == start.time)
    #expect(session.bookmarks == start.bookmarks)
    session.press("z")
    #expect(session.model.name == "l0_reverse" && session.bareWord(at: session.time) == "#3")
    session.press("z")
    #expect(session.experiment == start.experiment && session.place == start.place)
  }

  @Test(arguments: Language.allCases)
  func `what arrives in an upper layer is what the layer below has made`(language: Language) throws
  {
    for isUpper in [false, true] {
      var session = Examples.numbers(isUpper: isUpper)
      session.speak(language)
      session.press("3 G")
      let made = language == .english ? "What l0 makes of “#3” arrives" : "l0 由「#3」算出的數以"
      #expect(Self.lines(session).contains { $0.contains(made) } == isUpper)
    }
  }

  /// Goes down along the first term that is a number of the input.
  private static func bottom(_ session: Session) throws -> WhyNotice {
    let question = Question.value(
      ValuePlace(session.run.cell.graph.input, unit: 1, step: session.time))
    let terms = WhyTerms(Inquiry.Level(question, decimals: 2, showsTerms: true), in: session)
    guard case .bottom(let notice) = session.nextAsk(terms) else {
      throw Missing(what: "a bottom")
    }
    return notice
  }

  private struct Missing: Error { let what: String }

  @Test func `who made a number of the input is said`() throws {
    #expect(try Self.bottom(Examples.numbers()) == .input(symbol: "x<1>₂"))
    #expect(try Self.bottom(Examples.numbers(isUpper: true)) == .below(symbol: "x<1>₂"))
    #expect(try Self.bottom(Examples.embedded()) == .embedded(symbol: "x<1>₂", word: "the"))
    var session = Examples.numbers()
    session.press("e 2 2 Space 1 Enter")
    #expect(try Self.bottom(session) == .edited(symbol: "x<1>₂"))
  }

  @Test func `states that the sequence starts with are given, not edited`() throws {
    var session = Examples.numbers(initial: [.memory: [1, 0, 0, 0, 0, -1]])
    #expect(Self.lines(session).contains { $0.contains("c<0> starts as given, a<0> at 0.") })
    #expect(session.ownNumber(at: .initial(.memory, unit: 5)) == -1)
    #expect(session.run.trace[session.run.cell.graph.memoryState.previous, 0, 5] == -1)
    session.press("e k 1 Enter")
    session.press("e")
    let line = try #require(session.editTargets.firstIndex(of: .initial(.memory)))
    session.popup = .edit(line: line)
    session.press("Enter . 5 Enter g 0")
    #expect(Self.lines(session).contains { $0.contains("c<0> starts as edited") })
  }

  @Test(arguments: [CellKind.lecture, .gru(GRU())])
  func `a bar of a given state that is longer than a full bar is explained from the start`(
    kind: CellKind
  ) throws {
    var session = Examples.numbers(kind, initial: [.memory: [30, 0, 0, 0, 0, 0]])
    let arrows = Self.lines(session).filter { $0.contains("↑") }
    #expect(arrows.count == 2, "the bar and what it is")
    #expect(arrows.contains { $0.contains("full bar of c: ") && $0.contains(", ↑ more") })
    session.press("t")
    #expect(!Self.lines(session).contains { $0.contains("full bar") })
  }

  @Test func `words with an embedding are edited, predicted and told as words`() throws {
    var session = try Examples.embedded()
    #expect(session.model.piece == .word)
    session.press("2 G e 1 d o g Enter")
    #expect(session.words.joined(separator: " ") == "the dog which already ate fish were full")
    session.press("$")
    #expect(Self.lines(session).contains { $0.contains("The most likely next word is") })
    session.press("s c a t Space a t e Enter")
    #expect(session.words.joined(separator: " ") == "cat ate")
    session.press("d")
    #expect(Self.lines(session).contains { $0.contains("loss = − ln ŷ<1>“ate”") })
  }

  @Test(arguments: [Language.english, .traditionalChinese])
  func `an input is called an input, wherever a word would be called a word`(
    language: Language
  ) throws {
    var session = Examples.numbers()
    session.speak(language)
    let name = language == .english ? "input" : "輸入"
    #expect(Self.lines(session).last?.contains(name) == true)
    session.press("H")
    #expect(
      Self.lines(session).contains {
        $0.contains(name) && $0.contains(language == .english ? "first" : "第一")
      })
    session.press("T W")
    #expect(Self.lines(session).contains { $0.contains(name) && $0.contains("1–9") })
  }

  @Test func `predicting first asks nothing where nothing is predicted`() throws {
    var session = Examples.numbers()
    session.press("P")
    for step in 1..<session.lastMicroStep {
      session.press("Space Space")
      #expect(session.microStep == step)
    }
    session.press("Space")
    #expect(session.microStep == session.lastMicroStep, "the last one is shown at once")
  }

  @Test func `lessons are given beside a model of one's own, which then stands as it stood`() throws
  {
    var session = Examples.numbers()
    session.press("3 G Space S Enter")
    #expect(session.lesson == nil, "there are no models for them yet")
    session.modelsApart = try [Shipped.agreement, .peephole, .gru, .rnn, .hundred, .source].map {
      try $0.model()
    }
    let own = session
    session.press("S Enter Space")
    #expect(session.lesson?.place == [0, 1])
    #expect(session.words.joined(separator: " ") == Lesson.sentence)
    session.press("Esc")
    #expect(session.lesson == nil)
    #expect(session.experiment == own.experiment && session.place == own.place)
    #expect(session.words.joined(separator: " ") == own.words.joined(separator: " "))
  }

  static let pictures = ["own-numbers", "own-output", "own-layer", "own-words"]

  @Test func `the screens are those that were looked at`() throws {
    let size = Size(columns: 80, rows: 24)
    try Golden.check(
      "own-numbers", Examples.numbers(inputs: 1, initial: [.memory: [1, 0, 0, 0, 0, -1]]),
      size: size, keys: ["Space", "3", "G", "$", "w", "Esc", "t", "t", "d", "d", "d", "T", "W"])
    try Golden.check(
      "own-output", Examples.numbers(inputs: 1, outputs: 3), size: size,
      keys: [
        "3", "G", "$", "w", "w", "Esc", "Esc", "t", "t", "d", "Space", "d", "d", "c", "c", "A",
      ])
    try Golden.check(
      "own-layer", Examples.numbers(isUpper: true), size: size,
      keys: ["2", "G", "Space", "e", "Esc", "E", "V", "V", "c", "c", "A"])
    try Golden.check(
      "own-words", try Examples.embedded(), size: size, keys: ["5", "G", "$", "w", "w", "Esc"])
  }
}
