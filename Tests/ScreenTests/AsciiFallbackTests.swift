import Screen
import Testing

@Suite struct AsciiFallbackTests {
  @Test func `every character in the table takes one column`() {
    for character in AsciiFallback.table.keys {
      #expect(character.columns == 1, "\(character)")
      #expect(!character.isASCII, "\(character)")
    }
  }

  @Test func `every stand-in is ASCII and takes one column`() {
    for (character, replacement) in AsciiFallback.table {
      #expect(replacement.isASCII && replacement.columns == 1, "\(character)")
    }
  }

  @Test(arguments: zip("Γσŷĉ∘×⊗⊕●○₁₂─│╭▶█", "Gsyc*x*+@o12-|+>#"))
  func `the characters of the picture have a stand-in`(character: Character, stand: Character) {
    #expect(AsciiFallback.character(for: character) == stand)
  }

  @Test func `bars of different heights stay different`() {
    let bars = "▁▂▃▄▅▆▇█".map(AsciiFallback.character)
    #expect(Set(bars).count == 8)
  }

  @Test func `a picture keeps its shape`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.write("σ中─a", at: Point(0, 0), Style(.memory))
    #expect(canvas.inASCII.lines == ["s? -a"])
    #expect(canvas.inASCIIButHan.lines == ["s中-a"])
    #expect(canvas.inASCII[0, 0].style == Style(.memory))
    #expect(canvas.inASCII.inkLines == ["mm mm"])
  }
}
