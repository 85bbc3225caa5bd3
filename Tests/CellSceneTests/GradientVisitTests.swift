import CellEngine
import Screen
import Testing

@testable import CellScene

/// The gradient is a visit: it leads back to where it began, and its loss goes with the words.
@Suite struct GradientVisitTests {
  @Test(arguments: ["d d", "Esc", "c", "t", "V", "T", ": t r a i n Enter", "d c", "d T"])
  func `whatever ends it leads back to where it began`(keys: String) throws {
    let session = try Shipped.family(keys: "L L Space d H Space " + keys)
    #expect(session.view.context != .gradient && session.place == [2, 1])
    let other = try Shipped.family(keys: "L L Space d g e 2 a n d Enter " + keys)
    #expect(other.place == [3, 1], "the word has moved")
  }

  @Test(arguments: [
    ("L L L d g e 2 a n d Enter", "already", "ate"),
    ("L L L d e 2 f i s h Enter", "already", "ate"),
    ("L L L d L e 1 s a w Enter", "already", "saw"), ("L L L d L e 3", "already", "fish"),
    ("L L L d > L e 3", "already", "ran"), ("L L L d e 3", "ate", "fish"),
    ("L L L d g e 2 a n d Enter z", "already", "ate"),
  ])
  func `the loss goes with its word and asks for the one that follows`(
    keys: String, after: String, word: String
  ) throws {
    let session = try Shipped.family(keys: keys)
    #expect(session.words[session.loss.step] == after)
    #expect(session.model.vocabulary.words[session.loss.place] == word)
  }

  @Test func `a check reads no word behind the loss`() throws {
    let session = try Shipped.agreement.session(keys: "5 G d")
    #expect(session.inputs(from: 0).count == 5 && session.inputs(from: 3).count == 2)
  }
}
