import CellEngine
import Screen

extension English {
  static func shortText(_ notice: Notice, _ keys: KeyMap, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .switched(let change, let isVisible):
      shortText(change, piece) + remark(change, isVisible, isShort: true)
    case .untrained(let change, let weights):
      shortText(change, piece)
        + (weights.count > 2 ? ", untrained." : "; \(weights.joined(separator: ", ")) all 0.")
    case .endOfSentence: "This is the end of the \(whole(piece))."
    case .equations(let haveNumbers): "Equations: \(haveNumbers ? "numbers" : "symbols")."
    case .refused(let error): shortText(error)
    case .why(let notice): shortText(notice, piece)
    case .gradient(let notice): text(notice)
    case .modelChanged(let name, let cell): "\(name): \(cell)."
    case .editsLeft(let name, let cell): "\(name): \(cell), without the edits."
    case .commandUnknown(let line, let nearest):
      quoted(line) + " is no command" + (nearest.map { "; did you mean “\($0)”?" } ?? ".")
    case .notation(let notice): shortText(notice)
    case .find(let notice): shortText(notice, keys, piece)
    case .timeline(let notice): shortText(notice, keys, piece)
    case .training(let notice): shortText(notice, keys, piece)
    case .chain(.noPeepholes(let cell, let hasOther)):
      shortText(ChainPhrase.noPeepholesHere(cell: cell, hasOther ? keys : nil))
    case .chain(let notice): shortText(notice, keys, piece)
    case .lesson(let notice): text(notice, keys)
    case .quiz(let notice): shortText(notice, keys, piece)
    case .export(let notice): text(notice)
    case .edit(let notice): shortText(notice, piece)
    case .compare(let notice): shortText(notice, keys)
    case .appearance(let notice): shortText(notice, keys, piece)
    case .keyUnknown, .interruptAgain, .quitAgain, .startOfSentence, .lastWord, .firstWord,
      .playing, .stopped, .nothingToUndo, .nothingToRedo, .onlyOneModel:
      text(notice, keys, piece)
    }
  }

  static func text(_ notice: Notice, _ keys: KeyMap, _ piece: Vocabulary.Piece) -> String {
    switch notice {
    case .keyUnknown(let pressed):
      return "\(pressed) does nothing here; \(key(.showHelp, keys)) shows every key."
    case .interruptAgain:
      return "Press \(key(.interrupt, keys)) once more, or \(key(.quit, keys)), to quit."
    case .refused(let error): return shortText(error)
    case .quitAgain:
      return "Your changes would be lost; press \(key(.close, keys)) once more to quit."
    case .why(let notice): return text(notice, piece)
    case .gradient(let notice): return text(notice)
    case .equations(let haveNumbers):
      return haveNumbers
        ? "The cell’s equations now show the numbers that are computed."
        : "The cell’s equations now show symbols."
    case .nothingToUndo: return "Nothing has been changed."
    case .nothingToRedo: return "There is nothing to make again."
    case .modelChanged(let name, let cell): return "The model is \(name) now: \(cell)."
    case .editsLeft(let name, let cell):
      return "\(name), \(cell), has its own numbers; \(key(.undo, keys)) brings your edits back."
    case .onlyOneModel:
      return piece == .word
        ? "This is the only model with these words." : "This is the only model here."
    case .commandUnknown(let line, let nearest):
      return quoted(line) + " is no command"
        + (nearest.map { "; did you mean “\($0)”?" }
          ?? " and no number; \(key(.showHelp, keys)) shows every key.")
    case .notation(let notice): return text(notice)
    case .find(let notice): return text(notice, keys, piece)
    case .timeline(let notice): return text(notice, keys, piece)
    case .training(let notice): return text(notice, keys, piece)
    case .chain(let notice): return text(notice, keys, piece)
    case .lesson(let notice): return text(notice, keys)
    case .quiz(let notice): return text(notice, keys, piece)
    case .export(let notice): return text(notice)
    case .edit(let notice): return text(notice, piece)
    case .compare(let notice): return text(notice, keys)
    case .endOfSentence:
      return
        "This is the end of the \(whole(piece)); \(key(.firstTimeStep, keys)) goes back to its start."
    case .startOfSentence: return "This is the start of the \(whole(piece))."
    case .lastWord: return "This is the last \(name(piece))."
    case .firstWord: return "This is the first \(name(piece))."
    case .playing(let rate): return "Playing \(text(rate: rate)); \(key(.togglePlay, keys)) stops."
    case .stopped(let rate):
      return "Not playing; \(key(.togglePlay, keys)) plays \(text(rate: rate))."
    case .appearance(let notice): return text(notice, keys, piece)
    case .untrained(let change, let weights):
      let what = weights.count > 2 ? "its weights are" : list(weights) + are(weights)
      return text(change, piece) + "; \(what) all 0: the model was trained without."
    case .switched(let change, let isVisible):
      return text(change, piece) + remark(change, isVisible, isShort: false)
    }
  }

  private static func are(_ names: [String]) -> String { names.count == 1 ? " is" : " are" }

  /// What was typed, shortened where it is long.
  static func quoted(_ typed: String) -> String { "“\(typed.shortened(to: 12))”" }

  private static func text(rate: Double) -> String {
    rate < 1
      ? "a micro-step every \((1 / rate).formatted) seconds"
      : rate == 1 ? "a micro-step a second" : "\(rate.formatted) micro-steps a second"
  }

  private static func remark(_ change: Change, _ isVisible: Bool?, isShort: Bool) -> String {
    guard let isVisible else { return change.isWithoutRemark ? "." : "; the numbers are new." }
    if isVisible { return isShort ? "; * marks what differs." : "; a star marks what differs." }
    return isShort ? "; nothing here differs." : "; no number shown here differs."
  }

  static func text(_ change: Change, _ piece: Vocabulary.Piece) -> String {
    switch change {
    case .peepholes(let gate, let setting):
      let subject = gate.map { "The \(name($0))’s peephole is" } ?? "All peepholes are"
      switch setting {
      case .on(.trained): return "\(subject) on, as trained"
      case .on(.illustrative), .on(.mixed): return "\(subject) on, with made-up weights"
      case .cut: return "\(subject) cut"
      case .off: return "\(subject) off"
      }
    case .variant(let option, let symbol, let choice):
      return answer(option, symbol, choice)
    case .cell(let entry): return "“\(entry.name)”, \(entry.year)"
    case .edit(let change): return text(change, piece)
    case .undone: return "The last change is taken back"
    case .redone: return "The change is made again"
    case .reset: return "Everything is as it was at the beginning"
    }
  }

  private static func shortText(_ change: Change, _ piece: Vocabulary.Piece) -> String {
    if case .cell(let entry) = change { return entry.name.shortened(to: 30) }
    if case .edit(let change) = change { return shortText(change, piece) }
    if case .variant(let option, let symbol, let choice) = change {
      return shortAnswer(option, symbol, choice)
    }
    guard case .peepholes(let gate, let setting) = change else { return text(change, piece) }
    let whose = gate.map { name($0) + "’s peephole" } ?? "all peepholes"
    let subject = whose.prefix(1).uppercased() + whose.dropFirst()
    switch setting {
    case .on(.trained): return subject + " on, trained"
    case .on(.illustrative), .on(.mixed): return subject + " on, made up"
    case .cut: return subject + " cut"
    case .off: return subject + " off"
    }
  }
}
