import Testing

@testable import Screen

/// The picture as SVG.
@Suite struct VectorTextTests {
  private static func picture(_ theme: ThemeChoice = .dark) -> String {
    var canvas = Canvas(size: Size(columns: 12, rows: 2))
    canvas.write("a<b> & 門閘", at: Point(0, 0), Style(.forget, on: .bar, .strong))
    canvas.write("x", at: Point(3, 1), Style(.key, on: .plain, [.reversed, .underlined]))
    return canvas.vectorText(theme: theme)
  }

  @Test func `signs of the format are written as text`() {
    #expect(Self.picture().contains(">a&lt;b&gt; &amp; 門閘</text>"))
  }

  @Test func `a run is as wide as its columns, wide characters twice`() {
    #expect(Self.picture().contains(#"<text x="0" y="15" textLength="110""#))
    #expect(Self.picture().contains(#"<rect x="0" y="0" width="110" height="19""#))
  }

  @Test func `emphasis is drawn and what is reversed changes its colours`() throws {
    let line = Self.picture().split(separator: "\n").first { $0.contains(">x<") } ?? ""
    #expect(line.contains("underline") && !line.contains("bold"))
    let paper = Self.picture().split(separator: "\n")[1]
    let ground = try #require(paper.split(separator: "\"").last { $0.first == "#" })
    #expect(line.contains("fill=\"\(ground)\""))
    #expect(Self.picture().contains("bold"))
  }

  @Test(arguments: ThemeChoice.allCases)
  func `plain text differs from the paper, and only colours of the theme are there`(
    _ theme: ThemeChoice
  ) throws {
    let lines = Self.picture(theme).split(separator: "\n")
    let fills = lines.compactMap { line in
      line.split(separator: "\"").first { $0.first == "#" }.map(String.init)
    }
    #expect(theme.paper != theme.ink)
    #expect(fills.first == theme.paper.hexadecimal)
    let isColourless = Set(fills).isSubset(of: [theme.paper.hexadecimal, theme.ink.hexadecimal])
    #expect(isColourless == (theme == .mono))
  }

  @Test(arguments: ThemeChoice.allCases)
  func `every element is closed in every theme`(_ theme: ThemeChoice) {
    let text = Self.picture(theme)
    #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
    #expect(text.ranges(of: "<text ").count == text.ranges(of: "</text>").count)
    #expect(text.ranges(of: "<rect ").count == text.ranges(of: "/>").count)
  }
}
