import CellEngine
import Screen
import Testing

@testable import CellScene

/// A text that is typed over several lines of the linear mode.
@Suite struct OpenTextTests {
  @Test(arguments: [
    (["s", "the dogs", "which"], "the dogs which"),
    (["s the dogs", "which ate"], "the dogs which ate"),
    (["s", "the dogs", "a cat"], "the dogs a cat"),
    (["s", "the dogs Space", "which"], "the dogs which"),
    (["s", "the dogs", "Space which"], "the dogs which"), (["s", "the", "d o g s"], "thedogs"),
    ([":", "unit", "5x"], "unit 5x"), (["f v", ".", "9"], ".9"),
  ])
  func `a line goes on with the text of the line before as with its next word`(
    lines: [String], text: String
  ) throws {
    var session = try Examples.session()
    for line in lines { session.take(line) }
    guard case .prompt(let prompt) = session.popup else {
      Issue.record("the text has been closed")
      return
    }
    #expect(prompt.text == text)
  }

  @Test func `a model of characters gets no space that was not typed`() throws {
    var session = try Shipped.source.session()
    for line in ["s", "pri", "nt Space", "it"] { session.take(line) }
    #expect(session.popup == .prompt(Prompt(.edit(.sentence), text: "print it")))
  }
}
