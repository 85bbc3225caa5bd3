import CellEngine

extension English {
  static func text(_ phrase: PalettePhrase) -> String {
    switch phrase {
    case .notation(let convention): "notation \(convention.name)"
    case .cell(let entry): "variant \(entry.name), \(firstAuthor(of: entry)) \(entry.year)"
    case .model(let name, let cell, let units): "model \(name), \(cell) of \(units) units"
    case .modelApart(let name): "model \(name), with other words"
    case .word(let number, let word): "word \(number)" + (word.map { " “\($0)”" } ?? "")
    case .unit(let number): "unit \(number)"
    case .anyWord(let count): "word 1 to \(count)"
    case .anyUnit(let count): "unit 1 to \(count)"
    case .bookmark(let letter, let number, let word):
      "bookmark \(letter): word \(number) “\(word)”"
    case .wordName: "word"
    case .unitName: "unit"
    case .title(let count): count == 1 ? "1 command" : "\(count) commands"
    case .nothing: "no command fits these letters"
    }
  }

  static func text(_ phrase: FindPhrase) -> String {
    switch phrase {
    case .matches(let count): count == 1 ? "1 match" : "\(count) matches"
    case .bookmarks: "bookmarks: a goes to a, A marks this place as a"
    case .bookmark(let time, let word, let unit, let piece):
      "\(name(piece)) \(time) “\(word)”, unit \(unit)"
    case .noBookmarks: "no place is marked yet; a capital letter marks this one"
    }
  }

  static func text(_ command: PaletteCommand) -> String {
    switch command {
    case .next: "choose the next"
    case .previous: "choose the one before"
    }
  }

  static func text(_ command: FindCommand) -> String {
    switch command {
    case .search: "find a word"
    case .nextMatch: "next match"
    case .previousMatch: "match back"
    case .bookmarks: "bookmarks; A sets a"
    }
  }

  static func text(
    _ notice: FindNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .match(let query, let number, let count, let wrap):
      let place = "Match \(number) of \(count) for \(quoted(query))"
      switch wrap {
      case nil:
        return place
          + "; \(key(.find(.nextMatch), keys)) and \(key(.find(.previousMatch), keys)) go on."
      case .pastEnd: return place + "; past the end, on from the start."
      case .pastStart: return place + "; past the start, back from the end."
      }
    case .notFound(let query, let nearest):
      return "The \(source(piece)) does not have \(quoted(query))"
        + (nearest.map { "; the nearest \(name(piece)) is \(quoted($0))." } ?? ".")
    case .nothingSearched:
      return "Nothing has been searched for; \(key(.find(.search), keys)) searches."
    case .bookmarkSet(let letter, let word):
      return
        "Bookmark \(letter) is at \(quoted(word)); \(key(.find(.bookmarks), keys)) \(letter) comes back."
    case .bookmarkReached(let letter, let word): return "Bookmark \(letter): \(quoted(word))."
    case .bookmarkUnknown(let letter):
      return
        "There is no bookmark \(letter); \(key(.find(.bookmarks), keys)) \(letter.uppercased()) sets it."
    case .lastWord(let count):
      return
        "The \(whole(piece)) has \(count) \(name(piece))s; this is the last."
    case .lastUnit(let count): return "The cell has \(count) units; this is the last."
    case .wordNumberMissing(let count):
      return piece == .word
        ? numberMissing("word", count)
        : "Type the \(name(piece))’s number alone, from 1 to \(count)."
    case .unitNumberMissing(let count): return numberMissing("unit", count)
    case .modelApart(let name):
      return
        "\(name) \(piece == .word ? "knows other words" : "reads other things"); cellscope --model \(name) opens it."
    }
  }

  private static func numberMissing(_ name: String, _ count: Int) -> String {
    "\(quoted(name)) needs a number from 1 to \(count), as in “\(name) \(count)”."
  }

  static func shortText(
    _ notice: FindNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .match(let query, let number, let count, let wrap):
      let end = wrap == nil ? "." : wrap == .pastEnd ? ", past the end." : ", past the start."
      return "Match \(number) of \(count) for \(quoted(query))" + end
    case .notFound(let query, let nearest):
      return "There is no \(quoted(query))" + (nearest.map { "; near: \(quoted($0))." } ?? ".")
    case .modelApart(let name) where piece == .word:
      return "Other words; run cellscope --model \(name)."
    case .modelApart(let name): return "For it, run cellscope --model \(name)."
    case .nothingSearched, .bookmarkSet, .bookmarkReached, .bookmarkUnknown, .lastWord, .lastUnit,
      .wordNumberMissing, .unitNumberMissing:
      return text(notice, keys, piece)
    }
  }
}
