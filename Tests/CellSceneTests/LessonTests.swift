import CellEngine
import Screen
import Testing

@testable import CellScene

/// The lecture's lessons: each step presses keys, and what its sentence says is on the screen.
@Suite struct LessonTests {
  static let numbers = Array(Lesson.all.indices)
  static let small = Size(columns: 60, rows: 18)
  static let hall = Size(columns: 80, rows: 24)

  /// The golden files, one for each lesson.
  static let names = numbers.map { "lesson-\($0 + 1)" }

  /// The program's models, some keys, then a lesson at its first step.
  static func session(_ number: Int, before keys: String = "") throws -> Session {
    var session = try Shipped.everything()
    session.press(keys)
    session.press("S")
    for _ in 0..<number { session.press("j") }
    session.press("Enter")
    return session
  }

  /// A lesson at a step, counted from 0.
  static func session(_ number: Int, step: Int) throws -> Session {
    var session = try session(number)
    for _ in 0..<step { session.press("Space") }
    return session
  }

  static func steps(_ number: Int) -> Int { Lesson.all[number].steps.count }

  @Test(arguments: numbers)
  func `the lessons are those that were looked at`(number: Int) throws {
    var session = try Shipped.everything()
    session.press("S")
    for _ in 0..<number { session.press("j") }
    let keys = ["Enter"] + Array(repeating: "Space", count: Self.steps(number) - 1)
    try Golden.check(Self.names[number], session, size: Self.hall, keys: keys)
  }

  @Test(arguments: numbers)
  func `a lesson's name is whole on the smallest screen or ends with an ellipsis`(
    number: Int
  ) throws {
    var session = try Shipped.everything()
    session.press("S")
    for language in Language.allCases {
      session.speak(language)
      let name = language.text(.lesson(.name(number, LessonSymbols(session.convention))))
      let lines = Scene(session, size: Self.small).canvas().lines
      let line = try #require(lines.first { $0.contains(" \(number + 1)  \(name.prefix(9))") })
      #expect(line.contains(name) || line.hasSuffix("…│"), "\(line)")
    }
  }

  @Test(arguments: numbers)
  func `every step has one sentence in each language that fits on the smallest screen`(
    number: Int
  ) throws {
    var session = try Self.session(number)
    for step in 0..<Self.steps(number) {
      for language in Language.allCases {
        session.speak(language)
        for convention in Notation.Convention.allCases {
          session.convention = convention
          let phrase = LessonPhrase.step(number, step, LessonSymbols(convention))
          let sentence = language.text(.lesson(phrase))
          let top = try #require(Scene(session, size: Self.small).canvas().lines.first)
          #expect(top.contains(sentence) && top.contains(" \(number + 1)  "), "\(top)")
          #expect(top.hasSuffix("\(step + 1)/\(Self.steps(number))"), "\(top)")
        }
      }
      session.press("Space")
    }
  }

  @Test(arguments: numbers)
  func `every key of a lesson acts, and every step shows something else`(number: Int) throws {
    var session = try Self.session(number)
    var seen = [Scene(session, size: Self.hall).picture().lines]
    for step in 0..<Self.steps(number) {
      switch session.notice {
      case .keyUnknown, .commandUnknown, .onlyOneModel, .endOfSentence, .nothingToUndo, .refused,
        .find(.lastWord):
        Issue.record("step \(step): \(String(describing: session.notice))")
      case _: break
      }
      guard step + 1 < Self.steps(number) else { break }
      session.press("Space")
      if session.timedCells.count == 2 { session.record(secondsPerStep: [1e-6, 2e-6]) }
      let screen = Scene(session, size: Self.hall).picture().lines
      #expect(!seen.contains(screen), "step \(step + 1) shows nothing new")
      seen.append(screen)
    }
  }

  @Test(arguments: numbers)
  func `a step shows the same screen whatever was done before`(number: Int) throws {
    var wandering = try Self.session(number, before: "p 4 G 3 Space e 1 d o g Enter T")
    let last = Self.steps(number) - 1
    for step in 0...last {
      let straight = try Self.session(number, step: step)
      #expect(
        Scene(wandering, size: Self.hall).canvas() == Scene(straight, size: Self.hall).canvas())
      guard step < last else { break }
      wandering.press("k J 2 H p")
      while wandering.popup != nil { wandering.press("Esc") }
      wandering.press("Space")
    }
  }

  @Test func `a lesson's row stands above the whole screen, and what is pointed at moves with it`()
    throws
  {
    let session = try Self.session(6, step: 2)
    let canvas = Scene(session, size: Self.hall).canvas()
    let below = Scene(session, size: Size(columns: 80, rows: 23))
    #expect(canvas.rows(1..<24) == below.picture())
    let (boxes, same) = (Scene(session, size: Self.hall).regions, below.untaughtRegions)
    #expect(!boxes.isEmpty && boxes.map(\.target) == same.map(\.target))
    #expect(zip(boxes, same).allSatisfy { $0.area.top == $1.area.top + 1 })
    var presenting = session
    presenting.press("F5")
    let shown = Scene(presenting, size: Self.hall).canvas().lines
    #expect(shown[0].hasPrefix(" 7  ") && shown[1].contains("cats"))
  }

  @Test func `the lessons need an LSTM, a GRU and a plain network with the lecture's words`() throws
  {
    for session in [try Shipped.family(), try Shipped.source.session(), try Examples.session()] {
      var session = session
      session.press("S Enter")
      #expect(session.notice == .lesson(.noModels) && session.lesson == nil)
    }
    var others = try Shipped.everything(first: .gru)
    others.press("S Enter")
    #expect(others.run.cell.graph.name == "GRU" && others.lesson?.place == [0, 0])
  }

  @Test func `a lesson is found by its words and by its number`() throws {
    var session = try Shipped.everything()
    session.press(": l e s s o n Space 9 Enter")
    #expect(session.lesson?.place == [8, 0])
    session.press(": r e m e m b e r s Enter")
    #expect(session.lesson?.place == [8, 0])
    session.press(": p i c t o r e s Enter")
    guard case .commandUnknown(_, nearest: let near?) = session.notice else {
      Issue.record("\(String(describing: session.notice))")
      return
    }
    #expect(!near.contains("lesson"), "the names of lessons are no guesses")
  }

  @Test func `where lines are told the step's sentence comes first`() throws {
    let before = try Self.session(8)
    var session = before
    session.press("Space")
    let lines = LinearTelling().answer(session, after: before).split(separator: "\n")
    #expect(lines.first == "Lesson 9, step 2 of 6 (f c .9 Enter): c<0> of this unit is set to .90.")
    let list = LinearTelling().answer(try Shipped.everything(keys: "S"))
    #expect(list.contains("13 vanishing gradients: how far back they reach"))
  }

  @Test func `the keys that are shown are those that somebody gave to the commands`() throws {
    let session = try Shipped.everything()
    var moved = Session(
      model: session.models[0], others: Array(session.models[1...2]),
      named: Array(session.models[3...]), tokens: session.tokens,
      keyMap: KeyMap.standard.giving([.function(6): .character("f"), .character("f"): .function(9)])
    )
    moved.press(": l e s s o n Space 9 Enter Space Space")
    #expect(moved.lesson?.keys == "F6 1")
    #expect(moved.keyMap != .standard, "they act in the lesson too")
    moved.press("F6")
    #expect(moved.context == .hold)
  }
}
