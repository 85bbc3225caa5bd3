import CellEngine
import Screen
import Testing

@testable import CellScene

/// Questions before a micro-step: nothing is shown before it is asked, and answers are judged truly.
@Suite struct QuizTests {
  private static let hall = Size(columns: 80, rows: 24)

  private static func lines(_ session: Session) -> [String] {
    Scene(session, size: hall).canvas().lines
  }

  @Test(arguments: Shipped.allCases)
  func `each step of a time step is asked about once and then shown`(shipped: Shipped) throws {
    var session = try shipped.session(keys: "3 G P")
    #expect(session.notice == .quiz(.on))
    for step in 1...session.lastMicroStep {
      let before = session.microStep
      session.press("Space")
      #expect(session.microStep == before, "the question comes first")
      guard case .quiz(.question(let question)) = session.notice else {
        Issue.record("step \(step) asks nothing")
        return
      }
      let isPrediction = session.run.microSteps[step] == .prediction
      #expect((question == .word) == isPrediction)
      session.press("Space")
      #expect(session.microStep == step && session.notice == nil)
    }
    session.press("Space")
    #expect(session.time == 3 && session.microStep == 0, "a word's arrival is not asked about")
  }

  @Test(arguments: Shipped.allCases, ["+", "-"])
  func `an answer is right if the number says so, and is counted`(
    shipped: Shipped, key: String
  ) throws {
    var session = try shipped.session(keys: "3 G P")
    let graph = session.run.cell.graph
    var (right, answered) = (0, 0)
    for _ in 1..<session.lastMicroStep {
      session.press("Space")
      let signal = try #require(session.askedSignal)
      let value = session.run.trace[signal, session.time, session.unit]
      let isState = graph.states.first { $0.next == signal }
      let last = isState.map { session.run.trace[$0.previous, session.time, session.unit] } ?? 0
      let mark = graph.isGate(signal) ? 0.5 : last
      let isMore = value > mark
      session.press(key)
      guard !Figure.isLabelledAlike(value, mark) else {
        let label = Figure.label(value, sign: session.run.cell.sign(of: signal))
        guard case .quiz(.neither(_, label)) = session.notice else {
          Issue.record("\(label) is no more and no less than \(mark)")
          return
        }
        continue
      }
      answered += 1
      right += isMore == (key == "+") ? 1 : 0
      guard case .quiz(.answered(let isRight, let count, of: let all, _, let text)) = session.notice
      else {
        Issue.record("no answer")
        return
      }
      #expect(isRight == (isMore == (key == "+")) && (count, all) == (right, answered))
      #expect(text.contains(Figure.label(abs(value))))
      #expect(session.currentSignal == signal, "the answer shows it")
    }
    session.press("P")
    #expect(session.notice == .quiz(.off(right: right, of: answered)))
    #expect(answered > 0)
  }

  @Test func `the picture has a question mark and no number where it is asked`() throws {
    var session = try Shipped.agreement.session(keys: "3 G P Space")
    let asked = Self.lines(session)
    #expect(asked.contains { $0.contains("Γf ?") } && !asked.contains { $0.contains("Γf 1.00") })
    #expect(asked.contains { $0.contains("▸ Will Γf<3>₈ be more than a half? + yes, - no, space") })
    session.press("Space")
    #expect(Self.lines(session).contains { $0.contains("Γf 1.00") })
    session.press("1 0 Space H 4 Space Space")
    let product = Self.lines(session)
    #expect(product.contains { $0.contains(" ? ") && $0.contains("│") })
  }

  @Test func `the memory is asked against what the step before left`() throws {
    var session = try Shipped.agreement.session(keys: "3 G 5 Space P Space")
    #expect(
      session.notice
        == .quiz(.question(.larger("c<3>₈", than: "c<2>₈", value: "+.56"))))
    session.press("+")
    #expect(
      session.notice.map { Language.english.text(.notice($0)) }?.hasPrefix("Right: c<3>₈ is +.73")
        == true)
  }

  @Test(arguments: ["j", "k", "J", "Y", "A"])
  func `a key that leaves the question open asks it again`(key: String) throws {
    var session = try Shipped.agreement.session(keys: "3 G P Space")
    session.press(key)
    #expect(session.quiz.isAsking)
    session.press("j")
    guard case .quiz(.question(.moreThanHalf(let symbol))) = session.notice else {
      Issue.record("\(key): \(String(describing: session.notice))")
      return
    }
    #expect(symbol.hasSuffix(session.notation.index(session.unit)), "it is about the shown unit")
  }

  @Test(arguments: ["h", "L", "p", "t", "z", "T", "w", "f", "5 Space", "a", "d", "C-l"])
  func `any other key drops the question, and a count goes on without`(key: String) throws {
    var session = try Shipped.agreement.session(keys: "3 G P Space")
    let microStep = session.microStep
    session.press(key)
    #expect(session.quiz.isAsking == (key == "C-l"))
    if key == "5 Space" { #expect(session.microStep == microStep + 5) }
    session.press("Esc Esc Esc")
    #expect(session.quiz.isOn && !session.quiz.isAsking)
  }

  @Test(arguments: ["+", "-"])
  func `where the digits do not tell, neither answer counts`(key: String) throws {
    var session = try Shipped.agreement.session(keys: "7 G 5 Space P Space")
    #expect(Self.lines(session).contains { $0.contains("c<7>₈ be more than c<6>₈, +.76?") })
    session.press(key)
    #expect(session.notice == .quiz(.neither(symbol: "c<7>₈", value: "+.76")))
    #expect(session.quiz == Quiz(isOn: true))
  }

  @Test func `plus and minus set the speed again where nothing is asked`() throws {
    var session = try Shipped.agreement.session(keys: "3 G P + +")
    #expect(session.speed == 2)
    session.press("$ h Space")
    let question = session.notice
    session.press("+")
    #expect(session.speed == 2 && session.quiz.isAsking && session.notice == question)
    session.press("Space +")
    #expect(session.speed == 3)
  }

  @Test func `a number that is none is shown without a verdict`() throws {
    var model = try Shipped.agreement.model()
    model.cell.parameters[0] = .nan
    var session = Session(
      model: model, tokens: try model.vocabulary.tokens(of: Shipped.sentences[0]))
    session.press("3 G k k k k k k k P Space +")
    #expect(
      session.quiz.answered
        == (session.run.trace[try #require(session.currentSignal), 2, session.unit].isNaN ? 0 : 1))
  }

  @Test func `nothing is asked in the gradient, the timeline and a lesson`() throws {
    let taught = try Shipped.everything(keys: "S Enter P")
    #expect(taught.notice == .quiz(.notInLesson))
    for keys in ["T", "6 G d", "S Enter"] {
      var session = try Shipped.everything(keys: "3 G P " + keys)
      session.press("Space")
      #expect(!session.quiz.isAsking, "\(keys)")
    }
  }

  @Test func `where lines are told the question is told`() throws {
    let before = try Shipped.agreement.session(keys: "3 G P")
    var session = before
    session.press("Space")
    let told = LinearTelling().answer(session, after: before)
    #expect(told.hasPrefix("Will Γf<3>₈ be more than a half?"))
  }
}
