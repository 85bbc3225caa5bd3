import CellEngine
import Screen
import Testing

@testable import CellScene

/// Words of the text and places in it are found again.
@Suite struct FindingTests {
  private static let text = "the cat which ate fish and ate the fish was full the cat ate"

  private static func session(_ keys: String = "") throws -> Session {
    let model = Examples.model()
    var session = Session(model: model, tokens: try model.vocabulary.tokens(of: text))
    session.press(keys)
    return session
  }

  @Test(arguments: [
    ("/ a t e Enter", 3), ("/ a t e Enter n", 6), ("/ a t e Enter n n", 13),
    ("/ A T E Enter N", 13),
    ("/ a t e Enter n n n", 3), ("/ a t e Enter 2 n", 13), ("G / a t e Enter", 3),
    ("/ t h e Space c a t Enter", 11), ("/ t h e Space c a t Enter n", 0), ("/ f u l Enter", 10),
  ])
  func `the search goes to the next match and round the ends`(keys: String, time: Int) throws {
    #expect(try Self.session(keys).time == time)
  }

  @Test(arguments: [
    ("/ a t e Enter", FindNotice.match("ate", 1, of: 3, wrap: nil)),
    ("/ a t e Enter N", .match("ate", 3, of: 3, wrap: .pastStart)),
    ("/ a t e Enter n n n", .match("ate", 1, of: 3, wrap: .pastEnd)),
    ("/ d o g Enter", .notFound("dog", nearest: nil)),
    ("/ c a x Enter", .notFound("cax", nearest: "cat")), ("n", .nothingSearched),
  ])
  func `the search says where it is and when it went round`(keys: String, notice: FindNotice) throws
  {
    #expect(try Self.session(keys).notice == .find(notice))
  }

  @Test func `an empty line repeats the last search`() throws {
    #expect(try Self.session("/ a t e Enter / Space Enter").time == 6)
  }

  @Test func `exactly the matches are marked on the tape`() throws {
    let session = try Self.session("/ t h e Space f i s h Enter")
    let marked = session.tokens.indices.filter {
      session.wordStyle(at: $0).emphasis.contains(.underlined)
    }
    #expect(marked == [7, 8])
  }

  @Test func `a vocabulary of characters is searched by characters`() throws {
    let vocabulary = Vocabulary(["a", "b", CharacterWords.space, "("])
    let tokens = [0, 1, 2, 3, 0, 1, 2, 1]
    let search = try #require(TextSearch("b (", in: vocabulary))
    #expect(search.places(in: tokens) == [1])
    #expect(tokens.indices.filter { search.covers($0, in: tokens) } == [1, 2, 3])
    #expect(TextSearch("x", in: vocabulary) == nil)
  }

  @Test func `words of one letter with spaces between them are words`() throws {
    let vocabulary = Vocabulary(["a", "b", "c"])
    let search = try #require(TextSearch("b c", in: vocabulary))
    #expect(search.places(in: [0, 1, 2, 1, 1, 2]) == [1, 4])
  }

  @Test func `a bookmark brings back word, micro-step and unit`() throws {
    var session = try Self.session("5 G 4 Space j B A G $ k k B a")
    #expect(session.place == [4, 4] && session.unit == 3)
    session.press("B b")
    #expect(session.notice == .find(.bookmarkUnknown("b")))
    #expect(session.place == [4, 4])
  }

  @Test func `bookmarks go with their words, back and forth`() throws {
    var session = try Self.session("3 G B A g e 2 a n d Enter B a")
    #expect(session.notice == .find(.bookmarkReached("a", word: "which")))
    session.press("z B a")
    #expect(session.notice == .find(.bookmarkReached("a", word: "which")))
  }

  @Test func `bookmarks stand in their pop-up and in the palette`() throws {
    var session = try Self.session("5 G B A B")
    let size = Size(columns: 80, rows: 24)
    #expect(
      Scene(session, size: size).canvas().lines.contains { $0.hasPrefix("│ a  word 5 “fish”") })
    session.press("Esc")
    #expect(session.palette("bookmark a").first?.item == .bookmark("a"))
  }
}
