extension Language {
  /// A word of the text between the language's quotation marks.
  func quoted(_ word: String) -> String {
    switch self {
    case .english: "“" + word + "”"
    case .traditionalChinese: "「" + word + "」"
    }
  }
}
