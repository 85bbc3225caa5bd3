import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: PalettePhrase) -> String {
    switch phrase {
    case .notation(let convention): "符號 \(name(convention))"
    case .cell(let entry): "變體 \(name(entry))，\(English.firstAuthor(of: entry)) \(entry.year)"
    case .model(let name, let cell, let units): "模型 \(name)，\(units) 個單元的 \(cell)"
    case .modelApart(let name): "模型 \(name)，認得別的詞"
    case .word(let number, let word): "第 \(number) 個詞" + (word.map { "「\($0)」" } ?? "")
    case .unit(let number): "單元 \(number)"
    case .anyWord(let count): "第 1 到 \(count) 個詞"
    case .anyUnit(let count): "單元 1 到 \(count)"
    case .bookmark(let letter, let number, let word):
      "書籤 \(letter)：第 \(number) 個詞「\(word)」"
    case .wordName: "詞"
    case .unitName: "單元"
    case .title(let count): "\(count) 個指令"
    case .nothing: "沒有符合這些字的指令"
    }
  }

  static func text(_ phrase: FindPhrase) -> String {
    switch phrase {
    case .matches(let count): "找到 \(count) 個"
    case .bookmarks: "書籤：a 回到記號 a，A 在這裡記下 a"
    case .bookmark(let time, let word, let unit, let piece):
      "第 \(time) 個\(name(piece))「\(word)」，單元 \(unit)"
    case .noBookmarks: "還沒有書籤；大寫字母會記下這裡"
    }
  }

  static func text(_ command: PaletteCommand) -> String {
    switch command {
    case .next: "選下一個"
    case .previous: "選上一個"
    }
  }

  static func text(_ command: FindCommand) -> String {
    switch command {
    case .search: "尋找一個詞"
    case .nextMatch: "下一個符合"
    case .previousMatch: "上一個符合"
    case .bookmarks: "書籤；A 記下 a"
    }
  }

  static func text(
    _ notice: FindNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .match(let query, let number, let count, let wrap):
      let place = "\(quoted(query))有 \(count) 個，這是第 \(number) 個"
      switch wrap {
      case nil:
        return place + "；\(key(.find(.nextMatch), keys)) 和 \(key(.find(.previousMatch), keys)) 繼續找。"
      case .pastEnd: return place + "；過了結尾，從頭繼續。"
      case .pastStart: return place + "；過了開頭，從尾繼續。"
      }
    case .notFound(let query, let nearest):
      return "\(source(piece))裡沒有\(quoted(query))" + (nearest.map { "；最接近的是\(quoted($0))。" } ?? "。")
    case .nothingSearched: return "還沒有找過東西；\(key(.find(.search), keys)) 開始尋找。"
    case .bookmarkSet(let letter, let word):
      return "書籤 \(letter) 在\(quoted(word))；\(key(.find(.bookmarks), keys)) \(letter) 會回來。"
    case .bookmarkReached(let letter, let word): return "書籤 \(letter)：\(quoted(word))。"
    case .bookmarkUnknown(let letter):
      return "沒有書籤 \(letter)；\(key(.find(.bookmarks), keys)) \(letter.uppercased()) 會設定它。"
    case .lastWord(let count):
      return (piece == .character ? "" : "這個") + "\(whole(piece))有 \(count) 個\(name(piece))；這是最後一個。"
    case .lastUnit(let count): return "這個細胞有 \(count) 個單元；這是最後一個。"
    case .wordNumberMissing(let count):
      return piece == .word
        ? numberMissing("詞", count) : "請只打\(name(piece))的號碼，從 1 到 \(count)。"
    case .unitNumberMissing(let count): return numberMissing("單元", count)
    case .modelApart(let name):
      return "\(name) \(piece == .word ? "認得別的詞" : "讀的是別的東西")；用 cellscope --model \(name) 開啟。"
    }
  }

  private static func numberMissing(_ name: String, _ count: Int) -> String {
    "\(quoted(name))後面要有號碼，從 1 到 \(count)，例如「\(name) \(count)」。"
  }

  static func shortText(
    _ notice: FindNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .match(let query, let number, let count, let wrap):
      let end = wrap == nil ? "。" : wrap == .pastEnd ? "，過了結尾。" : "，過了開頭。"
      return "\(quoted(query))：第 \(number) 個，共 \(count) 個" + end
    case .notFound(let query, let nearest):
      return "沒有\(quoted(query))" + (nearest.map { "；相近：\(quoted($0))。" } ?? "。")
    case .modelApart(let name):
      return (piece == .word ? "別的詞" : "別的模型") + "：用 cellscope --model \(name) 開啟。"
    case .nothingSearched, .bookmarkSet, .bookmarkReached, .bookmarkUnknown, .lastWord, .lastUnit,
      .wordNumberMissing, .unitNumberMissing:
      return text(notice, keys, piece)
    }
  }
}
