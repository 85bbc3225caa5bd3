import Testing

@testable import Screen

@Suite struct CanvasTests {
  @Test("Wide characters of all blocks take two columns, and their neighbours one")
  func wideCharacters() {
    for character in "◽⌚☔⚡✅❌⭐〇中㉈䷀한ｗ𠀀🟢🫠😀" as String {
      #expect(character.columns == 2, "\(character)")
    }
    for mark in ["\u{302A}", "\u{3099}", "\u{16FE4}"] as [Character] {
      #expect(mark.columns == 0, "U+\(String(mark.unicodeScalars.first?.value ?? 0, radix: 16))")
    }
    for character in "▸₈σ⊗∘☀✓★🌡ﬀ" as String {
      #expect(character.columns == 1, "\(character)")
    }
  }

  @Test func `What is counted without looking it up is one column, and never joins its neighbour`()
  {
    let simple = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isSimple)
    #expect(simple.count > 900)
    for scalar in simple {
      let isMark = [.nonspacingMark, .enclosingMark, .spacingMark, .format, .control]
        .contains(scalar.properties.generalCategory)
      #expect(
        !isMark && !WideCharacters.contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
    }
    let text = String(String.UnicodeScalarView(simple))
    #expect(text.count == simple.count)
    #expect(text.columns == simple.count)
    #expect("Γf\u{301} = 猫".columns == 7)
  }

  @Test func `text is clipped at the right edge`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    let end = canvas.write("abcdef", at: Point(1, 0))
    #expect(canvas.lines == [" abc"])
    #expect(end == 4)
  }

  @Test func `text is clipped at its own limit`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.write("abcdef", at: Point(0, 0), limit: 3)
    #expect(canvas.lines == ["abc"])
  }

  @Test func `text that begins left of the canvas shows its rest`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("abcdef", at: Point(-2, 0))
    #expect(canvas.lines == ["cdef"])
  }

  @Test(arguments: [Point(0, -1), Point(0, 2), Point(5, 0)])
  func `drawing outside changes nothing`(place: Point) {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.write("abc", at: place)
    canvas.fill(Rectangle(x: 4, y: 2, columns: 9, rows: 9), Glyph("#"))
    #expect(canvas == Canvas(size: Size(columns: 4, rows: 2)))
  }

  @Test func `a rectangle that sticks out is filled as far as it is inside`() {
    var canvas = Canvas(size: Size(columns: 3, rows: 3))
    canvas.fill(Rectangle(x: -1, y: -1, columns: 3, rows: 3), Glyph("#"))
    #expect(canvas.lines == ["##", "##", ""])
  }

  @Test func `a wide character takes two columns`() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    #expect(canvas.write("中a", at: Point(0, 0)) == 3)
    #expect(canvas[1, 0].isContinuation)
    #expect(canvas.lines == ["中a"])
  }

  @Test func `a wide character is not cut in half at the left edge`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("記ab", at: Point(-1, 0))
    #expect(canvas.lines == [" ab"])
  }

  @Test func `a wide character is not cut in half at the edge`() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.write("a中文", at: Point(0, 0))
    #expect(canvas.lines == ["a中"])
  }

  @Test(arguments: [(0, "x 文"), (1, " x文"), (2, "中x"), (3, "中 x")])
  func `overwriting half of a wide character blanks the other half`(x: Int, line: String) {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("中文", at: Point(0, 0))
    canvas.write("x", at: Point(x, 0))
    #expect(canvas.lines == [line])
  }

  @Test func `control and format characters are never drawn`() {
    var canvas = Canvas(size: Size(columns: 9, rows: 1))
    canvas.write("a\u{1B}[b\u{202E}c\u{200B}\u{9B}\u{7F}d", at: Point(0, 0))
    #expect(canvas.lines == ["a[bcd"])
  }

  @Test func `a character with a combining mark is one glyph`() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    #expect(canvas.write("e\u{301}x", at: Point(0, 0)) == 2)
  }

  @Test func `ink, ground and emphasis are written as one letter for each glyph`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    canvas.write("a", at: Point(1, 0), Style(.forget, on: .body, .strong))
    canvas.write("中", at: Point(2, 0), Style(.memory, on: .popup, [.strong, .underlined]))
    #expect(canvas.inkLines == [" fm", ""])
    #expect(canvas.groundLines == [" BU", ""])
    #expect(canvas.emphasisLines == [" 13", ""])
  }

  @Test func `every ink and every ground has a letter of its own`() {
    #expect(Set(Ink.allCases.map(\.letter)).count == Ink.allCases.count)
    #expect(Set(Ground.allCases.map(\.letter)).count == Ground.allCases.count)
  }

  @Test func `an empty canvas can be drawn on`() {
    var canvas = Canvas(size: Size(columns: 0, rows: -3))
    canvas.write("abc", at: Point(0, 0))
    #expect(canvas.lines.isEmpty)
  }
}
