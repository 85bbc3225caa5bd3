/// A rectangle of glyphs: all that the program ever shows.
///
/// The terminal, the headless print, the golden tests and every export take the same canvas, so
/// they cannot differ. Drawing outside is clipped, never an error.
public struct Canvas: Sendable, Equatable {
  /// How many columns and rows there are.
  public let size: Size
  private var glyphs: [Glyph]

  /// Makes a blank canvas.
  public init(size: Size) {
    self.size = size
    glyphs = Array(repeating: Glyph(), count: size.columns * size.rows)
  }

  /// The glyph at a column and row; outside, a blank is read and nothing is written.
  public subscript(x: Int, y: Int) -> Glyph {
    get {
      guard x >= 0, x < size.columns, y >= 0, y < size.rows else { return Glyph() }
      return glyphs[y * size.columns + x]
    }
    set {
      guard x >= 0, x < size.columns, y >= 0, y < size.rows else { return }
      let place = y * size.columns + x
      mendHalves(around: place, x, for: newValue)
      glyphs[place] = newValue
    }
  }

  /// What is about to be overwritten may be half of a wide character: blanks the other half.
  private mutating func mendHalves(around place: Int, _ x: Int, for new: Glyph) {
    if glyphs[place].isContinuation, !new.isContinuation {
      if x > 0 { glyphs[place - 1].character = " " }
    } else if x + 1 < size.columns, glyphs[place + 1].isContinuation,
      new.character != glyphs[place].character
    {
      glyphs[place + 1].isContinuation = false
    }
  }

  /// The glyphs of one row, which must exist.
  public func row(_ y: Int) -> ArraySlice<Glyph> {
    precondition(y >= 0 && y < size.rows, "row \(y) of a canvas with \(size.rows) rows")
    return glyphs[y * size.columns..<(y + 1) * size.columns]
  }

  /// Some of the rows as a canvas of their own; all must exist.
  public func rows(_ range: Range<Int>) -> Canvas {
    var part = Canvas(size: Size(columns: size.columns, rows: range.count))
    part.glyphs = Array(
      glyphs[range.lowerBound * size.columns..<range.upperBound * size.columns])
    return part
  }

  /// These rows, and below them those of another canvas, which must be as wide.
  public func stacked(on other: Canvas) -> Canvas {
    precondition(size.columns == other.size.columns, "canvases of different widths")
    var both = Canvas(
      size: Size(columns: size.columns, rows: size.rows + other.size.rows))
    both.glyphs = glyphs + other.glyphs
    return both
  }

  /// Writes text from a place to the right and clips it at `limit` (or the edge).
  ///
  /// A wide character that would be cut in half is left out. Control and format characters are
  /// never drawn: what reaches a canvas can only move ink.
  /// - Returns: the column after the last character.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, _ style: Style = Style(), limit: Int? = nil
  ) -> Int {
    let edge = min(limit ?? size.columns, size.columns)
    var x = point.x
    for character in text {
      let columns = character.columns
      guard columns > 0 else { continue }
      guard x + columns <= edge else { break }
      place(character.withoutHidden, columns: columns, at: Point(x, point.y), style)
      x += columns
    }
    return x
  }

  /// Fills a rectangle with one glyph.
  public mutating func fill(_ area: Rectangle, _ glyph: Glyph) {
    for y in max(0, area.top)..<max(0, area.top, min(area.bottom, size.rows)) {
      for x in max(0, area.left)..<max(0, area.left, min(area.right, size.columns)) {
        self[x, y] = glyph
      }
    }
  }

  /// Draws the outline of a rectangle with round corners; what is inside stays.
  public mutating func outline(_ area: Rectangle, _ style: Style) {
    for x in area.left..<area.right {
      self[x, area.top] = Glyph("─", style)
      self[x, area.bottom - 1] = Glyph("─", style)
    }
    for y in area.top..<area.bottom {
      self[area.left, y] = Glyph("│", style)
      self[area.right - 1, y] = Glyph("│", style)
    }
    self[area.left, area.top] = Glyph("╭", style)
    self[area.right - 1, area.top] = Glyph("╮", style)
    self[area.left, area.bottom - 1] = Glyph("╰", style)
    self[area.right - 1, area.bottom - 1] = Glyph("╯", style)
  }

  private mutating func place(
    _ character: Character, columns: Int, at point: Point, _ style: Style
  ) {
    guard columns == 1 || point.x >= 0 else { return }
    self[point.x, point.y] = Glyph(character, style)
    if columns == 2 { self[point.x + 1, point.y] = Glyph(" ", style, isContinuation: true) }
  }
}

extension Canvas {
  /// The rows as text: wide characters once, no spaces at the end of a row.
  public var lines: [String] { rows(\.character) }

  /// The meaning of every glyph as a letter, row by row.
  ///
  /// A golden screen shows it beside the text. Blanks on the plain ground are spaces.
  public var inkLines: [String] {
    rows { glyph in
      let isBlank = glyph.character == " " && glyph.style.ground == .plain
      return isBlank ? " " : glyph.style.ink.letter
    }
  }

  /// What lies behind every glyph as a letter, row by row; the plain ground is a space.
  public var groundLines: [String] { rows(\.style.ground.letter) }

  /// The emphasis of every glyph as the digit of its bits, row by row; none is a space.
  public var emphasisLines: [String] {
    rows { glyph in
      let bits = glyph.style.emphasis.rawValue & 7
      return bits == 0 ? " " : Character("\(bits)")
    }
  }

  /// One character for each glyph, without spaces at the end of a row.
  private func rows(_ letter: (Glyph) -> Character) -> [String] {
    (0..<size.rows).map { y in
      var line = ""
      var blanks = 0
      for glyph in row(y) where !glyph.isContinuation {
        let character = letter(glyph)
        guard character != " " else {
          blanks += 1
          continue
        }
        for _ in 0..<blanks { line.append(" ") }
        blanks = 0
        line.append(character)
      }
      return line
    }
  }
}
