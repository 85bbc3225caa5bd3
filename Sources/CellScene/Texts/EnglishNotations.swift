import CellEngine

extension English {
  static func text(_ phrase: VariantsPhrase) -> String {
    switch phrase {
    case .notation: "symbols as in"
    case .convention(let convention): name(convention)
    case .name(let entry): entry.name
    case .source(let entry): "\(entry.year), \(firstAuthor(of: entry))"
    case .more(let count): "\(count) more"
    }
  }

  static func name(_ convention: Notation.Convention) -> String {
    convention == .lecture ? "the lecture" : convention.name
  }

  /// The paper up to its title.
  static func firstAuthor(of entry: CatalogueEntry) -> String {
    String(entry.paper.prefix { $0 != "," })
  }

  static func text(_ command: VariantsCommand) -> String {
    switch command {
    case .next: "next line"
    case .previous: "line back"
    case .perform: "switch it"
    case .otherPart: "switches or cells by name"
    }
  }

  static func footer(_ command: VariantsCommand) -> String {
    switch command {
    case .next: "down"
    case .previous: "up"
    case .perform: "switch"
    case .otherPart: "cells"
    }
  }

  static func text(_ command: NotationCommand) -> String {
    switch command {
    case .next: "lecture, Olah, PyTorch, Greff"
    case .set(let convention): "notation \(convention.name)"
    }
  }

  private static func deed(_ sense: UpdateSense) -> String {
    switch sense {
    case .takesNew: "takes the new value"
    case .keepsOld: "keeps the old value"
    }
  }

  private static func briefDeed(_ sense: UpdateSense) -> String {
    switch sense {
    case .takesNew: "takes the new"
    case .keepsOld: "keeps the old"
    }
  }

  private static func opposite(_ sense: UpdateSense) -> String {
    briefDeed(sense == .takesNew ? .keepsOld : .takesNew)
  }

  private static func text(_ place: ResetPlace) -> String {
    switch place {
    case .beforeProduct: "before the product"
    case .afterProduct: "after the product"
    }
  }

  private static func owner(_ convention: Notation.Convention) -> String {
    convention == .lecture ? "the lecture’s" : convention.name + "’s own"
  }

  /// That a gate's symbol is used the other way round than elsewhere.
  static func text(_ reading: UpdateReading) -> String {
    "\(reading.symbol) = 1 \(deed(reading.sense)) here; "
      + "\(owner(reading.convention)) \(opposite(reading.sense))"
  }

  static func shortText(_ reading: UpdateReading) -> String {
    "\(reading.symbol) = 1 \(deed(reading.sense)) here"
  }

  /// What a cell does otherwise than those whose symbols it is written in.
  static func text(_ gap: NotationGap) -> String {
    switch gap {
    case .update(let update): text(update)
    case .reset(let reset):
      "\(shortText(gap)); \(owner(reset.convention)) "
        + (reset.place == .beforeProduct ? "after it" : "before it")
    case .both(let update, let reset):
      "unlike \(name(update.convention)): \(update.symbol) = 1 \(briefDeed(update.sense)), "
        + "\(reset.symbol) \(text(reset.place))"
    }
  }

  static func shortText(_ gap: NotationGap) -> String {
    switch gap {
    case .update(let update): shortText(update)
    case .reset(let reset): "\(reset.symbol) acts \(text(reset.place)) here"
    case .both(let update, let reset):
      "\(update.symbol) = 1 \(briefDeed(update.sense)), \(reset.symbol) \(text(reset.place))"
    }
  }

  static func text(_ notice: NotationNotice) -> String {
    switch notice {
    case .set(let convention, let reading):
      let now = "Symbols as in \(name(convention)) now"
      guard let reading else { return now + "." }
      return reading.isFlipped
        ? "\(convention.name): \(text(reading))." : "\(now): \(shortText(reading))."
    }
  }

  static func shortText(_ notice: NotationNotice) -> String {
    switch notice {
    case .set(let convention, let reading):
      guard let reading else { return text(notice) }
      let remark = reading.isFlipped ? " (flipped)." : "."
      let name = convention.name.prefix(1).uppercased() + convention.name.dropFirst()
      return "\(name): " + shortText(reading) + remark
    }
  }
}
