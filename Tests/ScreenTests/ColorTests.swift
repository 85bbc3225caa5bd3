import Screen
import Testing

@Suite struct ColorTests {
  @Test(arguments: 16...255) func `a palette colour is its own nearest`(index: Int) {
    let color = Color(paletteIndex: index)
    #expect(Color(paletteIndex: color.paletteIndex) == color)
  }

  @Test func `the ends of the cube and of the greys are where they belong`() {
    #expect(Color(paletteIndex: 16) == Color(0x000000))
    #expect(Color(paletteIndex: 196) == Color(0xFF0000))
    #expect(Color(paletteIndex: 214) == Color(0xFFAF00))
    #expect(Color(paletteIndex: 231) == Color(0xFFFFFF))
    #expect(Color(paletteIndex: 232) == Color(0x080808))
    #expect(Color(paletteIndex: 255) == Color(0xEEEEEE))
  }

  @Test(arguments: [
    (0, ColorDepth.mono), (2, .mono), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .palette),
    (16_777_216, .palette),
  ])
  func `the number of colours gives the depth`(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
