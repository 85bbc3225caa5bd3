import CellEngine
import Screen
import Testing

@testable import CellScene

/// Models over numbers, in stacks and with an embedding, looked at like any other.
@Suite struct OwnModelTests {
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
      Examples.lines(session).first { $0.contains("x<3>") && $0.contains(symbol) })
    #expect(readout.contains(ranked[0].label) && readout.contains(value), "\(readout)")
    #expect(!Examples.lines(session).contains { $0.contains("ŷ") })
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
    #expect(Examples.lines(session).contains { $0.contains(said) })
    #expect(Examples.lines(session).contains { $0.contains("x<3>") && $0.contains("ŷ<3>") })
    session.press("w w")
    guard case .why(let inquiry) = session.popup else {
      Issue.record("nothing is asked")
      return
    }
    #expect(inquiry.level.question == .score(word: largest.place, step: 2))
    let terms = session.explanation(of: inquiry.level.question).terms
    #expect(terms.count == 7, "six units and the bias")
    #expect(abs(terms.map(\.value).reduce(0, +) - largest.value) < 1e-12)
    #expect(Examples.lines(session).contains { $0.contains("Wy a<3> + by") })
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
    #expect(Examples.lines(session).contains { $0.contains("loss = a<5>") })
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
    #expect(Examples.lines(session).contains { $0.contains("loss = a<5>") })
  }

  @Test func `a number of the input is edited by its place, and no word is offered`() throws {
    var session = Examples.numbers()
    session.press("2 G Space e")
    #expect(!session.editTargets.contains { $0.takesWord })
    #expect(session.editTargets.first == .removal)
    #expect(Examples.lines(session).contains { $0.contains("the sequence without #2") })
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
    #expect(Examples.lines(session).contains { $0.contains("#2=+.50") })
    session.press("T W")
    #expect(!Examples.lines(session)[2].contains("="), "there is no room for it in the timeline")
  }

  @Test func `where no unit shows anything, or no number, none is said to show most`() throws {
    for value in [0.0, .nan] {
      var model = Examples.numbers().model
      for index in model.cell.parameters.indices { model.cell.parameters[index] = value }
      var session = Session(model: model, tokens: [0, 1])
      session.press("$")
      #expect(Examples.lines(session).contains { $0.contains("▸ a<1> of unit 1 is") })
    }
  }

  @Test func `states that the sequence starts with are given, not edited`() throws {
    var session = Examples.numbers(initial: [.memory: [1, 0, 0, 0, 0, -1]])
    #expect(Examples.lines(session).contains { $0.contains("c<0> starts as given, a<0> at 0.") })
    #expect(session.ownNumber(at: .initial(.memory, unit: 5)) == -1)
    #expect(session.run.trace[session.run.cell.graph.memoryState.previous, 0, 5] == -1)
    session.press("e k 1 Enter")
    session.press("e")
    let line = try #require(session.editTargets.firstIndex(of: .initial(.memory)))
    session.popup = .edit(line: line)
    session.press("Enter . 5 Enter g 0")
    #expect(Examples.lines(session).contains { $0.contains("c<0> starts as edited") })
  }

  @Test(arguments: [CellKind.lecture, .gru(GRU())])
  func `a bar of a given state that is longer than a full bar is explained from the start`(
    kind: CellKind
  ) throws {
    var session = Examples.numbers(kind, initial: [.memory: [30, 0, 0, 0, 0, 0]])
    let arrows = Examples.lines(session).filter { $0.contains("↑") }
    #expect(arrows.count == 2, "the bar and what it is")
    #expect(arrows.contains { $0.contains("full bar of c: ") && $0.contains(", ↑ more") })
    session.press("t")
    #expect(!Examples.lines(session).contains { $0.contains("full bar") })
  }

  @Test func `words with an embedding are edited, predicted and told as words`() throws {
    var session = try Examples.embedded()
    #expect(session.model.piece == .word)
    session.press("2 G e 1 d o g Enter")
    #expect(session.words.joined(separator: " ") == "the dog which already ate fish were full")
    session.press("$")
    #expect(Examples.lines(session).contains { $0.contains("The most likely next word is") })
    session.press("s c a t Space a t e Enter")
    #expect(session.words.joined(separator: " ") == "cat ate")
    session.press("d")
    #expect(Examples.lines(session).contains { $0.contains("loss = − ln ŷ<1>“ate”") })
  }

  @Test(arguments: [Language.english, .traditionalChinese])
  func `an input is called an input, wherever a word would be called a word`(
    language: Language
  ) throws {
    var session = Examples.numbers()
    session.speak(language)
    let name = language == .english ? "input" : "輸入"
    #expect(Examples.lines(session).last?.contains(name) == true)
    session.press("H")
    #expect(
      Examples.lines(session).contains {
        $0.contains(name) && $0.contains(language == .english ? "first" : "第一")
      })
    session.press("T W")
    #expect(Examples.lines(session).contains { $0.contains(name) && $0.contains("1–9") })
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
