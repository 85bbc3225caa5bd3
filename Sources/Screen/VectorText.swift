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
    let look = theme.theme[run.style]
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
  var paper: Color { theme[Style()].background ?? Color(0x121212) }

  /// The colour of plain text; where the theme leaves it to the terminal, light grey.
  var ink: Color { theme[Style()].foreground ?? Color(0xD0D0D0) }
}
