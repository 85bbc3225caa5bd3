internal import CNcurses
internal import Screen

/// Copies canvases into curses' window, in the colours of a theme.
struct Painter {
  private var theme: Theme
  private var depth: ColorDepth
  /// The colours that may be used, whatever the theme.
  private let mostColors: ColorDepth
  /// Whether colours are given as amounts of red, green and blue.
  private let isDirect: Bool
  private let pairCount: Int32
  private var pairs: [ColorPair: Int32] = [:]
  private var pens: [Style: Pen] = [:]
  /// The pen of the last glyph: neighbours mostly share theirs.
  private var lastPen: (style: Style, pen: Pen)?
  /// What the window holds.
  private var painted: Canvas?

  private struct ColorPair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private struct Pen {
    let pair: Int32
    let attributes: UInt32
  }

  /// Makes a painter for the terminal that curses has opened.
  init(theme: ThemeChoice, colors: ColorChoice) {
    mostColors = colors.depth(
      of: ColorDepth(colors: Int(cn_colors())), noColor: Environment.value("NO_COLOR") != nil)
    isDirect = cn_colors() > 256
    // A theme needs fewer than 200.
    pairCount = min(cn_pairs(), 256)
    self.theme = theme.theme
    depth = theme.depth(of: mostColors)
  }

  /// Draws in another theme from the next picture on.
  mutating func use(_ choice: ThemeChoice) {
    theme = choice.theme
    depth = choice.depth(of: mostColors)
    // Numbers are used again: every glyph is painted anew, so none keeps an old pair.
    (pens, lastPen, pairs, painted) = ([:], nil, [:], nil)
  }

  /// The window has been cleared or has another size: the next picture is painted in full.
  mutating func forget() { painted = nil }

  /// Writes the rows that differ from the last picture into the window.
  ///
  /// What the canvas does not cover becomes blank.
  mutating func paint(_ canvas: Canvas, size: Size) {
    guard canvas != painted else { return }
    for y in 0..<size.rows {
      if let painted, painted.size == canvas.size, y < canvas.size.rows,
        painted.row(y) == canvas.row(y)
      {
        continue
      }
      paintRow(y, of: canvas, columns: size.columns)
      clearBelow(y, of: canvas, rows: size.rows)
    }
    painted = canvas
  }

  /// Has the places drawn anew that stand below blocks which go: some terminals draw blocks a
  /// line of dots too low, and what is blank below them would keep it.
  private func clearBelow(_ y: Int, of canvas: Canvas, rows: Int) {
    guard let painted, painted.size == canvas.size, y < painted.size.rows, y + 1 < rows else {
      return
    }
    let (old, new) = (painted.row(y), canvas.row(y))
    for (x, (before, after)) in zip(old, new).enumerated()
    where before.character.isBlock && !after.character.isBlock {
      cn_forget(Int32(y + 1), Int32(x))
    }
  }

  private mutating func paintRow(_ y: Int, of canvas: Canvas, columns: Int) {
    var row: [cn_glyph] = []
    row.reserveCapacity(columns)
    var x = 0
    while x < columns {
      var glyph = canvas[x, y]
      var width = glyph.character.columns
      if glyph.isContinuation || width == 0 || x + width > columns {
        glyph.character = " "
        width = 1
      }
      row.append(element(glyph, columns: width))
      x += width
    }
    cn_put_row(Int32(y), row, Int32(row.count))
  }

  private mutating func element(_ glyph: Glyph, columns: Int) -> cn_glyph {
    let pen = pen(for: glyph.style)
    lastPen = (glyph.style, pen)
    var element = cn_glyph()
    element.columns = Int32(columns)
    element.pair = pen.pair
    element.attributes = pen.attributes
    var scalars = glyph.character.unicodeScalars.makeIterator()
    element.scalars.0 = scalars.next()?.value ?? 0x20
    element.scalars.1 = scalars.next()?.value ?? 0
    element.scalars.2 = scalars.next()?.value ?? 0
    element.scalars.3 = scalars.next()?.value ?? 0
    return element
  }

  private mutating func pen(for style: Style) -> Pen {
    if let lastPen, lastPen.style == style { return lastPen.pen }
    if let known = pens[style] { return known }
    let rendition = theme.rendition(of: style, at: depth)
    let pen = Pen(pair: pair(for: rendition), attributes: Self.attributes(rendition.emphasis))
    pens[style] = pen
    return pen
  }

  /// The pair of these colours, made when it is first needed; 0 when there are no more.
  private mutating func pair(for rendition: Rendition) -> Int32 {
    guard rendition.foreground != nil || rendition.background != nil else { return 0 }
    let colors = ColorPair(
      foreground: number(of: rendition.foreground), background: number(of: rendition.background))
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard number < pairCount else { return 0 }
    cn_define_pair(number, colors.foreground, colors.background)
    pairs[colors] = number
    return number
  }

  /// The number by which curses knows a colour; -1 is the terminal's own.
  private func number(of color: Int?) -> Int32 {
    guard let color else { return -1 }
    guard isDirect, color >= 16 else { return Int32(color) }
    let rgb = Color(paletteIndex: color)
    // The first eight numbers are the terminal's own even where the others are amounts.
    return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
  }

  private static func attributes(_ emphasis: Emphasis) -> UInt32 {
    var bits: UInt32 = 0
    if emphasis.contains(.strong) { bits |= UInt32(cn_bold) }
    if emphasis.contains(.underlined) { bits |= UInt32(cn_underline) }
    if emphasis.contains(.reversed) { bits |= UInt32(cn_reverse) }
    if emphasis.contains(.dimmed) { bits |= UInt32(cn_dim) }
    return bits
  }
}

extension Character {
  /// Whether it is a block element (U+2580 to U+259F), as bars and heat maps have them.
  fileprivate var isBlock: Bool {
    unicodeScalars.first.map { (0x2580...0x259F).contains($0.value) } ?? false
  }
}
