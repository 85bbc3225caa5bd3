import CellEngine
import Screen
import Testing

@testable import CellScene

/// Another sentence, typed while the program runs.
@Suite struct SentenceTests {
  /// A session that reads a sentence after some keys; its words are letters on keys, spaces `Space`.
  private static func session(
    _ kind: CellKind = .lecture, before: String = "", typing text: String
  ) throws -> Session {
    var session = try Examples.session(kind)
    session.press(before)
    session.press("s")
    for character in text { session.press(character == " " ? "Space" : String(character)) }
    session.press("Enter")
    return session
  }

  @Test(arguments: [CellKind.lecture, .gru(GRU()), .rnn(RNN())])
  func `the numbers are those of a session that began with the sentence`(_ kind: CellKind) throws {
    let session = try Self.session(kind, before: "3 G $", typing: "the dog which ate were full")
    let fresh = try Session(
      model: session.model,
      tokens: session.model.vocabulary.tokens(of: "the dog which ate were full"))
    #expect(session.words.joined(separator: " ") == "the dog which ate were full")
    #expect(session.time == 0 && session.microStep == 0)
    #expect(!session.isWhatIf && session.original == nil)
    #expect(session.run.outputs == fresh.run.outputs)
    #expect(session.before == nil)
  }

  @Test func `a word is completed, and a mark at a word's end is a word`() throws {
    var session = try Examples.session()
    session.press("s t h e Space d Tab Tab Space w h i Tab Enter")
    #expect(session.words.joined(separator: " ") == "the dog which")
  }

  @Test(arguments: [
    ("the cow ate", EditNotice.wordUnknown("cow", nearest: ["dog", "cat", "cats"])),
    (Examples.sentence, .unchanged),
  ])
  func `what cannot be read is said, and nothing changes`(
    text: String, notice: EditNotice
  ) throws {
    let session = try Self.session(before: "3 G", typing: text)
    #expect(session.time == 2 && session.history.past.isEmpty)
    let isOpen = session.popup == .prompt(Prompt(.edit(.sentence), text: text))
    #expect(isOpen == (notice != .unchanged))
    switch (session.notice, notice) {
    case (.edit(.wordUnknown(let word, _)), .wordUnknown(let wanted, _)): #expect(word == wanted)
    case (.edit(let said), _): #expect(said == notice)
    default: Issue.record("\(session.notice as Any)")
    }
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36)])
  func `a sentence with an unknown word stays open beside what is wrong`(
    columns: Int, rows: Int
  ) throws {
    let long = "the dog which already ate fish and the cats which ate the cow"
    var session = try Self.session(typing: long)
    let size = Size(columns: columns, rows: rows)
    func line() -> String? {
      Scene(session, size: size).canvas().lines.first { $0.hasPrefix("another sentence:") }
    }
    #expect(line()?.contains("the cow") == true && line()?.contains("“cow”") == true)
    #expect(line()?.contains("near") == true, "\(line() ?? "")")
    session.press("Backspace Backspace Backspace d o g Enter")
    #expect(session.words.last == "dog" && session.popup == nil)
    session.isDrawn = false
    session.press("s c o w Enter")
    #expect(session.popup == nil)
  }

  @Test func `of the edits those stay that speak of no word`() throws {
    let session = try Self.session(
      before: "e 9 . 5 Enter 2 G e 4 . 5 Enter f 0 Esc g u 1 Esc", typing: "the dog ate")
    let edits = session.experiment.edits
    #expect(edits.numbers == [.initial(.memory, unit: 2): 0.5])
    #expect(edits.clamps.spans.map(\.gate) == [.update])
    #expect(session.isWhatIf)
    #expect(session.original?.outputs.count == 3)
  }

  @Test func `edits are told from the new sentence, undo and the beginning lead back`() throws {
    var session = try Self.session(before: "2 G $", typing: "the dog ate")
    session.press("e 1 c a t Enter")
    #expect(session.words.joined(separator: " ") == "cat dog ate")
    #expect(session.original?.outputs.count == 3)
    #expect(session.forkState == .apart(since: 0, isEnd: false))
    session.press("z z")
    #expect(session.words.joined(separator: " ") == Examples.sentence)
    #expect(session.time == 1 && session.microStep == session.lastMicroStep)
    session.press("Z Z r")
    #expect(session.experiment == session.beginning)
  }

  @Test func `the gradient is left, other views stay`() throws {
    #expect(try Self.session(before: "3 G $ d", typing: "the dog ate").view == .cell)
    #expect(try Self.session(before: "T", typing: "the dog ate").view == .timeline)
  }
}
