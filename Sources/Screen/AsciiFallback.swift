/// What stands for a drawing character where only ASCII can be shown: one character for one.
public enum AsciiFallback {
  /// The stand-in of each character; all take one column, so the picture keeps its shape.
  public static let table: [Character: Character] = {
    var table: [Character: Character] = [:]
    for (characters, replacement) in groups {
      for character in characters { table[character] = replacement }
    }
    for (from, to) in runs { table.merge(zip(from, to)) { _, new in new } }
    return table
  }()

  /// The character itself if it is ASCII, its stand-in if the table has one, otherwise `?`.
  public static func character(for character: Character) -> Character {
    if character.isASCII, character.columns == 1 { return character }
    return table[character] ?? "?"
  }

  private static let groups: [(String, Character)] = [
    ("─━┄┅┈┉╌╍╴╶╸╺╼╾‐‑‒–—−", "-"),
    ("│┃┆┇┊┋╎╏╵╷╹╻╽╿", "|"),
    ("═", "="),
    ("║", "|"),
    ("┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛╭╮╯╰╔╗╚╝", "+"),
    ("├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻", "+"),
    ("┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╞╡╤╧╪╟╢╥╨╫╠╣╦╩╬", "+"),
    ("╱", "/"), ("╲", "\\"), ("╳×⨯✕✗", "x"), ("⊗⊙", "*"), ("⊕", "+"), ("∘", "*"), ("○◦◯◌", "o"),
    ("●◉•◆▪", "@"),
    ("→▶▸⟶►⇒", ">"), ("←◀◂⟵◄⇐", "<"), ("↑▲▴⇑", "^"), ("↓▼▾⇓", "v"), ("↔↕", "+"),
    ("·⋅∙", "."), ("…", "."), ("√✓", "/"), ("÷", "/"), ("≈∼", "~"), ("≤", "<"), ("≥", ">"),
    ("≠≡", "="), ("∂", "d"), ("Σ∑", "S"), ("∏", "P"), ("∞", "8"), ("∈", "e"), ("∥‖", "|"),
    ("µ", "u"), ("ŷ", "y"), ("ĉ", "c"), ("ĥ", "h"), ("ᵗ", "t"), ("“”", "\""), ("‘’′", "'"),
    ("⟨", "<"),
    ("⟩", ">"),
    ("░▏▎", "."), ("▒▍▌▐", ":"), ("▓▋▊", "%"), ("▉■◼", "#"), ("□◻", "o"), ("\u{A0}", " "),
    ("é", "e"), ("è", "e"), ("ü", "u"), ("ö", "o"), ("ä", "a"), ("ï", "i"), ("ß", "s"),
  ]

  private static let runs: [(String, String)] = [
    ("▁▂▃▄▅▆▇█", "_.:-=+*#"),
    ("₀₁₂₃₄₅₆₇₈₉₊₋ₜₕₐₑₒₓ", "0123456789+-thaeox"),
    ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ", "0123456789+-T"),
    ("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΤΥΦΧΨΩ", "ABGDEZHTIKLMNXOPRTYFCPO"),
    ("αβγδεζηθικλμνξοπρσςτυφχψω", "abgdezhtiklmnxoprsstufcpo"),
  ]
}

extension Canvas {
  /// The same picture in ASCII.
  public var inASCII: Canvas { inASCII(keepingWide: false) }

  /// The same picture in ASCII, but for the characters of two columns.
  public var inASCIIButHan: Canvas { inASCII(keepingWide: true) }

  private func inASCII(keepingWide: Bool) -> Canvas {
    var picture = self
    for y in 0..<size.rows {
      for x in 0..<size.columns where !self[x, y].character.isASCII || self[x, y].isContinuation {
        if keepingWide, self[x, y].isContinuation || self[x, y].character.columns == 2 { continue }
        let character = AsciiFallback.character(for: self[x, y].character)
        picture[x, y] = Glyph(character, self[x, y].style)
      }
    }
    return picture
  }
}
