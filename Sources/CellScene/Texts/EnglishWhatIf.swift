import CellEngine

extension English {
  static func text(_ phrase: EditPhrase) -> String {
    switch phrase {
    case .title(let word, let unit): "what if, at “\(word)”, unit \(unit)"
    case .word(let word, let piece): "another \(name(piece)) for “\(word)”"
    case .choices(let last): "to \(last) edit"
    case .insertion(let word, let piece): "\(any(piece)) more before “\(word)”"
    case .removal(let name, .input): "the sequence without \(name)"
    case .removal(let word, let piece): "the \(whole(piece)) without “\(word)”"
    case .number(let kind, let name): name + ", " + text(kind)
    case .wordMark(let piece): "another \(name(piece)):"
    case .insertionMark(let piece): "\(any(piece)) more:"
    case .sentenceMark(let piece): "another \(whole(piece)):"
    case .numberMark(let name): "\(name) ="
    case .completions(let words): words.joined(separator: " ")
    case .now(let number, let otherwise):
      "now \(number)" + (otherwise.map { "; “\($0) 1” sets another" } ?? "")
    case .together: "The edited run shows the same numbers as the original so far."
    case .apart(let since, let word, let isEnd, .apart, let piece):
      "Apart from the original since \(name(piece)) \(since), “\(word)”"
        + (isEnd ? "; they never agree again." : ".")
    case .apart(let since, let word, _, .same(let symbol), let piece):
      "Apart since \(name(piece)) \(since), “\(word)”, but \(symbol) shows the same numbers."
    case .apart(let since, let word, _, .again(let symbol, let from, let fromWord), let piece):
      "Apart since \(name(piece)) \(since), “\(word)”, but \(symbol) shows the same again from "
        + "\(name(piece)) \(from), “\(fromWord)”."
    case .again(let since, let word, let from, let fromWord, let piece):
      "Apart since \(name(piece)) \(since), “\(word)”; both show the same again from "
        + "\(name(piece)) \(from), “\(fromWord)”."
    case .newWord: "new"
    }
  }

  static func shortText(_ phrase: EditPhrase) -> String {
    switch phrase {
    case .apart(let since, let word, let isEnd, .apart, _):
      "Apart since \(since), “\(word)”" + (isEnd ? "; never the same again." : ".")
    case .apart(let since, _, _, .same(let symbol), _):
      "Apart since \(since), but \(symbol) shows the same."
    case .apart(let since, _, _, .again(let symbol, let from, let word), _):
      "Apart since \(since), but \(symbol) shows the same from \(from), “\(word)”."
    case .again(let since, let word, let from, let fromWord, _):
      "Apart since \(since), “\(word)”; the same from \(from), “\(fromWord)”."
    case .now(let number, _): "now \(number)"
    case .title, .word, .insertion, .removal, .number, .wordMark, .insertionMark, .sentenceMark,
      .numberMark, .completions, .together, .newWord, .choices:
      text(phrase)
    }
  }

  private static func text(_ kind: EditPhrase.Kind) -> String {
    switch kind {
    case .weight: "a weight"
    case .peephole: "the peephole"
    case .bias: "the bias"
    case .input: "the input"
    case .initial: "at the start"
    case .state(let piece): "after this \(name(piece))"
    }
  }

  static func text(_ notice: EditNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .wordUnknown(let word, let nearest):
      "The model does not know “\(word)”; near it are \(quotedList(nearest))."
    case .notANumber(let text): "“\(text)” is no number; write it as 0.5, −.5 or 1e-3."
    case .tooLarge(let text): "“\(text)” is larger than any number here can be."
    case .sourceUnknown(let text):
      "“\(text)” is no \(name(piece)) and no unit that this could be for."
    case .unchanged: "That is what is there already."
    case .numbersOnly: "The cell reads the numbers of a file: no others can be typed for it."
    }
  }

  static func shortText(_ notice: EditNotice, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .wordUnknown(let word, let nearest):
      "“\(word)” is unknown; near: \(quotedList(Array(nearest.prefix(2))))."
    case .notANumber(let text): "“\(text)” is no number, as −.5 is."
    case .tooLarge(let text): "“\(text)” is too large."
    case .sourceUnknown(let text): "“\(text)” is no \(name(piece)) and no unit."
    case .numbersOnly: "The cell reads the numbers of a file, no typed ones."
    case .unchanged: text(notice, piece)
    }
  }

  private static func quotedList(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }

  static func text(_ change: EditChange, _ piece: Vocabulary.Piece) -> String {
    switch change {
    case .word(let word, let was): "“\(word)” is in place of “\(was)”"
    case .inserted(let word): "“\(word)” is put in"
    case .removed(let word): "“\(word)” is taken out"
    case .sentence: "Another \(whole(piece)) is read, from its start"
    case .number(let name, let now, let was): "\(name) is \(now), was \(was)"
    }
  }

  static func shortText(_ change: EditChange, _ piece: Vocabulary.Piece) -> String {
    guard case .number(let name, let now, _) = change else { return text(change, piece) }
    return "\(name) is \(now)"
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: WhatIfCommand) -> String {
    switch command {
    case .edit: "edit what is here"
    case .choose(let number): "edit entry \(number)"
    case .next: "next entry"
    case .previous: "entry back"
    case .chooseLine: "edit the entry"
    case .complete: "complete the word"
    case .sentence: "another sentence"
    }
  }

  /// One word for the footer.
  static func footer(_ command: WhatIfCommand) -> String {
    switch command {
    case .edit: "edit"
    case .next: "next"
    case .choose, .chooseLine: "edit"
    case .previous: text(command)
    case .complete: "complete"
    case .sentence: "sentence"
    }
  }
}
