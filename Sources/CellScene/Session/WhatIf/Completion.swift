import CellEngine

extension Vocabulary {
  /// The words that begin with a text, in the vocabulary's order; case does not count.
  func words(beginningWith text: String) -> [String] {
    let start = text.lowercased()
    return words.filter { $0.lowercased().hasPrefix(start) }
  }

  /// The place of a word, or of the only one that begins like it.
  func token(completing text: String) -> Int? {
    if let token = index(of: text) { return token }
    let same = words.indices.filter { words[$0].lowercased() == text.lowercased() }
    if same.count == 1 { return same[0] }
    let longer = words(beginningWith: text)
    return longer.count == 1 ? index(of: longer[0]) : nil
  }
}

extension Session {
  /// The words that the open line could become, best first; empty where no word is typed.
  func completions(of prompt: Prompt) -> [String] {
    guard case .edit(let target) = prompt.purpose, target.takesWord else { return [] }
    // Whoever types a text of characters has every word on a key.
    if target == .sentence, model.vocabulary.isOfCharacters { return [] }
    let text = prompt.lastWord
    let words = model.vocabulary.words(beginningWith: text)
    return words.isEmpty ? model.vocabulary.nearest(to: text) : words
  }

  /// Whether there is a word that the open line could become.
  var completesWord: Bool {
    guard case .prompt(let prompt) = popup else { return false }
    return !completions(of: prompt).isEmpty
  }

  /// Completes the word that is being typed: what all share, then the first of them.
  ///
  /// In the palette it chooses the next command.
  mutating func complete() {
    guard case .prompt(var prompt) = popup else { return }
    if prompt.purpose == .command { return perform(palette: .next) }
    let words = completions(of: prompt)
    guard let first = words.first else { return }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let typed = prompt.lastWord.count
    prompt.text = prompt.text.dropLast(typed) + (common.count > typed ? common : first)
    popup = .prompt(prompt)
  }
}

extension Prompt {
  /// The word that is being typed; empty behind a space.
  fileprivate var lastWord: String {
    String(text.reversed().prefix { $0 != " " }.reversed())
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
