import CellEngine
import Screen
import Testing
import Training

@testable import CellScene

/// Themes, the blank screen and the screen without colours.
@Suite struct AppearanceTests {
  private static let size = Size(columns: 80, rows: 24)

  @Test func `Y goes through all themes and says which one it is`() throws {
    var session = try Examples.session()
    for theme in ThemeChoice.allCases.dropFirst() + [.dark] {
      session.press("Y")
      #expect(session.theme == theme)
      #expect(session.notice == .appearance(.theme(theme)))
    }
  }

  @Test(arguments: ["b", "."]) func `any key brings a blank screen back as it was`(key: String)
    throws
  {
    for back in ["q", "C-c", "Space", "b", "5"] {
      var session = try Examples.session()
      session.press("5 G 3 Space p")
      let before = session
      session.press(key)
      #expect(Scene(session, size: Self.size).canvas() == Canvas(size: Self.size))
      session.press(back)
      #expect(session.state.lasting == before.state.lasting)
    }
  }

  @Test func `what a key changes in colour it changes without colour too`() throws {
    var random = SplitMix64(seed: 7)
    var session = try Shipped.agreement.session(Shipped.sentences[0])
    let keys = session.keyMap.bindings(in: .cell).flatMap(\.keys).filter { $0 != .character("Y") }
    var last = Scene(session, size: Self.size).canvas()
    for _ in 0..<3000 {
      let key = try #require(keys.randomElement(using: &random))
      session.handle(key)
      let next = Scene(session, size: Self.size).canvas()
      if next != last {
        try #require(Self.withoutColor(next) != Self.withoutColor(last), "\(key.name)")
      }
      last = next
    }
  }

  /// What a terminal without colours shows of a canvas.
  private static func withoutColor(_ canvas: Canvas) -> [[String]] {
    (0..<canvas.size.rows).map { row in
      canvas.row(row).map { glyph in
        let look = Theme.dark.rendition(of: glyph.style, at: .mono)
        return "\(glyph.character)\(look.emphasis.rawValue)"
      }
    }
  }

  @Test(arguments: [
    AppearanceNotice.terminal(named: "", used: "xterm-256color"),
    .terminal(named: "a-terminal-of-tomorrow", used: "xterm-256color"),
  ])
  func `an unknown terminal is explained in one sentence`(notice: AppearanceNotice) {
    let phrase = Phrase.notice(.appearance(notice), .standard)
    for text in [English.text(phrase), English.shortText(phrase)] {
      #expect(text.hasSuffix(".") && text.contains("xterm-256color") && text.columns <= 77)
    }
  }
}
