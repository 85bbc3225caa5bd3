import CellScene
import Screen
import Testing

@Suite struct PreferencesTests {
  @Test func `every setting is read`() throws {
    let read = try Preferences(
      parsing: "# mine\n\n theme = light \nlanguage=english\nkey x = Space\r\nkey = = PgUp\n")
    #expect(read.theme == .light)
    #expect(read.language == .english)
    #expect(read.keys == [.character("x"): .space, .character("="): .pageUp])
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

  @Test func `keys can be exchanged`() {
    let map = KeyMap.standard.giving([
      .character("j"): .character("k"), .character("k"): .character("j"),
    ])
    #expect(map.command(for: .character("j"), in: .cell) == .previousUnit)
    #expect(map.command(for: .character("k"), in: .cell) == .nextUnit)
  }
}
