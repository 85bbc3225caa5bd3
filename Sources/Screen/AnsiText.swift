extension Canvas {
  /// The picture as text with colour sequences (SGR) for a terminal, a pager or a file.
  ///
  /// Every row ends with a reset and a line feed, so a part of it can be shown by itself.
  public func ansiText(theme: Theme = .dark, depth: ColorDepth = .palette) -> String {
    var sequences: [Style: String] = [:]
    var text = ""
    for y in 0..<size.rows {
      var last: Style?
      for glyph in row(y) where !glyph.isContinuation {
        if glyph.style != last {
          let known = sequences[glyph.style]
          let sequence = known ?? theme.rendition(of: glyph.style, at: depth).sequence(at: depth)
          sequences[glyph.style] = sequence
          text += sequence
          last = glyph.style
        }
        text.append(glyph.character)
      }
      text += "\u{1B}[0m\n"
    }
    return text
  }
}

extension Rendition {
  /// The SGR sequence that starts from a reset and sets this.
  func sequence(at depth: ColorDepth) -> String {
    var codes = ["0"]
    if emphasis.contains(.strong) { codes.append("1") }
    if emphasis.contains(.dimmed) { codes.append("2") }
    if emphasis.contains(.underlined) { codes.append("4") }
    if emphasis.contains(.reversed) { codes.append("7") }
    if let foreground { codes.append(Self.code(foreground, first: 30, depth)) }
    if let background { codes.append(Self.code(background, first: 40, depth)) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func code(_ color: Int, first: Int, _ depth: ColorDepth) -> String {
    switch depth {
    case .palette: "\(first + 8);5;\(color)"
    case .mono, .eight, .sixteen: "\(color < 8 ? first + color : first + 52 + color)"
    }
  }
}
