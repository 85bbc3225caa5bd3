import CellEngine
import Screen
import Testing

@testable import CellScene

/// The session told line by line.
@Suite struct LinearTellingTests {
  private static let telling = LinearTelling()

  @Test func `every micro-step of the sentence is one line`() throws {
    var session = try Examples.session()
    let steps = session.tokens.count * (session.lastMicroStep + 1)
    var lines: Set<String> = []
    for _ in 0..<steps {
      let line = Self.telling.answer(session)
      #expect(!line.contains("\n") && line.hasSuffix("."), "\(line)")
      lines.insert(line)
      session.handle(.space)
    }
    #expect(lines.count == steps)
  }

  @Test func `a notice comes before the place`() throws {
    var session = try Examples.session()
    session.press("p")
    let lines = Self.telling.answer(session).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("Word 1 of 8, the, step 1 of 11:") == true)
  }

  @Test func `help is told as a list of all keys`() throws {
    var session = try Examples.session()
    session.press("?")
    let text = Self.telling.answer(session)
    for binding in session.keyMap.bindings(in: .cell) {
      #expect(text.contains(Language.english.text(.command(binding.command))))
    }
  }

  @Test func `a pop-up is told as text without frames`() throws {
    var session = try Examples.session()
    session.press("v")
    let text = Self.telling.answer(session)
    #expect(text.contains("variants of this cell"))
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [
    ("", ["Space"]), ("  ", ["Space"]), ("L", ["L"]), ("3 Space", ["3", "Space"]),
    ("12G", ["1", "2", "G"]), (":12", [":", "1", "2"]), ("C-r PgDn", ["C-r", "PgDn"]),
    ("9 space", ["9", "Space"]), ("9space", ["9", "Space"]),
    (
      "BKSP pgdn c-R f5",
      [
        "Backspace", "PgDn", "C-r", "F5",
      ]
    ),
  ])
  func `a line is a list of keys`(line: String, names: [String]) {
    let read = KeyLine.keys(in: line)
    #expect(read.unknown == nil)
    #expect(read.keys.map(\.name) == names)
  }

  @Test(arguments: Language.allCases)
  func `every name that the program shows for a key is taken as that key`(
    _ language: Language
  ) {
    let keyMap = KeyMap.standard
    for key in Set(keyMap.bindings.flatMap(\.keys)) {
      for name in [key.name, key.shortName] {
        #expect(KeyLine.keys(in: name).keys == [key], "\(name)")
        guard name.count > 1 else { continue }
        #expect(KeyLine.keys(in: name.uppercased()).keys == [key], "\(name)")
        #expect(KeyLine.keys(in: name.lowercased()).keys == [key], "\(name)")
      }
    }
    for context in KeyMap.Context.allCases where context.isView {
      for line in HelpPanel(keyMap, in: context, language).groups().joined()
      where !line.isHeading {
        let read = KeyLine.keys(in: line.keys)
        #expect(read.unknown == nil, "\(line)")
        #expect(read.keys.map(\.shortName).joined(separator: " ") == line.keys)
      }
    }
  }

  @Test func `a word that is no key does nothing`() {
    let read = KeyLine.keys(in: "L Spce L")
    #expect(read.keys.isEmpty && read.unknown == "Spce")
  }
}
