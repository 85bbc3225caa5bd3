internal import CNcurses
internal import Screen

/// Copies canvases into curses' window, in the colours of a theme.
struct Painter {
  private let theme: Theme
  private let depth: ColorDepth
  private let pairCount: Int32
  private var pairs: [ColorPair: Int32] = [:]
  private var pens: [Style: Pen] = [:]
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
  init(theme: Theme) {
    self.theme = theme
    let isPlain = environment("NO_COLOR") != nil
    depth = isPlain ? .mono : ColorDepth(colors: Int(cn_colors()))
    // Pair numbers are bytes in the oldest curses; a theme needs fewer than 200.
    pairCount = min(cn_pairs(), 256)
  }

  /// The window has been cleared or has another size: the next picture is painted in full.
  mutating func forget() { painted = nil }

  /// Writes the rows that differ from the last picture into the window.
  ///
  /// What the canvas does not cover becomes blank.
  mutating func paint(_ canvas: Canvas, size: Size) {
    for y in 0..<size.rows {
      if let painted, painted.size == canvas.size, y < canvas.size.rows,
        painted.row(y) == canvas.row(y)
      {
        continue
      }
      paintRow(y, of: canvas, columns: size.columns)
    }
    painted = canvas
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
    var element = cn_glyph()
    element.columns = Int32(columns)
    element.pair = pen.pair
    element.attributes = pen.attributes
    var scalars = glyph.character.unicodeScalars.lazy.map(\.value).makeIterator()
    element.scalars.0 = scalars.next() ?? 0x20
    element.scalars.1 = scalars.next() ?? 0
    element.scalars.2 = scalars.next() ?? 0
    element.scalars.3 = scalars.next() ?? 0
    return element
  }

  private mutating func pen(for style: Style) -> Pen {
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
      foreground: Int32(rendition.foreground ?? -1), background: Int32(rendition.background ?? -1))
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard number < pairCount else { return 0 }
    cn_define_pair(number, colors.foreground, colors.background)
    pairs[colors] = number
    return number
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
