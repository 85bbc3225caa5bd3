import Screen
import Testing

@Suite struct ThemeTests {
  static let themes = [Theme.dark, .light, .contrast]
  static let darkGrounds: [Ground] = [.plain, .body, .popup]
  /// What one has to tell apart in the picture of a cell.
  static let signals: [Ink] = [
    .forget, .update, .output, .relevance, .candidate, .memory, .activation, .input,
  ]
  static let styles = Ground.allCases.flatMap { ground in
    Ink.allCases.map { Style($0, on: ground) }
  }

  /// The colours as a terminal with 256 of them shows them.
  static func shown(_ theme: Theme, _ style: Style) -> (ink: Color, ground: Color)? {
    let rendition = theme.rendition(of: style, at: .palette)
    guard let ink = rendition.foreground, let ground = rendition.background else { return nil }
    return (Color(paletteIndex: ink), Color(paletteIndex: ground))
  }

  @Test func `every ink has a colour on every ground`() throws {
    for theme in Self.themes {
      for style in Self.styles { _ = try #require(Self.shown(theme, style), "\(style)") }
    }
  }

  @Test func `text is legible on every ground`() throws {
    for theme in Self.themes {
      for style in Self.styles {
        // The waiting box and the bars carry only some of the inks: see the next test.
        guard style.ground != .waiting, style.ground != .bar else { continue }
        let pair = try #require(Self.shown(theme, style))
        let least = style.ink == .faint ? 3 : 4.5
        let found = Vision.contrast(pair.ink, pair.ground)
        #expect(found >= least, "\(style): \(found)")
      }
    }
  }

  @Test func `high contrast is seven to one on every ground`() throws {
    for style in Self.styles where style.ground != .waiting && style.ground != .bar {
      let pair = try #require(Self.shown(.contrast, style))
      let found = Vision.contrast(pair.ink, pair.ground)
      #expect(found >= (style.ink == .faint ? 4.5 : 7), "\(style): \(found)")
    }
  }

  @Test(arguments: [
    Style(.plain, on: .bar), Style(.key, on: .bar), Style(.alert, on: .bar),
    Style(.memory, on: .bar), Style(.prediction, on: .bar), Style(.plain, on: .waiting),
    Style(.box, on: .waiting),
  ])
  func `the header, the footer and waiting boxes are legible`(style: Style) throws {
    for theme in Self.themes {
      let pair = try #require(Self.shown(theme, style))
      #expect(Vision.contrast(pair.ink, pair.ground) >= 4.5)
    }
  }

  @Test(arguments: [Ground.bar, .waiting]) func `faint text is legible`(ground: Ground) throws {
    for theme in Self.themes {
      let pair = try #require(Self.shown(theme, Style(.faint, on: ground)))
      #expect(Vision.contrast(pair.ink, pair.ground) >= 3)
    }
  }

  @Test(arguments: [Ground.plain, .body, .popup, .bar, .waiting])
  func `no two inks look the same`(ground: Ground) {
    for theme in Self.themes {
      let colors = Set(
        Ink.allCases.map { theme.rendition(of: Style($0, on: ground), at: .palette) })
      #expect(colors.count == Ink.allCases.count)
    }
  }

  @Test func `no two grounds look the same`() {
    for theme in Self.themes {
      let colors = Ground.allCases.map {
        theme.rendition(of: Style(on: $0), at: .palette).background
      }
      #expect(Set(colors).count == Ground.allCases.count, "\(colors)")
    }
  }

  @Test(arguments: Vision.allCases)
  func `signals stay apart for every kind of eye`(vision: Vision) throws {
    for theme in Self.themes {
      for (first, second) in pairs(Self.signals) + [(.positive, .negative)] {
        let one = try #require(Self.shown(theme, Style(first, on: .body)))
        let two = try #require(Self.shown(theme, Style(second, on: .body)))
        let found = vision.difference(one.ink, two.ink)
        #expect(found >= 15, "\(first) and \(second): \(found)")
      }
    }
  }

  @Test(arguments: [ColorDepth.sixteen, .eight])
  func `signals stay apart with few colours`(depth: ColorDepth) {
    let signals: [Ink] = [.forget, .update, .output, .candidate, .memory, .activation, .input]
    for theme in Self.themes {
      let found = Set(signals.map { theme.rendition(of: Style($0, on: .body), at: depth) })
      #expect(found.count == signals.count)
    }
  }

  @Test(arguments: [ColorDepth.sixteen, .eight])
  func `the numbers of few colours exist`(depth: ColorDepth) {
    let limit = depth == .eight ? 8 : 16
    for theme in Self.themes {
      for style in Self.styles {
        let rendition = theme.rendition(of: style, at: depth)
        #expect((0..<limit).contains(rendition.foreground ?? -1), "\(style)")
        #expect((0..<limit).contains(rendition.background ?? -1), "\(style)")
        #expect(rendition.foreground != rendition.background, "\(style)")
      }
    }
  }

  @Test func `without colours boxes and bars are reversed and the rest is not`() {
    for theme in Self.themes {
      for ground in Ground.allCases {
        let rendition = theme.rendition(of: Style(on: ground), at: .mono)
        let isBlock = [.bar, .layer, .pointwise, .current, .word].contains(ground)
        #expect(rendition.foreground == nil && rendition.background == nil)
        #expect(rendition.emphasis.contains(.reversed) == isBlock, "\(ground)")
      }
    }
  }

  @Test(arguments: ColorDepth.allCases)
  func `the emphasis of a style is never lost`(depth: ColorDepth) {
    let emphasis: Emphasis = [.strong, .underlined, .reversed]
    for theme in Self.themes {
      for style in Self.styles {
        let rendition = theme.rendition(of: style.with(emphasis), at: depth)
        #expect(rendition.emphasis.isSuperset(of: emphasis))
      }
    }
  }
}

/// All pairs of different elements.
private func pairs(_ inks: [Ink]) -> [(Ink, Ink)] {
  inks.indices.flatMap { i in inks[(i + 1)...].map { (inks[i], $0) } }
}
