/// What every meaning looks like: a table from `Style` to colours and attributes.
///
/// Hues are chosen so that they stay apart for colour-blind eyes (tested by simulation); no two
/// meanings differ by red against green alone. Terminals with few colours get hand-picked ones:
/// the nearest of eight colours merges meanings.
public struct Theme: Sendable {
  /// The colours of an ink, one for each kind of ground and terminal.
  struct InkColors: Sendable {
    /// On most grounds.
    let usual: Color
    /// On `.current`, if that ground is light and the others are dark.
    var current: Color?
    /// Of 16 colours; nil is the terminal's own.
    let sixteen: Int?
    /// Of 8 colours, nil is the terminal's own; bold makes 8 more in most terminals.
    let eight: Int?
    /// What the terminals with 8 colours add.
    var emphasis: Emphasis = []
  }

  /// The colours of a ground, one for each kind of terminal.
  struct GroundColors: Sendable {
    let color: Color
    /// The ink on it if it is too light, or too rarely coloured, for the inks' own colours.
    var ink: Color?
    /// Background and ink of 16 colours; without an ink the inks keep their own, without a
    /// background it is the terminal's own.
    let sixteen: (ground: Int?, ink: Int?)
    /// Background and ink of 8 colours.
    let eight: (ground: Int?, ink: Int?)
    /// What stands for the ground without a background.
    let mono: Emphasis
  }

  let inks: [Ink: InkColors]
  let grounds: [Ground: GroundColors]
}

/// The colours and attributes of a style.
public struct Appearance: Hashable, Sendable {
  /// The colour of the strokes, nil for the terminal's own.
  public var foreground: Color?
  /// The colour behind them, nil for the terminal's own.
  public var background: Color?
  /// The attributes.
  public var emphasis: Emphasis
}

/// An appearance in the numbers of a terminal's palette.
public struct Rendition: Hashable, Sendable {
  /// The number of the strokes' colour, nil for the terminal's own.
  public var foreground: Int?
  /// The number of the colour behind them, nil for the terminal's own.
  public var background: Int?
  /// The attributes.
  public var emphasis: Emphasis
}

extension Emphasis {
  /// Darker than usual, where the terminal can; themes use it where colours are few.
  public static let dimmed = Emphasis(rawValue: 8)
}

extension Theme {
  /// What a style looks like with all colours.
  public subscript(style: Style) -> Appearance {
    let ground = grounds[style.ground]
    let ink = inks[style.ink]
    let foreground = ground?.ink ?? (style.ground == .current ? ink?.current : nil) ?? ink?.usual
    return Appearance(
      foreground: foreground, background: ground?.color, emphasis: style.emphasis)
  }

  /// What a style looks like on a terminal with so many colours.
  public func rendition(of style: Style, at depth: ColorDepth) -> Rendition {
    switch depth {
    case .palette:
      let appearance = self[style]
      return Rendition(
        foreground: appearance.foreground?.paletteIndex,
        background: appearance.background?.paletteIndex, emphasis: style.emphasis)
    case .sixteen:
      let ground = grounds[style.ground]?.sixteen
      return few(style, ground: ground, ink: inks[style.ink]?.sixteen, emphasis: [])
    case .eight:
      let ink = inks[style.ink]
      let ground = grounds[style.ground]?.eight
      return few(style, ground: ground, ink: ink?.eight, emphasis: ink?.emphasis ?? [])
    case .mono:
      return mono(style)
    }
  }

  private func few(
    _ style: Style, ground: (ground: Int?, ink: Int?)?, ink: Int?, emphasis: Emphasis
  ) -> Rendition {
    if ground?.ground == nil, let mark = grounds[style.ground]?.mono, !mark.isEmpty {
      return mono(style)
    }
    // On a coloured ground bold must not brighten the black ink to grey.
    let own = ground?.ink == nil ? emphasis : []
    return Rendition(
      foreground: ground?.ink ?? ink, background: ground?.ground,
      emphasis: style.emphasis.union(own))
  }

  /// Reversing what a ground has already reversed would make it vanish; it is underlined instead.
  private func mono(_ style: Style) -> Rendition {
    let ground = grounds[style.ground]?.mono ?? []
    var emphasis = style.emphasis.union(ground)
    if style.emphasis.contains(.reversed), ground.contains(.reversed) {
      emphasis.insert(.underlined)
    }
    if style.ink == .faint, !ground.contains(.reversed) { emphasis.insert(.dimmed) }
    if style.ink == .alert { emphasis.insert(.strong) }
    return Rendition(emphasis: emphasis)
  }
}
