import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: VariantsPhrase) -> String {
    switch phrase {
    case .notation: "符號依照"
    case .convention(let convention): name(convention)
    case .name(let entry): name(entry)
    case .source: English.text(phrase)
    case .more(let count): "還有 \(count) 行"
    }
  }

  static func name(_ convention: Notation.Convention) -> String {
    convention == .lecture ? "課堂" : convention.name
  }

  static func text(_ command: VariantsCommand) -> String {
    switch command {
    case .next: "下一行"
    case .previous: "上一行"
    case .perform: "切換它"
    case .otherPart: "開關，或有名字的細胞"
    }
  }

  static func footer(_ command: VariantsCommand) -> String {
    switch command {
    case .next: "往下"
    case .previous: "往上"
    case .perform: "切換"
    case .otherPart: "細胞"
    }
  }

  static func text(_ command: NotationCommand) -> String {
    switch command {
    case .next: "課堂、Olah、PyTorch、Greff"
    case .set(let convention): "符號 \(name(convention))"
    }
  }

  private static func deed(_ sense: UpdateSense) -> String {
    switch sense {
    case .takesNew: "採用新值"
    case .keepsOld: "保留舊值"
    }
  }

  private static func opposite(_ sense: UpdateSense) -> String {
    switch sense {
    case .takesNew: "保留舊值"
    case .keepsOld: "採用新值"
    }
  }

  /// That a gate's symbol is used the other way round than elsewhere.
  static func text(_ reading: UpdateReading) -> String {
    "這裡 \(reading.symbol) = 1 \(deed(reading.sense))；"
      + "\(owner(reading.convention))則是\(opposite(reading.sense))"
  }

  private static func owner(_ convention: Notation.Convention) -> String {
    (convention == .lecture ? "課堂" : convention.name + " ") + "的"
  }

  static func shortText(_ reading: UpdateReading) -> String {
    "這裡 \(reading.symbol) = 1 \(deed(reading.sense))"
  }

  private static func text(_ place: ResetPlace) -> String {
    switch place {
    case .beforeProduct: "在乘積之前"
    case .afterProduct: "在乘積之後"
    }
  }

  /// What a cell does otherwise than those whose symbols it is written in.
  static func text(_ gap: NotationGap) -> String {
    switch gap {
    case .update(let update): text(update)
    case .reset(let reset):
      "\(shortText(gap))；\(owner(reset.convention))則\(reset.place == .beforeProduct ? "在之後" : "在之前")"
    case .both(let update, let reset):
      "和\(spaced(update.convention))不同：\(update.symbol) = 1 \(deed(update.sense))，"
        + "\(reset.symbol) \(text(reset.place))"
    }
  }

  static func shortText(_ gap: NotationGap) -> String {
    switch gap {
    case .update(let update): shortText(update)
    case .reset(let reset): "這裡 \(reset.symbol) 作用\(text(reset.place))"
    case .both(let update, let reset):
      "\(update.symbol) = 1 \(deed(update.sense))，\(reset.symbol) \(text(reset.place))"
    }
  }

  static func text(_ notice: NotationNotice) -> String {
    switch notice {
    case .set(let convention, let reading):
      let now = "現在的符號依照\(spaced(convention))"
      guard let reading else { return now + "。" }
      return reading.isFlipped
        ? "\(name(convention))：\(text(reading))。" : "\(now)：\(shortText(reading))。"
    }
  }

  static func shortText(_ notice: NotationNotice) -> String {
    switch notice {
    case .set(let convention, let reading):
      guard let reading else { return text(notice) }
      let remark = reading.isFlipped ? " (相反)。" : "。"
      return "\(name(convention))：" + shortText(reading) + remark
    }
  }

  /// The name with a space before it where it is not written in Han characters.
  private static func spaced(_ convention: Notation.Convention) -> String {
    convention == .lecture ? name(convention) : " " + name(convention)
  }
}
