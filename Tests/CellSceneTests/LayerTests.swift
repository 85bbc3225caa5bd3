import CellEngine
import Testing

@testable import CellScene

/// The cells of a stack, each of which is a model, with the layers below it.
@Suite struct LayerTests {
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
      #expect(Examples.lines(session).count == 24)
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
      #expect(Examples.lines(session).contains { $0.contains(made) } == isUpper)
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
}
