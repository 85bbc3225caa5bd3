extension Canvas {
  /// The picture as an SVG text: a rectangle for each run of a ground, a line of text for each run of
  /// a style, stretched to its columns so that boxes join in any font.
  ///
  /// Source: Scalable Vector Graphics (SVG) 1.1, W3C.
  public func vectorText(theme: ThemeChoice = .dark) -> String {
    let (width, height) = (size.columns * Self.glyphWidth, size.rows * Self.glyphHeight)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        + #"viewBox="0 0 \#(width) \#(height)" font-size="16.6" font-family="'DejaVu Sans Mono', "#
        + #"'Noto Sans Mono CJK TC', monospace" xml:space="preserve">"#,
      #"<rect width="\#(width)" height="\#(height)" fill="\#(theme.paper.hexadecimal)"/>"#,
    ]
    for y in 0..<size.rows {
      for run in runs(of: y) { lines += draw(run, y, theme) }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// A glyph's room; the font's size makes an advance of .602 em, as DejaVu Sans Mono has it, fill it
  /// also where stretching is not understood.
  private static let (glyphWidth, glyphHeight) = (10, 19)

  /// Glyphs of one style side by side.
  private struct Run {
    let x: Int
    let style: Style
    var text = ""
    var columns = 0
  }

  private func runs(of y: Int) -> [Run] {
    var runs: [Run] = []
    for (x, glyph) in row(y).enumerated() {
      if runs.last?.style != glyph.style { runs.append(Run(x: x, style: glyph.style)) }
      runs[runs.count - 1].columns += 1
      if !glyph.isContinuation { runs[runs.count - 1].text.append(glyph.character) }
    }
    return runs
  }

  private func draw(_ run: Run, _ y: Int, _ theme: ThemeChoice) -> [String] {
    let look = theme.look(of: run.style)
    let isReversed = look.emphasis.contains(.reversed)
    let colors = (look.foreground ?? theme.ink, look.background ?? theme.paper)
    let (ink, ground) = isReversed ? (colors.1, colors.0) : colors
    let (x, top) = (run.x * Self.glyphWidth, y * Self.glyphHeight)
    let width = run.columns * Self.glyphWidth
    var lines: [String] = []
    if ground != theme.paper {
      lines.append(
        #"<rect x="\#(x)" y="\#(top)" width="\#(width)" height="\#(Self.glyphHeight)" "#
          + #"fill="\#(ground.hexadecimal)"/>"#)
    }
    guard run.text.contains(where: { $0 != " " }) else { return lines }
    let weight = look.emphasis.contains(.strong) ? #" font-weight="bold""# : ""
    let line = look.emphasis.contains(.underlined) ? #" text-decoration="underline""# : ""
    lines.append(
      #"<text x="\#(x)" y="\#(top + 15)" textLength="\#(width)" lengthAdjust="spacingAndGlyphs" "#
        + #"fill="\#(ink.hexadecimal)"\#(weight)\#(line)>\#(Self.escaped(run.text))</text>"#)
    return lines
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case _: String(character)
      }
    }.joined()
  }
}

extension Color {
  /// The colour as it is written in HTML, such as `#FFAF00`.
  var hexadecimal: String {
    let digits = Array("0123456789ABCDEF")
    let parts = [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
    return "#" + parts.joined()
  }
}

extension ThemeChoice {
  /// The picture's ground; where the theme leaves it to the terminal, nearly black.
  var paper: Color { look(of: Style()).background ?? Color(0x121212) }

  /// The colour of plain text; where the theme leaves it to the terminal, light grey.
  var ink: Color { look(of: Style()).foreground ?? Color(0xD0D0D0) }

  /// What a style looks like in a picture: themes of fewer colours have no others there either.
  func look(of style: Style) -> Appearance {
    let depth = depth(of: .palette)
    guard depth != .palette else { return theme[style] }
    let rendition = theme.rendition(of: style, at: depth)
    return Appearance(
      foreground: rendition.foreground.map { Self.eight[$0] },
      background: rendition.background.map { Self.eight[$0] },
      emphasis: rendition.emphasis)
  }

  /// A terminal's first eight colours, as xterm has them.
  private static let eight = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
  ].map { Color($0) }
}
