import CellEngine

/// The English texts.
enum English {
  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .peepholes: "peepholes"
    case .off: "off"
    case .cut: "cut"
    case .altered: "altered"
    case .on: "on"
    case .origin(.trained): "(trained)"
    case .origin(.illustrative): "(illustrative)"
    case .origin(.mixed): "(partly trained)"
    case .timeOf(let time, let last): "t \(time)/\(last)"
    case .stepOf(let step, let last): "step \(step)/\(last)"
    case .unitOf(let unit, let count): "unit \(unit)/\(count)"
    case .countTyped(let count): "\(count)…"
    case .arrivalName: "inputs"
    case .narration(let narration): text(narration)
    case .notice(let notice, let keys, let piece): text(notice, keys, piece)
    case .equations: "equations"
    case .variantsTitle: "variants of this cell"
    case .variant(let option, let symbol): variant(option, symbol)
    case .switchIsOff(.peephole, _): "that peephole is off now"
    case .switchIsOff(_, let symbol): "\(symbol) is off now"
    case .variantSource(let option): variantSource(option)
    case .variantPurpose(let option): option.purpose
    case .why(let phrase): text(phrase)
    case .gradient(let phrase): text(phrase)
    case .helpTitle: "keys"
    case .helpGroup(let group): name(group)
    case .helpCounts(let keys):
      "A number before a key repeats it: 3\(key(.nextTimeStep, keys)) is three words on, 5\(key(.lastTimeStep, keys)) goes to word 5."
    case .helpPage(let page, let count): "page \(page) of \(count)"
    case .command(let command): text(command)
    case .footer(let command, let piece): footer(command, piece)
    case .footerClose: "close"
    case .footerSymbols: "symbols"
    case .footerAskNoMore: "ask no more"
    case .whatIf: "WHAT-IF"
    case .edit(let phrase): text(phrase)
    case .compare(let phrase): text(phrase)
    case .promptMark(.command): ":"
    case .promptMark(.search): "/"
    case .promptMark(.chain(let prompt)): mark(prompt)
    case .promptHint(.command, let piece):
      "letters of a command, or the number of \(any(piece))"
    case .promptHint(.search, .character): "letters of the text"
    case .promptHint(.search, let piece): "\(any(piece)) of the \(source(piece))"
    case .promptHint(.chain(let prompt), _): hint(prompt)
    case .chain(let phrase): text(phrase)
    case .promptMark(.edit), .promptHint(.edit, _): ""
    case .playRate(let rate): "▶ \(rate.formatted)/s"
    case .fullBar(let symbols, let value, let beyond):
      "full bar of \(symbols.joined(separator: ", ")): \(value)"
        + (beyond.map { ", \($0) more" } ?? "")
    case .unitsShown(let first, let last, let count): "units \(first) to \(last) of \(count)"
    case .unitTitle(let unit): "unit \(unit)"
    case .linear(let phrase): text(phrase)
    case .tooSmall(let needed, let now): "cellscope needs \(needed); this is \(now)."
    case .palette(let phrase): text(phrase)
    case .find(let phrase): text(phrase)
    case .timeline(let phrase): text(phrase)
    case .training(let phrase): text(phrase)
    case .variants(let phrase): text(phrase)
    case .notationGap(let gap): text(gap)
    case .lesson(let phrase): text(phrase)
    case .export(let phrase): text(phrase)
    case .doctor(let phrase): text(phrase)
    }
  }

  static func name(_ role: Role) -> String {
    switch role {
    case .forget: "forget gate"
    case .update: "update gate"
    case .output: "output gate"
    case .relevance: "relevance gate"
    case .candidate: "candidate"
    case .memory: "memory"
    case .activation: "activation"
    case .input: "input"
    }
  }

  static func shortText(_ phrase: Phrase) -> String {
    if case .narration(let narration) = phrase { return shortText(narration) }
    if case .notice(let notice, let keys, let piece) = phrase {
      return shortText(notice, keys, piece)
    }
    if case .chain(let phrase) = phrase { return shortText(phrase) }
    if case .compare(let phrase) = phrase { return shortText(phrase) }
    if case .edit(let phrase) = phrase { return shortText(phrase) }
    if case .why(let phrase) = phrase { return shortText(phrase) }
    if case .gradient(let phrase) = phrase { return shortText(phrase) }
    if case .training(let phrase) = phrase { return shortText(phrase) }
    if case .helpCounts(let keys) = phrase {
      return "A number repeats a key: 3\(key(.nextTimeStep, keys)), 5\(key(.lastTimeStep, keys))."
    }
    if case .notationGap(let gap) = phrase { return shortText(gap) }
    if case .timeline(let timeline) = phrase { return shortText(timeline) }
    if case .fullBar(_, let value, let beyond?) = phrase { return "\(beyond) over \(value)" }
    return text(phrase)
  }
}

extension Double {
  /// Without decimals where there are none.
  var formatted: String {
    self == rounded() && magnitude < 1e6 ? "\(Int(self))" : Figure.text(self, 1)
  }
}
