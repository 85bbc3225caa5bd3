import ArgumentParser
import CellEngine
import CellScene
import Screen

/// What somebody who mistyped a name most likely meant.
enum Suggestion {
  /// The sentence for a first word that is no command, or for the one that help is asked about.
  static func command(in arguments: [String]) -> String? {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let word = words.first, !word.hasPrefix("-") else { return nil }
    let names = Cellscope.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    let start = "There is no command “\(word)”; "
    if let name = word.lowercased().nearest(among: names) {
      return start + "did you mean “cellscope \(name)”?"
    }
    if word == "version" { return start + "“cellscope --version” says it." }
    let isFile = word.contains("/") || word.contains(".") || ModelLibrary.isFile(word)
    let path = isFile ? ModelLibrary.path(to: word) : nil
    if let name = ModelLibrary.names.contains(word) ? word : path {
      return start + "a model is opened by “cellscope --model \(name)”."
    }
    return start + "“cellscope --help” lists those that there are."
  }

  /// What to do about a word that is no key's name, as the end of a sentence.
  static func key(for word: String) -> String {
    guard !word.lowercased().hasPrefix("c-") else {
      return "C- stands before one letter, as in C-r."
    }
    // Few letters are near to everything; the last name stands for many keys.
    let isName = word.count > 2 && word.first?.isNumber == false
    let names = isName ? Key.names.dropLast() + ["Bksp"] : []
    let near = names.first { $0.lowercased().nearest(among: [word.lowercased()]) != nil }
    if let near { return "did you mean \(near)?" }
    return
      "keys have spaces between them, as in “\(word.map(String.init).joined(separator: " "))”, "
      + "and names are \(Key.names.joined(separator: " "))."
  }
}
