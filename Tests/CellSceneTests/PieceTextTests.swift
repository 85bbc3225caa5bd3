import CellEngine
import Screen
import Testing

@testable import CellScene

/// A session speaks of what its model reads: words, characters or the inputs of a sequence of numbers.
@Suite struct PieceTextTests {
  /// What a session may not speak of.
  private static func foreign(_ piece: Vocabulary.Piece, _ language: Language) -> [String] {
    switch (piece, language) {
    case (.word, _): []
    case (.character, .english): ["word", "Word"]
    case (.input, .english): ["word", "Word", "sentence", "Sentence"]
    case (.character, .traditionalChinese): ["詞"]
    case (.input, .traditionalChinese): ["詞", "句子", "字元"]
    }
  }

  /// Every view, pop-up and notice that such a session can show, but for the help and the lists of
  /// commands.
  private static let everywhere = [
    "", "$", "9 Space", "L", "H", "h", "G L", "9 9 9 9 9 G", "G $ l", "l", "E", "n", "N",
    "f", "f Tab", "f 0", "u 1", "u Tab 1", "f 2", "f v . 5 Enter", "f v 2 Enter", "f c 1 Enter",
    "f c 1 Enter G $", "f 1 f r", "o 1", "2 G f 0 G $", "f 1 z", "f 1 r", "z", "Z", "r", "q",
    "G $ t", "3 G t", "t f 1", "C", "V", "V p", "p", "F", "v", "v 1", "v N", "v j j Enter", "T",
    "T W", "T W D", "T W I G I", "T 3 G I 5 G I", "T a", "T a G I l I", "T D", "T a D",
    "T j k Enter",
    "T G $", "c", "G $ c", "G $ c n", "c n", "c n n", "c m", "f 1 c", "e 1 G $ c", "d", "G $ d",
    "3 G d", "G $ d Space", "G $ d i", "G $ d > >", "3 G d d", "G $ d d", "4 G d 3 Space w",
    "2 G $ d L 9 G d", "3 G d 7 G d", "d ;", "3 G d l l L L", "3 G d d L L", "3 G d c", "c c",
    "e", "G e", "e 1", "2 G e 1 G $", "e 2", "e 3", "e 4", "e 5", "e 2 x Enter", "e 2 9 Enter",
    "e 2 1 e 9 9 9 Enter", "e 2 q 9 Space 1 Enter", "e 3 q 9 Space 1 Enter", "s", "s x Enter",
    "2 G e 2 5 Enter G $", "2 G e 2 1 Space 5 Enter G $", "e k 5 Enter", "w", "w w", "w w w",
    "w w w w", "$ w", "$ w w", "$ w w w", "G $ w", "G $ w w", "G $ w j", "e 2 5 Enter w w w", "/",
    "/ x Enter", "/ q z q Enter", "/ # 3 Enter", "/ a Enter", "M", "' A '", "' a", "' A", "' z",
    "y",
    "x", "b", "Q", "Q Space Space", "Q $ h Space", "Q 9 Space", "Q Q", "K", ": t r a i n Enter",
    ": w o r d Enter", ": u n i t Enter", ": 9 9 9 9 9 Enter", ": x y Enter",
    ": m o d e l Space a g r Enter", "m", "Y", "B", "P", "P Esc", "S",
  ]

  private static func session(_ piece: Vocabulary.Piece) throws -> Session {
    piece == .input ? Examples.numbers(outputs: 3) : try Shipped.source.session()
  }

  @Test(arguments: [Vocabulary.Piece.input, .character], Language.allCases)
  func `no screen speaks of what the model does not read`(
    _ piece: Vocabulary.Piece, _ language: Language
  ) throws {
    let foreign = Self.foreign(piece, language)
    for keys in Self.everywhere {
      var session = try Self.session(piece)
      session.speak(language)
      session.press(keys)
      for columns in [60, 140] {
        let lines = Scene(session, size: Size(columns: columns, rows: 30)).canvas().lines
        for line in lines where foreign.contains(where: { line.contains($0) }) {
          Issue.record("\(keys): \(line)")
        }
      }
    }
  }

  @Test(arguments: [
    (Vocabulary.Piece.input, "f 0", "from input 1 on"),
    (.input, "2 G e 2 5 Enter", "since input 2, “#2”"),
    (.input, "T W I G I", "two inputs inside"), (.input, "/", "an input of the sequence"),
    (.input, ": w o r d Enter", "Type the input’s number alone, from 1 to 9."),
    (.input, "G $ t", "depend on earlier inputs"), (.input, "C", "This is the only model here."),
    (.input, "G $ l", "the end of the sequence"), (.input, "G $ w", "another row"),
    (.character, "G $ c", "next character"),
    (.character, "e", "the text without “"), (.character, "e 1", "another character:"),
    (.character, "G $ w", "another character"), (.character, "/", "letters of the text"),
    (.character, "G $ l", "the end of the text"),
  ])
  func `it speaks of what the model reads`(
    _ piece: Vocabulary.Piece, keys: String, text: String
  ) throws {
    var session = try Self.session(piece)
    session.press(keys)
    let lines = Scene(session, size: Size(columns: 140, rows: 30)).canvas().lines
    #expect(lines.contains { $0.contains(text) }, "\(lines)")
  }

  @Test func `where the layer behind the cell makes one number, no other row is offered`() {
    let lines = lines(Examples.numbers(outputs: 1).pressing("G $ w"), 80)
    #expect(lines.contains { $0.contains("Tab asks another number.") }, "\(lines)")
  }

  @Test func `where no other cell is, no key is said to go on to one`() throws {
    for columns in [60, 80, 120] {
      let alone = lines(Examples.numbers(.rnn(RNN())).pressing("V"), columns)
      #expect(alone.contains { $0.contains("has no gates with peepholes.") }, "\(alone)")
    }
    let family = lines(try Shipped.family(keys: "C C V"), 120)
    #expect(family.contains { $0.contains("C goes on to another cell") }, "\(family)")
  }

  private func lines(_ session: Session, _ columns: Int) -> [String] {
    Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
  }
}

extension Session {
  fileprivate func pressing(_ keys: String) -> Session {
    var session = self
    session.press(keys)
    return session
  }
}
