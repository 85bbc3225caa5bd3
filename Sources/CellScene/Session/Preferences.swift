public import Screen

/// How a terminal draws characters whose width Unicode leaves open, such as box drawing and Greek.
public enum AmbiguousWidth: String, CaseIterable, Sendable {
  /// One column, as nearly everywhere.
  case narrow
  /// Two columns, as an option of terminals for East Asia does: pictures are drawn in ASCII.
  case wide
}

/// What a user wants in every session, read from a small strict text.
///
///     # a comment
///     theme = light
///     language = zh-Hant
///     ambiguous = wide     box drawing takes two columns: draw in ASCII
///     key x = Space        x does what Space does, in every view
///
/// One setting a line; each at most once; nothing else.
public struct Preferences: Equatable, Sendable {
  /// What meanings look like; nil leaves it to the program.
  public private(set) var theme: ThemeChoice?
  /// How many columns the terminal gives characters of ambiguous width; nil asks it where it matters.
  public private(set) var ambiguous: AmbiguousWidth?
  /// What texts are written in; nil leaves it to the program.
  public private(set) var language: Language?
  /// Which key does what which other key does as delivered.
  public private(set) var keys: [Key: Key] = [:]

  /// No wishes.
  public init() {}

  /// Reads the text.
  ///
  /// - Throws: `PreferencesError` for the first line that is not understood.
  public init(parsing text: String) throws(PreferencesError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() {
      let content = Self.trimmed(line)
      guard !content.isEmpty, content.first != "#" else { continue }
      do throws(Reason) {
        try take(content)
      } catch {
        throw PreferencesError(line: place + 1, reason: error)
      }
    }
  }

  /// A setting with a name of its own, in the order in which people are told of them.
  enum Setting: String, CaseIterable {
    case theme, ambiguous, language
  }

  /// What is wrong with a line.
  typealias Reason = PreferencesError.Reason

  private mutating func take(_ line: Substring) throws(Reason) {
    // Not at the first sign: “key = = +” gives a key to the sign itself.
    let words = line.split { $0 == " " || $0 == "\t" }
    if words.first == "key" {
      guard words.count == 4, words[2] == "=" else { throw .notASetting(String(line)) }
      return try takeKey(words[1], words[3])
    }
    guard let sign = line.firstIndex(of: "=") else { throw .notASetting(String(line)) }
    let name = Self.trimmed(line[..<sign])
    let value = Self.trimmed(line[line.index(after: sign)...])
    switch Setting(rawValue: String(name)) {
    case .theme: try Self.set(&theme, name, value)
    case .ambiguous: try Self.set(&ambiguous, name, value)
    case .language: try Self.set(&language, name, value)
    case nil: throw .unknownSetting(String(name))
    }
  }

  private mutating func takeKey(_ name: Substring, _ standard: Substring) throws(Reason) {
    guard let key = Key(shown: name) else { throw .unknownKey(String(name)) }
    guard let model = Key(shown: standard) else { throw .unknownKey(String(standard)) }
    if let digit = key.countingDigit { throw .digit(digit) }
    guard keys.updateValue(model, forKey: key) == nil else { throw .twice("key \(name)") }
  }

  private static func set<Choice: RawRepresentable & CaseIterable>(
    _ setting: inout Choice?, _ name: Substring, _ value: Substring
  ) throws(Reason) where Choice.RawValue == String {
    guard setting == nil else { throw .twice(String(name)) }
    guard let choice = Choice(rawValue: String(value)) else {
      throw .unknownValue(
        String(value), of: String(name), known: Choice.allCases.map(\.rawValue))
    }
    setting = choice
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}

extension Key {
  /// The digit that it types if it counts in every view; 0 alone does not.
  fileprivate var countingDigit: Int? {
    guard case .character(let character) = self, ("1"..."9").contains(character) else {
      return nil
    }
    return character.wholeNumberValue
  }
}
