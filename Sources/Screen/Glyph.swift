/// One character cell of the screen.
///
/// (The word “cell” is kept for the recurrent cell.)
public struct Glyph: Hashable, Sendable {
  /// What is drawn; a space where nothing is.
  public var character: Character
  /// What it means.
  public var style: Style
  /// Whether this is the right half of the wide character to its left.
  public var isContinuation: Bool

  /// Makes a glyph.
  public init(_ character: Character = " ", _ style: Style = Style(), isContinuation: Bool = false)
  {
    self.character = character
    self.style = style
    self.isContinuation = isContinuation
  }
}

extension Character {
  /// How many columns the character takes: 2 for East Asian wide characters, 0 for a control or
  /// format character, 1 for everything else.
  ///
  /// Ambiguous characters (box drawing, Greek) count as 1, as in glibc in every locale.
  /// Source: Unicode Standard Annex 11.
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isSimple { return 1 }
    let value = first.value
    if value < 0x1100 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : Self.markColumns(first)
    }
    let narrow = Self.markColumns(first)
    return narrow > 0 && WideCharacters.contains(value) ? 2 : narrow
  }

  /// The character without what is hidden in it, such as a joiner at its end.
  var withoutHidden: Character {
    guard unicodeScalars.count > 1 else { return self }
    var seen = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.properties.generalCategory != .format {
      seen.append(scalar)
    }
    return String(seen).first ?? self
  }

  private static func markColumns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: 0
    default: 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar, next to others of its kind, is a character of its own that takes one column.
  ///
  /// Nearly all that is drawn: ASCII, Latin-1, Greek, punctuation, subscripts, arrows, operators, box drawing, blocks.
  var isSimple: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE...0xFF, 0x391...0x3A1, 0x3A3...0x3C9, 0x2010...0x2027,
      0x2080...0x208E, 0x2190...0x22FF, 0x2500..<0x25FD:
      true
    default: false
    }
  }
}

extension String {
  /// How many columns the text takes on the screen.
  public var columns: Int { self[...].columns }
}

extension Substring {
  /// How many columns the text takes on the screen.
  public var columns: Int {
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isSimple else { return reduce(0) { $0 + $1.columns } }
      count += 1
    }
    return count
  }
}
