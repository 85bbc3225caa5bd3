import Screen
import Testing

@Suite struct KeyTests {
  @Test(arguments: Key.names)
  func `every documented name is a key whose name it is`(name: String) throws {
    let key = try #require(Key(named: name))
    #expect(key.name == name)
  }

  @Test(arguments: "abzABZ019?!<>/=+-.\"é中")
  func `a character is its own name`(character: Character) {
    #expect(Key(named: String(character)) == .character(character))
    #expect(Key.character(character).name == String(character))
  }

  @Test(arguments: "abcdefghijklmnopqrstuvwxyz")
  func `control keys are written with C and a hyphen`(letter: Character) {
    #expect(Key(named: "C-\(letter)") == .control(letter))
    #expect(Key(named: "C-\(letter.uppercased())") == .control(letter))
  }

  @Test(arguments: ["", "F0", "F13", "Fx", "C-", "C-1", "C-xy", "space", "PageUp", "ab"])
  func `what is no name is no key`(name: String) {
    #expect(Key(named: name) == nil)
  }

  @Test func `a blank is the space bar`() {
    #expect(Key(named: " ") == .space)
  }
}
