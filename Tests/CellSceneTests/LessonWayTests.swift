import CellEngine
import Screen
import Testing

@testable import CellScene

/// The way through a lesson: on, back, beside it, and out.
@Suite struct LessonWayTests {
  @Test func `behind the last step the next lesson is offered, and behind the last the first`()
    throws
  {
    for number in LessonTests.numbers {
      var session = try LessonTests.session(number, step: LessonTests.steps(number))
      let next = (number + 1) % Lesson.all.count
      #expect(session.popup == .lessons(line: next))
      session.press("PgDn")
      #expect(session.lesson?.place == [next, 0] && session.popup == nil)
    }
  }

  @Test func `a count that leads beyond the last step leads to it`() throws {
    for number in LessonTests.numbers {
      var session = try LessonTests.session(number, step: 0)
      session.press("9 9 Space")
      #expect(
        session.lesson?.place == [number, LessonTests.steps(number) - 1] && session.popup == nil)
    }
  }

  @Test(arguments: [
    ("S 7", 6), ("S 1", 0), ("S 1 3", 12), ("S 1 4", 3), ("S 1 3 2", 1), ("S 0", 0), ("S 1 0", 9),
    ("S 5 0", 4),
    ("S 1 j 2", 1), ("S 4 j", 4), ("9 S", 8), ("1 2 S", 11), ("9 9 S", 12), ("S", 0),
  ])
  func `digits go to the lesson of their number`(keys: String, line: Int) throws {
    var session = try Shipped.everything()
    session.press(keys)
    #expect(session.notice == nil)
    session.press("Enter")
    #expect(session.lesson?.place == [line, 0] && session.count == nil)
  }

  @Test func `a remote control goes forth and back`() throws {
    var session = try LessonTests.session(6)
    session.press("PgDn PgDn PgDn PgUp")
    #expect(session.lesson?.place == [6, 2])
    session.press("PgUp PgUp PgUp")
    #expect(session.lesson?.place == [6, 0] && session.notice == .lesson(.firstStep))
    session.press("4 Space")
    #expect(session.lesson?.place == [6, 4], "a count goes so many steps")
  }

  @Test func `who wanders off comes back to the step that was left`() throws {
    var session = try LessonTests.session(6, step: 3)
    let step = Scene(session, size: LessonTests.hall).canvas()
    session.press("L L p j")
    #expect(session.lesson?.isUntouched == false)
    session.press("PgUp")
    #expect(Scene(session, size: LessonTests.hall).canvas() == step)
    session.press("j PgDn")
    #expect(session.lesson?.place == [6, 4])
  }

  @Test func `where the lesson has opened a pop-up the stepping keys are the lesson's`() throws {
    var session = try LessonTests.session(1, step: 1)
    #expect(session.context == .why)
    let footer = try #require(Scene(session, size: LessonTests.hall).canvas().lines.last)
    #expect(footer.contains("space next"))
    var asked = session
    session.press("Space")
    #expect(session.lesson?.place == [1, 2])
    asked.press("w Space")
    #expect(asked.lesson?.place == [1, 1] && asked.context == .why, "now they are the pop-up's")
  }

  @Test(arguments: LessonTests.numbers)
  func `leaving gives back what was there, with the look that was chosen`(number: Int) throws {
    var before = try Shipped.everything()
    before.press("p 4 G 3 Space f 0 e 1 d o g s Enter j T")
    var session = before
    session.press("S Enter Y A")
    for _ in 0..<number { session.press("S j Enter Space") }
    while session.lesson != nil { session.press("Esc") }
    before.press("Y A")
    #expect(session.lesson == nil)
    #expect(session.state.lasting == before.state.lasting)
    session.press("z z z")
    #expect(session.experiment == before.beginning, "what was changed before can be undone")
  }

  @Test func `who quits in a lesson is asked for the changes that wait behind it`() throws {
    var session = try LessonTests.session(6, before: "f 0")
    #expect(session.handle(.character("q")) == .show && session.notice == .quitAgain)
    #expect(session.handle(.character("q")) == .quit)
    var unchanged = try LessonTests.session(6)
    #expect(unchanged.handle(.character("q")) == .quit)
  }

  @Test func `the footer says how to leave`() throws {
    let session = try LessonTests.session(6)
    let footer = try #require(Scene(session, size: LessonTests.small).canvas().lines.last)
    #expect(footer.contains("Esc leave"))
  }
}
