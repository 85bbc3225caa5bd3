import CellEngine
import Screen
import Testing

@testable import CellScene

/// What each key does to the session: going through time, units and pop-ups.
///
/// The sentence has 8 words, the cell 8 units of which the third is selected, and a time step 11
/// micro-steps.
@Suite struct SessionTests {
  /// Keys, and the time step and micro-step (from 0) where they lead from the start.
  static let walks: [(keys: String, place: [Int])] = [
    ("Space", [0, 1]), ("Right", [0, 1]), ("l", [0, 1]), ("PgDn", [0, 1]),
    ("Space Space Left", [0, 1]), ("l h", [0, 0]), ("l Backspace", [0, 0]), ("l PgUp", [0, 0]),
    ("L", [1, 0]), ("Tab", [1, 0]), ("]", [1, 0]), ("3 L", [3, 0]), ("l L", [1, 1]),
    ("3 L H", [2, 0]), ("3 L S-Tab", [2, 0]), ("3 L [", [2, 0]), ("3 L 2 H", [1, 0]),
    ("1 2 Space", [1, 1]), ("1 0 Space", [0, 10]), ("1 1 Space h", [0, 10]),
    ("2 L 1 2 h", [0, 10]), ("5 Space 0", [0, 0]), ("$", [0, 10]), ("L $", [1, 10]),
    ("5 Space G g", [0, 5]), ("G Home", [0, 0]), ("G", [7, 0]), ("End", [7, 0]),
    ("5 G", [4, 0]), ("8 G", [7, 0]), ("1 G", [0, 0]), ("l 3 G", [2, 1]),
    ("9 9 L", [7, 0]), ("9 G", [7, 0]), ("9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 G", [7, 0]),
    ("9 9 9 9 9 9 9 9 Space", [7, 10]), ("3 L 9 9 9 h", [0, 0]), ("G 9 9 H", [0, 0]),
    ("G $ Space", [7, 10]), ("h", [0, 0]), ("H", [0, 0]), ("G L", [7, 0]),
  ]

  @Test(arguments: walks)
  func `keys lead to their place in the sentence`(keys: String, place: [Int]) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.place == place)
    #expect(session.count == nil)
  }

  @Test(arguments: [
    ("j", 3), ("Down", 3), ("k", 1), ("Up", 1), ("k k k", 7), ("J j", 0), ("3 j", 5), ("2 k", 0),
    ("J", 7),
    ("K", 0), ("9 9 9 9 9 J", 7), ("9 9 j", 7), ("1 0 k", 0), ("J k", 6),
  ])
  func `keys select a unit and go round at the ends`(keys: String, unit: Int) throws {
    var session = try Examples.session()
    #expect(session.unit == 2)
    session.press(keys)
    #expect(session.unit == unit)
  }

  @Test func `J and K go by ten where there are ten`() throws {
    var session = try Examples.session(units: 40)
    session.press("J")
    #expect(session.unit == 12)
    session.press("2 J")
    #expect(session.unit == 32)
    session.press("K")
    #expect(session.unit == 22)
  }

  @Test func `a count is shown while it is typed and belongs to one key`() throws {
    var session = try Examples.session()
    session.press("1")
    #expect(session.count == 1)
    session.press("2")
    #expect(session.count == 12)
    session.press("0")
    #expect(session.count == 120)
    session.press("X")
    #expect(session.count == nil)
    #expect(session.notice == .keyUnknown("X"))
    session.press("Space")
    #expect(session.place == [0, 1])
  }

  @Test func `Esc takes a count back`() throws {
    var session = try Examples.session()
    session.press("4 Esc Space")
    #expect(session.place == [0, 1])
  }

  @Test(arguments: [
    ("h", Notice.startOfSentence), ("G $ l", .endOfSentence), ("G L", .lastWord),
    ("H", .firstWord),
    ("X", .keyUnknown("X")), ("C-c", .interruptAgain), ("F7", .keyUnknown("F7")),
  ])
  func `what cannot be done is said, until the next key`(keys: String, notice: Notice) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.notice == notice)
    session.press("j")
    #expect(session.notice == nil)
  }

  @Test func `E writes numbers and symbols in turn`() throws {
    var session = try Examples.session()
    session.press("E")
    #expect(session.showsNumbers)
    session.press("E")
    #expect(!session.showsNumbers)
  }

  @Test(arguments: [
    ("E", Notice.equations(haveNumbers: true)), ("E E", .equations(haveNumbers: false)),
    ("Space E", nil), ("3 Space t E", .equations(haveNumbers: true)),
  ])
  func `E says what it did where no equation shows it`(keys: String, notice: Notice?) throws {
    var session = try Shipped.agreement.session()
    session.press(keys)
    #expect(session.notice == notice)
  }

  @Test(
    arguments: [
      ("v", .variants(line: 0)), ("?", .help(page: 0)), ("F1", .help(page: 0)), ("v v", nil),
      ("v Esc", nil), ("v j j k", .variants(line: 1)), ("v q", nil), ("? ?", nil), ("? F1", nil),
      ("? Esc", nil), ("v Tab", .variants(line: 11)), ("v Tab Tab", .variants(line: 0)),
      ("? q", nil), ("? j", .help(page: 1)), ("? j j k", .help(page: 1)),
      ("? k", .help(page: -1)), ("? Down PgDn Space Up PgUp", .help(page: 1)),
      ("B", .bookmarks), ("B Esc", nil), ("/", .prompt(Prompt(.search))), ("Esc", nil),
    ] as [(String, Session.Popup?)])
  func `pop-ups open, scroll and close`(keys: String, popup: Session.Popup?) throws {
    var session = try Examples.session()
    #expect(session.press(keys) == .show)
    #expect(session.popup == popup)
    #expect(session.place == [0, 0])
  }

  @Test(
    arguments: [
      ("q", .quit), ("Q", .quit), ("C-c", .show), ("C-c C-c", .quit), ("C-c Space C-c", .show),
      ("v C-c Esc C-c", .show), ("v q", .show), ("v q q", .quit), ("v Q", .quit),
      ("v C-c C-c", .quit), ("? Q", .quit),
      ("? q q", .quit), ("? C-c C-c", .quit), ("Esc", .show), ("C-l", .redraw), ("v C-l", .redraw),
      ("? C-l", .redraw), ("C-z", .suspend), ("v C-z", .suspend), ("? C-z", .suspend),
      ("3 C-c C-c", .quit),
    ] as [(String, Session.Effect)])
  func `keys quit, redraw and suspend`(keys: String, effect: Session.Effect) throws {
    var session = try Examples.session()
    #expect(session.press(keys) == effect)
  }

  @Test(arguments: ["t", "p V", "6 G d", "6 G d d", "T", "c"])
  func `Esc goes back to the cell from every view, and closes a pop-up first`(
    keys: String
  ) throws {
    var session = try Shipped.family(keys: keys)
    let view = session.view
    #expect(view != .cell)
    session.press("? Esc")
    #expect(session.view == view && session.popup == nil)
    session.press("Esc")
    #expect(session.view == .cell && session.popup == nil)
  }
}
