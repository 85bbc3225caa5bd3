import CellEngine
import Screen
import Testing

@testable import CellScene

@Suite struct PreferencesTests {
  @Test func `every setting is read`() throws {
    let read = try Preferences(
      parsing: "# mine\n\n theme = light \nlanguage=english\nkey x = Space\r\nkey = = PgUp\n")
    #expect(read.theme == .light)
    #expect(read.language == .english)
    #expect(read.keys == [.character("x"): .space, .character("="): .pageUp])
  }

  @Test func `a key may have any name that the program shows`() throws {
    let read = try Preferences(parsing: "key X = space\nkey ↑ = BKSP\nkey f6 = c-R")
    #expect(
      read.keys == [.character("X"): .space, .up: .backspace, .function(6): .control("r")])
  }

  @Test func `an empty text wants nothing`() throws {
    #expect(try Preferences(parsing: "") == Preferences())
    #expect(try Preferences(parsing: "\n# theme = light\n \t \n") == Preferences())
  }

  @Test(arguments: [
    ("theme = lihgt", 1, "dark, light, contrast, mono, terminal"),
    ("\n\ncolour = red", 3, "colour"),
    ("theme light", 1, "theme light"), ("key x Space", 1, "key x Space"),
    ("key x = Spc", 1, "Spc"), ("# \nkey xx = Space", 2, "xx"),
    ("theme = dark\ntheme = dark", 2, "second time"), ("key a = b\nkey a = c", 2, "key a"),
    ("\nkey 3 = Space", 2, "“3”, but digits count"),
    ("=", 1, "sets"), ("theme =", 1, "theme = “”"),
  ])
  func `a line that is not understood is named`(text: String, line: Int, reason: String) {
    let error = #expect(throws: PreferencesError.self) { try Preferences(parsing: text) }
    #expect(error?.line == line)
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("line \(line) ") == true)
  }

  @Test func `a key that is given does what the other key does, and no longer what it did`() throws
  {
    let map = KeyMap.standard.giving([.character("p"): .space, .character("ß"): .character("q")])
    #expect(map.command(for: .character("p"), in: .cell) == .nextMicroStep)
    #expect(map.command(for: .space, in: .cell) == .nextMicroStep)
    #expect(map.command(for: .character("ß"), in: .help) == .close)
    #expect(!map.bindings.flatMap(\.keys).isEmpty)
    #expect(map.bindings.first { $0.command == .toggleAllPeepholes }?.keys == [])
  }

  @Test func `no key given means the same table`() {
    #expect(KeyMap.standard.giving([:]).bindings == KeyMap.standard.bindings)
  }

  @Test(arguments: ["colour = red", "colour red"])
  func `who mistakes a setting is told of all that there are`(text: String) throws {
    let error = #expect(throws: PreferencesError.self) { try Preferences(parsing: text) }
    let sentence = try #require(error?.description)
    for setting in ["theme = light", "ambiguous = narrow", "language = english", "key x = q"] {
      #expect(throws: Never.self) { try Preferences(parsing: setting) }
      #expect(sentence.contains(try #require(setting.split(separator: " ").first)), "\(setting)")
    }
  }

  /// A session in which some keys are given away, after others.
  private func session(giving keys: [String: String], pressing pressed: String) throws -> Session {
    let model = Examples.model()
    let pairs = try keys.map { (try #require(Key(named: $0)), try #require(Key(named: $1))) }
    var session = Session(
      model: model, tokens: try model.vocabulary.tokens(of: Examples.sentence),
      keyMap: KeyMap.standard.giving(Dictionary(uniqueKeysWithValues: pairs)))
    session.press(pressed)
    return session
  }

  @Test(
    arguments: [
      ("f", ["0": "F6", "F6": "0"], "F6 ○ shut"),
      ("f", ["v": "F6", "F6": "v"], "F6 ○ another value"),
      ("f", ["Tab": "F6", "F6": "Tab"], "F6 ● from"), ("f", ["c": "F6", "F6": "c"], "F6 set c<0>"),
      ("v", ["1": "F6", "F6": "1"], "F6 Γo’s peephole"),
      ("e", ["1": "F6", "F6": "1"], "F6 another word"),
      ("x", ["t": "F6", "F6": "t"], "F6 txt"),
    ] as [(String, [String: String], String)])
  func `a pop-up names the keys as they were given`(
    popup: String, keys: [String: String], shown: String
  ) throws {
    let session = try session(giving: keys, pressing: popup)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines.dropLast()
      .map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains { $0.contains(shown) }, "\(lines)")
    let old = try #require(keys.keys.first { $0 != "F6" })
    #expect(!lines.contains { $0.contains(shown.replacing("F6", with: old)) })
  }

  @Test func `what lost its keys is no heading of the help, but the palette finds it`() throws {
    let command = Language.english.text(.command(.toggleAllPeepholes))
    var session = try session(giving: ["p": "Space"], pressing: "?")
    let headings = Set(
      KeyMap.Group.allCases.map { Language.english.text(.helpGroup($0)) })
    let lines = HelpPanel(session.keyMap, in: .cell, .english).groups().flatMap { $0 }
    #expect(lines.filter(\.isHeading).allSatisfy { headings.contains($0.text) })
    #expect(!LinearTelling().answer(session).contains(command))
    for view in ["", "T ", "6 G d "] {
      session = try self.session(giving: ["p": "Space"], pressing: view + ":")
      #expect(session.palette("").contains { $0.text == command }, "\(view)")
    }
  }

  @Test func `keys can be exchanged`() {
    let map = KeyMap.standard.giving([
      .character("j"): .character("k"), .character("k"): .character("j"),
    ])
    #expect(map.command(for: .character("j"), in: .cell) == .previousUnit)
    #expect(map.command(for: .character("k"), in: .cell) == .nextUnit)
  }
}
