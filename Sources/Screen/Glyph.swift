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
    let value = first.value
    // Most of every screen: ASCII, box drawing and blocks.
    if (0x20..<0x7F).contains(value) || (0x2500..<0x25FD).contains(value) { return 1 }
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

extension StringProtocol {
  /// How many columns the text takes on the screen.
  public var columns: Int { reduce(0) { $0 + $1.columns } }
}
