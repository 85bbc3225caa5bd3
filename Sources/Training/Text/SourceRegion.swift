import CellEngine

/// What a place in the source text of a program is part of.
///
/// A place belongs to a region if what comes right after it does: an opening mark counts, a closing
/// one does not, because a network knows after reading it.
public enum SourceRegion: String, CaseIterable, Hashable, Sendable {
  /// A string between quotation marks, also what is inserted into it, or a comment.
  case prose
  /// A string alone.
  case string
  /// A comment from two slashes to the end of the line.
  case comment
  /// Round or square brackets, outside of strings and comments.
  case brackets
  /// A line of which only spaces have been read.
  case lineStart = "line_start"

  /// The stretches of a text that are in each region, in the order of the text.
  ///
  /// The text is read as Swift, of which it knows strings on one line and on several, comments on one
  /// line and brackets; what it does not know, such as raw strings, it takes for something else. A
  /// bracket that is never closed so ends at the next empty line outside of a string on several lines.
  /// - Parameter words: the characters as words, see `CharacterWords`.
  /// - Complexity: O(T).
  public static func stretches(in words: some Sequence<String>) -> [SourceRegion: [Range<Int>]] {
    var scanner = SourceScanner()
    var stretches: [SourceRegion: [Range<Int>]] = [:]
    for (place, word) in words.enumerated() {
      scanner.read(word)
      for region in scanner.regions {
        var known = stretches.removeValue(forKey: region) ?? []
        let goesOn = known.last?.upperBound == place
        let start = goesOn ? known.removeLast().lowerBound : place
        known.append(start..<(place + 1))
        stretches[region] = known
      }
    }
    return stretches
  }
}

/// Reads a program's text character by character and knows what it is in.
private struct SourceScanner {
  private var isInString = false
  private var isInLongString = false
  private var isInComment = false
  private var isAtLineStart = true
  private var depth = 0
  /// How many quotation marks and slashes stand right before this place.
  private var quotes = 0, slashes = 0
  private var isEscaped = false

  var regions: [SourceRegion] {
    var regions: [SourceRegion] = []
    let isString = isInString || isInLongString
    if isString || isInComment { regions.append(.prose) }
    if isString { regions.append(.string) }
    if isInComment { regions.append(.comment) }
    if depth > 0, !isString, !isInComment { regions.append(.brackets) }
    if isAtLineStart { regions.append(.lineStart) }
    return regions
  }

  mutating func read(_ word: String) {
    if word == CharacterWords.lineEnd {
      if isAtLineStart, !isInLongString { depth = 0 }
      (isInString, isInComment, isEscaped, isAtLineStart) = (false, false, false, true)
      (quotes, slashes) = (0, 0)
      return
    }
    if word != CharacterWords.space { isAtLineStart = false }
    guard !isInComment else { return }
    if isInString || isInLongString { readString(word) } else { readCode(word) }
  }

  private mutating func readString(_ word: String) {
    guard !isEscaped else {
      isEscaped = false
      return
    }
    isEscaped = word == "\\"
    quotes = word == "\"" ? quotes + 1 : 0
    if isInLongString, quotes == 3 {
      (isInLongString, quotes) = (false, 0)
    } else if isInString, word == "\"" {
      isInString = false
    }
  }

  private mutating func readCode(_ word: String) {
    slashes = word == "/" ? slashes + 1 : 0
    isInComment = slashes == 2
    switch word {
    case "\"":
      quotes += 1
      isInString = quotes < 3
      if quotes == 3 { (isInLongString, quotes) = (true, 0) }
    case "(", "[": (depth, quotes) = (depth + 1, 0)
    case ")", "]": (depth, quotes) = (max(0, depth - 1), 0)
    default: quotes = 0
    }
  }
}
