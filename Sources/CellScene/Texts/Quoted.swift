extension Language {
  /// A word of the text between the language's quotation marks.
  func quoted(_ word: String) -> String {
    switch self {
    case .english: "“" + word + "”"
    case .traditionalChinese: "「" + word + "」"
    }
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
