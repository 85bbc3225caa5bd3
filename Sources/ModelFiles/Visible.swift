import CellEngine

/// Text from a file or a path made safe for a message: one line, nothing hidden, not long.
///
/// Control, format (also bidirectional) and unassigned characters and line separators become
/// `\u{202E}`. A text of more than `limit` scalars ends in `…`, cut between characters.
///
/// - Complexity: O(limit), however long the text is, if its characters are of ordinary length.
public func visible(_ text: String, limit: Int = 60) -> String {
  // Nearly every word and name is short and of ASCII.
  guard text.utf8.count > limit || !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
    return text
  }
  var result = ""
  var count = 0
  /// How many bytes of the result leave room for the mark.
  var bytesBeforeMark = 0
  for character in text {
    for scalar in character.unicodeScalars {
      if scalar.isHidden {
        let safe = CharacterWords.numbered(Character(scalar))
        result += safe
        count += safe.utf8.count
      } else {
        result.unicodeScalars.append(scalar)
        count += 1
      }
    }
    guard count <= limit else {
      return String(Substring(result.utf8.prefix(bytesBeforeMark))) + "…"
    }
    if count < limit { bytesBeforeMark = result.utf8.count }
  }
  return result
}

extension Unicode.Scalar {
  /// Whether a terminal or a reader could take the scalar for something else than a visible mark.
  ///
  /// These are controls (C0, DEL, C1), format characters (bidirectional, zero width, tags), line
  /// and paragraph separators, and scalars without an agreed meaning or width.
  var isHidden: Bool {
    guard !(0x20..<0x7F).contains(value) else { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default:
      return false
    }
  }
}
