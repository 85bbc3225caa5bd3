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

  @Test(arguments: Language.allCases)
  func `that something runs by itself is not said where it does not`(_ language: Language) throws {
    for keys in ["a", ": t r a i n Enter a"] {
      var session = try Shipped.family(keys: keys)
      session.speak(language)
      let text = Self.telling.answer(session)
      #expect(text.hasPrefix(language.text(.linear(.waits)) + "\n"), "\(text)")
      session.press("a")
      #expect(!Self.telling.answer(session).contains(language.text(.linear(.waits))))
    }
  }

  @Test(arguments: [
    ("S", "j", "2 the LSTM"), ("S", "9", "9 the line"), ("v", "j", "2 a<t> = "), ("e", "j", "2 "),
  ])
  func `of a list that was told only the line is told that is chosen now`(
    open: String, key: String, chosen: String
  ) throws {
    var session = try Shipped.everything()
    session.press(open)
    let opened = Self.telling.answer(session).split(separator: "\n")
    #expect(opened.count > 5)
    let before = session
    session.press(key)
    let lines = Self.telling.answer(session, after: before).split(separator: "\n")
    let line = try #require(lines.count == 1 ? lines.first : nil, "\(lines)")
    #expect(line.hasPrefix("▸") && line.drop { "▸ ".contains($0) }.hasPrefix(chosen), "\(line)")
  }

  @Test(arguments: Language.allCases)
  func `another unit is named, whatever the sentence says`(_ language: Language) throws {
    var session = try Examples.session()
    session.speak(language)
    var answers: Set<String> = []
    for line in ["j", "k", ": u n i t Space 1 Enter"] {
      let before = session
      session.press(line)
      let text = Self.telling.answer(session, after: before)
      let unit = LinearPhrase.unit(session.unit + 1, of: session.run.cell.unitCount)
      #expect(text.contains(language.text(.linear(unit)) + "\n"), "\(text)")
      answers.insert(text)
    }
    #expect(answers.count == 3)
  }

  @Test(arguments: Language.allCases)
  func `what a star would mark is named where no star is seen`(_ language: Language) throws {
    var session = try Examples.session()
    session.speak(language)
    session.isDrawn = false
    session.press("5 L $ p")
    let told = try #require(Self.telling.answer(session).split(separator: "\n").first)
    #expect(told.contains("Γf") && told.contains("ŷ<6>"), "\(told)")
    #expect(!told.contains("star") && !told.contains("星"))
  }

  @Test(arguments: ["b", ".", "y", "F5"])
  func `a key that is about the drawing says so and swallows nothing`(key: String) throws {
    var session = try Examples.session()
    session.isDrawn = false
    session.press(key)
    #expect(!session.isBlank && !session.hasMouse && !session.isPresenting)
    #expect(Self.telling.answer(session).hasPrefix("Nothing is drawn here"))
    session.press("L")
    #expect(session.time == 1)
  }

  @Test func `a list has one entry to a line, in the order of its keys`() throws {
    for (keys, names) in [
      ("e", ["1", "2", "3", "4"]), ("f", ["0", "1", "v", "x", "Tab", "Tab", "c"]),
    ] {
      var session = try Examples.session()
      session.press(keys)
      let lines = Self.telling.answer(session).split(separator: "\n").dropFirst()
      let told = lines.map { $0.split(separator: " ").first { $0 != "▸" } ?? "" }
      #expect(told.prefix(names.count).map(String.init) == names, "\(lines)")
    }
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

  @Test(arguments: [
    ("/ fish", "/ f i s h"), ("/fish", "/ f i s h"), (": train", ": t r a i n"),
    (":unit 5", ": u n i t Space 5"), ("/ the cats", "/ t h e Space c a t s"),
    ("/ f i s h Enter L", "/ f i s h Enter L"), ("e 1 dog Enter", "e 1 d o g Enter"),
    ("f v .9 Enter", "f v . 9 Enter"), ("/ e n d", "/ e n d"), ("/ End", "/ End"),
  ])
  func `where a text is typed a word that is no key stands for its letters`(
    line: String, names: String
  ) throws {
    let read = KeyLine.keys(in: line, for: try Examples.session())
    #expect(read.unknown == nil)
    #expect(read.keys.map(\.name).joined(separator: " ") == names)
  }

  @Test func `behind the text a word that is no key does nothing again`() throws {
    let read = KeyLine.keys(in: "/ fish Enter dog", for: try Examples.session())
    #expect(read.keys.isEmpty && read.unknown == "dog")
  }

  @Test(arguments: [
    ["e", "1", "d o g Enter"], ["e", "1", "dog", ""], ["e", "1", "d", "o g", "Enter"],
  ])
  func `a text stays open from line to line until Enter`(lines: [String]) throws {
    var session = try Examples.session()
    for line in lines.dropLast() { session.take(line) }
    guard case .prompt = session.popup else {
      Issue.record("the text has been closed")
      return
    }
    session.take(lines[lines.count - 1])
    #expect(session.popup == nil)
    #expect(session.words[0] == "dog")
  }

  @Test(arguments: [["/ fish"], ["/fish"], ["/", "fish", ""], [": 6"], [":6"], [":", "6 Enter"]])
  func `a line that begins a command or a search is done at its end`(lines: [String]) throws {
    var session = try Examples.session()
    for line in lines { session.take(line) }
    #expect(session.popup == nil)
    #expect(session.words[session.time] == "fish")
  }

  @Test(arguments: Language.allCases)
  func `an open text says what it waits for and how it is typed`(_ language: Language) throws {
    for (lines, purpose) in [(["/"], Prompt.Purpose.search), ([":"], .command)] {
      var session = try Examples.session()
      session.speak(language)
      for line in lines { session.take(line) }
      let text = Self.telling.answer(session)
      #expect(text.contains(language.text(.promptHint(purpose, .word))), "\(text)")
      #expect(text.contains("Enter " + language.text(.footer(.acceptPrompt))), "\(text)")
      #expect(text.contains(language.text(.linear(.typing))), "\(text)")
    }
  }

  @Test func `an open pop-up tells its keys and what there is to say`() throws {
    var session = try Examples.session()
    session.press("v")
    #expect(Self.telling.answer(session).contains("Enter switch"))
    session.press("X")
    #expect(Self.telling.answer(session).hasPrefix("X does nothing here"))
  }
}

extension Session {
  /// Presses the keys of a line as the linear mode does.
  mutating func take(_ line: String) {
    let start = self
    let (keys, unknown) = KeyLine.keys(in: line, for: self)
    #expect(unknown == nil)
    for key in keys { handle(key) }
    if KeyLine.isDone(self, after: start) { handle(.enter) }
  }
}
