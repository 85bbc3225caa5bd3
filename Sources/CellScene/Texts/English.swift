import CellEngine

/// The English texts.
enum English {
  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .peepholes: "peepholes"
    case .off: "off"
    case .cut: "cut"
    case .on: "on"
    case .origin(.trained): "(trained)"
    case .origin(.illustrative): "(illustrative)"
    case .origin(.mixed): "(partly trained)"
    case .timeOf(let time, let last): "t \(time)/\(last)"
    case .stepOf(let step, let last): "step \(step)/\(last)"
    case .unitOf(let unit, let count): "unit \(unit)/\(count)"
    case .countTyped(let count): "\(count)…"
    case .arrivalName: "inputs"
    case .predictionName: "prediction"
    case .narration(let narration): text(narration)
    case .notice(let notice): text(notice)
    case .equations: "equations"
    case .variantsTitle: "variants of this cell"
    case .variant(let option, let symbol): variant(option, symbol)
    case .peepholeIsOff: "that peephole is off now"
    case .variantSource(let option): variantSource(option)
    case .variantPurpose(let option): option.source.purpose
    case .helpTitle: "keys"
    case .helpGroup(let group): group.english
    case .helpCounts: "A number before a key repeats it: 3L is three words on, 5G goes to word 5."
    case .command(let command): command.english
    case .footer(let command): command.englishInFooter
    case .footerClose: "close"
    case .footerSymbols: "symbols"
    case .playRate(let rate): "▶ \(rate.formatted)/s"
    case .unitsShown(let first, let last, let count): "units \(first) to \(last) of \(count)"
    case .unitTitle(let unit): "unit \(unit)"
    case .tooSmall(let needed, let now): "cellscope needs \(needed); this is \(now)."
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
    if case .notice(let notice) = phrase { return shortText(notice) }
    if phrase == .helpCounts { return "A number repeats a key: 3L, 5G." }
    return text(phrase)
  }

  private static func shortText(_ notice: Notice) -> String {
    switch notice {
    case .switched(let change, let isVisible): shortText(change) + remark(isVisible, isShort: true)
    case .endOfSentence: "This is the end of the sentence."
    case .refused(let error): shortText(error)
    case .keyUnknown, .interruptAgain, .startOfSentence, .lastWord, .firstWord, .playing, .stopped:
      text(notice)
    }
  }

  private static func text(_ notice: Notice) -> String {
    switch notice {
    case .keyUnknown(let key): return "\(key) does nothing here; ? shows every key."
    case .interruptAgain: return "Press Ctrl-C once more, or Q, to quit."
    case .endOfSentence: return "This is the end of the sentence; g goes back to its start."
    case .startOfSentence: return "This is the start of the sentence."
    case .refused(let error): return shortText(error)
    case .lastWord: return "This is the last word."
    case .firstWord: return "This is the first word."
    case .playing(let rate): return "Playing \(text(rate: rate)); a stops."
    case .stopped(let rate): return "Stopped at \(text(rate: rate)); a plays."
    case .switched(let change, let isVisible):
      return text(change) + remark(isVisible, isShort: false)
    }
  }

  private static func text(rate: Double) -> String {
    rate < 1
      ? "a micro-step every \((1 / rate).formatted) seconds"
      : rate == 1 ? "a micro-step a second" : "\(rate.formatted) micro-steps a second"
  }

  private static func remark(_ isVisible: Bool, isShort: Bool) -> String {
    if isVisible { return isShort ? "; * marks what differs." : "; a star marks what differs." }
    return isShort ? "; nothing here differs." : "; no number shown here differs."
  }

  private static func text(_ change: Change) -> String {
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
      return "\(variant(option, symbol)) \(Language.english.text(choice)) now"
    }
  }

  private static func shortText(_ change: Change) -> String {
    guard case .peepholes(let gate, let setting) = change else { return text(change) }
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

extension Double {
  /// Without decimals where there are none.
  fileprivate var formatted: String {
    self == rounded() && magnitude < 1e6 ? "\(Int(self))" : Figure.text(self, 1)
  }
}
