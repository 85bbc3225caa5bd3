import CellEngine
import Screen
import Testing

@testable import CellScene

/// A model that reads characters is not said to read words, where it is seen at every step.
@Suite struct CharacterTextTests {
  @Test(arguments: Language.allCases, ["", "$", "G $", "G L", "H", "9 9 9 G", "T W", "T W D"])
  func `no line of the cell and the timeline speaks of words`(
    _ language: Language, keys: String
  ) throws {
    var session = try Shipped.source.session()
    session.speak(language)
    session.press(keys)
    for columns in [60, 80, 120] {
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      #expect(!lines.contains { $0.contains(language.pieceName(.word)) }, "\(lines)")
    }
  }

  @Test(arguments: [
    ("", "L char "), ("$", "most likely next character is"), ("G L", "This is the last character."),
    ("H", "This is the first character."), ("T", "characters 1–"),
    ("9 9 9 G", " characters; this is the last."), ("T W D j", "first, over 134 characters"),
  ])
  func `they speak of characters`(keys: String, text: String) throws {
    let session = try Shipped.source.session(keys: keys)
    let lines = Scene(session, size: Size(columns: 120, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains(text) }, "\(lines)")
  }

  @Test func `told line by line, its place is that of a character`() throws {
    let session = try Shipped.source.session(keys: "L")
    #expect(LinearTelling().answer(session).hasPrefix("Character 2 of "))
  }
}

extension Language {
  fileprivate func pieceName(_ piece: Vocabulary.Piece) -> String {
    switch self {
    case .english: English.name(piece)
    case .traditionalChinese: TraditionalChinese.name(piece)
    }
  }
}
