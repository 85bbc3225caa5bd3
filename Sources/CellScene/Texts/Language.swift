import Screen

/// A language that phrases can be said in.
///
/// Its raw value is the name by which the command line and the preferences ask for it.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english
  /// 繁體中文, as the lecture was given.
  case traditionalChinese = "zh-Hant"

  /// The text of a phrase.
  public func text(_ phrase: Phrase) -> String {
    switch self {
    case .english: English.text(phrase)
    case .traditionalChinese: TraditionalChinese.text(phrase)
    }
  }

  /// A shorter text for narrow screens; the same where there is none.
  public func shortText(_ phrase: Phrase) -> String {
    switch self {
    case .english: English.shortText(phrase)
    case .traditionalChinese: TraditionalChinese.shortText(phrase)
    }
  }

  /// The text, or where it has no room the short one.
  func text(_ phrase: Phrase, within columns: Int) -> String {
    let long = text(phrase)
    return long.columns <= columns ? long : shortText(phrase)
  }
}
