import CellEngine

extension English {
  static func text(_ phrase: TimelinePhrase) -> String {
    switch phrase {
    case .steps(let first, let last, let count, let piece):
      return "\(name(piece))s \(first)–\(last) of \(count)"
    case .order(.number, _, _): return "by number"
    case .order(.carried, let steps, let piece):
      return "what carries most first, over \(steps) \(name(piece))s"
    case .order(.stretch, let steps, let piece):
      return "clearest over the stretch first, of \(steps) \(name(piece))s"
    case .ahead: return "AHEAD"
    case .value(let symbol, let unit, let word, let value, let size, let full, let beyond):
      let more = beyond.map { ", \($0) more" } ?? ""
      let bar = size.map { ": \($0) of a full bar" + (full.map { " (\($0)\(more))" } ?? "") } ?? ""
      return "\(symbol) of unit \(unit) at \(quoted(word)) is \(value)\(bar)."
    case .unknown(let symbol, let unit, let word, let keys):
      return "\(symbol) of unit \(unit) at \(quoted(word)) is not computed yet; "
        + "\(key(.nextMicroStep, keys)) goes on."
    case .unitSignals(let unit): return "all signals of unit \(unit)"
    }
  }

  static func shortText(_ phrase: TimelinePhrase) -> String {
    switch phrase {
    case .value(let symbol, let unit, let word, let value, _, _, _):
      return "\(symbol) of unit \(unit) at \(quoted(word)) is \(value)."
    case .unknown(let symbol, let unit, _, _):
      return "\(symbol) of unit \(unit) is not computed yet."
    case .steps(let first, let last, let count, .character):
      return "chars \(first)–\(last) of \(count)"
    case .order(.carried, _, _): return "carries most"
    case .order(.stretch, _, _): return "clearest first"
    case .steps, .order, .ahead, .unitSignals: return text(phrase)
    }
  }

  static func text(_ command: TimelineCommand) -> String {
    switch command {
    case .toggle: "timeline, or back"
    case .nextSignal: "next signal"
    case .previousSignal: "signal back"
    case .changeOrder: "what carries most"
    case .markStretch: "mark a stretch"
    case .lookAhead: "show what is ahead"
    case .openUnit: "the unit in the cell"
    }
  }

  static func footer(_ command: TimelineCommand) -> String {
    switch command {
    case .toggle: "timeline"
    case .nextSignal: "signal"
    case .previousSignal: "signal back"
    case .changeOrder: "sort"
    case .markStretch: "stretch"
    case .lookAhead: "whole text"
    case .openUnit: "open"
    }
  }

  static func text(
    _ notice: TimelineNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .stretchBegins(let word):
      return "A stretch begins at \(quoted(word)); go to its end and press "
        + "\(key(.timeline(.markStretch), keys)) again."
    case .stretchGone: return "The stretch is gone; the units stand by number."
    case .stretchFound(let unit, let inside, let outside):
      return "Unit \(unit) stands out most: \(inside) over the stretch, \(outside) elsewhere."
    case .stretchTooShort(ofAll: true):
      return "A score needs a spread: two \(name(piece))s inside the stretch and two beside it."
    case .stretchTooShort(ofAll: false):
      return "A score needs two \(name(piece))s inside and two beside; "
        + "\(key(.timeline(.lookAhead), keys)) takes in the whole \(source(piece))."
    case .sorted(.number): return "The units stand by number."
    case .sorted(.carried): return "The units that carry most stand first."
    case .sorted(.stretch): return "The units that stand out over the stretch stand first."
    case .looksAhead(true):
      return
        "The whole \(source(piece)) is shown, also what is yet to come; "
        + "\(key(.timeline(.lookAhead), keys)) hides it."
    case .looksAhead(false): return "Only what has been computed is shown."
    }
  }

  static func shortText(
    _ notice: TimelineNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .stretchBegins(let word):
      return "Stretch from \(quoted(word)); \(key(.timeline(.markStretch), keys)) at its end."
    case .stretchFound(let unit, let inside, let outside):
      return "Unit \(unit) stands out: \(inside) inside, \(outside) outside."
    case .looksAhead(true):
      return "What is yet to come is shown, too; \(key(.timeline(.lookAhead), keys)) hides it."
    case .stretchTooShort(ofAll: true):
      return "A score needs two \(name(piece))s inside and two beside."
    case .stretchTooShort(ofAll: false) where piece != .word:
      return "It needs two \(name(piece))s inside, two beside; "
        + "\(key(.timeline(.lookAhead), keys)): all."
    case .stretchTooShort(ofAll: false):
      return "It needs two words inside and two beside; "
        + "\(key(.timeline(.lookAhead), keys)) takes in all."
    case .stretchGone, .sorted, .looksAhead(false): return text(notice, keys, piece)
    }
  }
}
