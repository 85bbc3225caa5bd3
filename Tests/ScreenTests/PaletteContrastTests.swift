import Screen
import Testing

/// Terminals with 16 or 8 colours, whose palettes belong to their owners.
@Suite struct PaletteContrastTests {
  /// The 16 colours as the PC's text mode and as xterm have them.
  static let palettes: [(name: String, colors: [UInt32])] = [
    (
      "VGA",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
        0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]
    ),
    (
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]
    ),
  ]
  /// Solarized (Schoonover 2011) keeps its texts between 3 and 5 to 1 on its own grounds.
  static let solarized: [UInt32] = [
    0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36,
    0xCB4B16, 0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
  ]
  private static func contrast(
    _ theme: Theme, _ style: Style, _ palette: [UInt32], _ depth: ColorDepth = .sixteen
  ) -> Double? {
    let rendition = theme.rendition(of: style, at: depth)
    guard let ink = rendition.foreground, let ground = rendition.background else { return nil }
    return Vision.contrast(Color(palette[ink]), Color(palette[ground]))
  }

  /// What a text or a signal must reach.
  ///
  /// The sign of a box that waits is no text. The selected unit's bars keep their own colours on their ground; their
  /// lengths and signs are read beside them.
  private static func least(_ ink: Ink, on ground: Ground) -> Double {
    switch ground {
    case .focus: [.plain, .box].contains(ink) ? 4.5 : 1.3
    case .waiting: 3
    case .plain, .body, .bar, .layer, .pointwise, .current, .word, .popup:
      [.plain, .key, .alert, .box].contains(ink) ? 4.5 : 3
    }
  }

  @Test func `with 16 colours text is legible on the usual palettes`() throws {
    for theme in [Theme.dark, .light, .contrast] {
      for (name, palette) in Self.palettes {
        for ground in Ground.allCases {
          for ink in Ink.allCases where ink != .faint {
            let found = try #require(Self.contrast(theme, Style(ink, on: ground), palette))
            #expect(found >= Self.least(ink, on: ground), "\(name), \(ink) on \(ground): \(found)")
          }
        }
      }
    }
  }

  /// White is a light grey there, on which red has 3.3 : 1 in the PC's text mode.
  @Test func `with 8 colours text is legible on the usual palettes`() throws {
    for theme in [Theme.dark, .light, .contrast] {
      for (name, palette) in Self.palettes {
        for ground in Ground.allCases {
          for ink in Ink.allCases where ink != .faint {
            let found = try #require(
              Self.contrast(theme, Style(ink, on: ground), palette, .eight))
            let isText = [.plain, .key, .alert, .box].contains(ink)
            #expect(found >= (isText ? 3.2 : 2.6), "\(name), \(ink) on \(ground): \(found)")
          }
        }
      }
    }
  }

  @Test func `on the Solarized palette nothing vanishes`() throws {
    for theme in [Theme.dark, .light, .contrast] {
      for ground in Ground.allCases {
        for ink in Ink.allCases where ink != .faint {
          let style = Style(ink, on: ground)
          let found = try #require(Self.contrast(theme, style, Self.solarized))
          #expect(found >= (ground == .focus ? 1.1 : 2.4), "\(ink) on \(ground): \(found)")
        }
      }
    }
  }
}
