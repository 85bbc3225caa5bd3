import Screen
import Testing

@Suite struct ThemeChoiceTests {
  @Test func `going from theme to theme shows each once and returns`() {
    var seen: [ThemeChoice] = []
    var choice = ThemeChoice.dark
    repeat {
      seen.append(choice)
      choice = choice.next
    } while choice != .dark
    #expect(seen == ThemeChoice.allCases)
  }

  @Test(arguments: ColorDepth.allCases)
  func `no theme uses more colours than there are`(depth: ColorDepth) {
    let count: [ColorDepth: Int] = [.mono: 0, .eight: 8, .sixteen: 16, .palette: 256]
    for choice in ThemeChoice.allCases {
      for style in ThemeTests.styles {
        let rendition = choice.theme.rendition(of: style, at: choice.depth(of: depth))
        for color in [rendition.foreground, rendition.background].compactMap(\.self) {
          #expect(color < count[depth] ?? 0, "\(choice) \(style)")
        }
      }
    }
  }

  @Test func `without colours there are none`() {
    for style in ThemeTests.styles {
      let rendition = ThemeChoice.mono.theme.rendition(
        of: style, at: ThemeChoice.mono.depth(of: .palette))
      #expect(rendition.foreground == nil && rendition.background == nil)
    }
  }

  @Test func `the terminal's own colours leave its background alone where text stands`() {
    for style in ThemeTests.styles {
      let rendition = Theme.terminal.rendition(of: style, at: .eight)
      guard let background = rendition.background else { continue }
      #expect(rendition.foreground == 0, "\(style) on \(background)")
      #expect([.layer, .pointwise, .word].contains(style.ground))
    }
  }

  @Test func `signals differ in the terminal's own colours`() {
    let inks: [Ink] = [.forget, .update, .output, .candidate, .memory, .activation, .input]
    let found = Set(inks.map { Theme.terminal.rendition(of: Style($0, on: .body), at: .eight) })
    #expect(found.count == inks.count)
  }

  @Test func `NO_COLOR is heeded unless colours are asked for`() {
    for depth in ColorDepth.allCases {
      #expect(ColorChoice.auto.depth(of: depth, noColor: false) == depth)
      #expect(ColorChoice.auto.depth(of: depth, noColor: true) == .mono)
      #expect(ColorChoice.always.depth(of: depth, noColor: true) == depth)
      #expect(ColorChoice.never.depth(of: depth, noColor: false) == .mono)
    }
  }
}
