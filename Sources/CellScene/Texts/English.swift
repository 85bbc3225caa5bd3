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
    case .helpTitle: "keys"
    case .helpGroup(let group): group.english
    case .helpCounts: "A number before a key repeats it: 3L is three words on, 5G goes to word 5."
    case .command(let command): command.english
    case .footer(let command): command.englishInFooter
    case .footerClose: "close"
    case .footerSymbols: "symbols"
    case .whatIf: "WHAT-IF"
    case .promptMark(.command): ":"
    case .promptHint(.command): "the number of a word"
    case .playRate(let rate): "▶ \(rate.formatted)/s"
    case .unitsShown(let first, let last, let count): "units \(first) to \(last) of \(count)"
    case .unitTitle(let unit): "unit \(unit)"
    case .linear(let phrase): text(phrase)
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

  private static func text(_ state: GateState) -> String {
    switch state {
    case .open: "open"
    case .halfOpen: "half open"
    case .shut: "nearly shut"
    }
  }

  private static func deed(_ gate: Role) -> String {
    switch gate {
    case .forget: "keeps"
    case .update: "takes in"
    case .output: "shows"
    case .relevance: "looks at"
    case .candidate, .memory, .activation, .input: "passes"
    }
  }

  private static func text(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let word, let input, let states, let isFirst):
      let names = states.joined(separator: " and ")
      return "“\(word)” arrives as \(input); "
        + (isFirst ? "\(names) start at 0." : "\(names) come from the step before.")
    case .gate(let gate, let state, let value, let share, let target, let unit):
      return "The \(name(gate)) is \(text(state)) (\(value)): "
        + "unit \(unit) \(deed(gate)) \(share) of \(target)."
    case .gateAlone(let gate, let state, let value, let unit):
      return "The \(name(gate)) of unit \(unit) is \(text(state)) (\(value))."
    case .candidate(let symbol, let value, let unit):
      return "The candidate \(symbol) is \(value): what unit \(unit) could write."
    case .passed(let gate, let worked, let target, let symbol, let unit):
      let end = symbol.isEmpty ? "." : ": that is \(symbol)."
      return "Unit \(unit) \(deed(gate)) \(worked) of \(target)\(end)"
    case .added(let symbol, let value, let unit):
      return "What was kept and what was taken in are unit \(unit)’s new \(symbol): \(value)."
    case .squeezed(let function, let target, let was, let value, let symbol):
      let end = symbol.isEmpty ? "." : ": \(symbol)."
      return "\(function) squeezes \(target) = \(was) into −1 to 1; it becomes \(value)\(end)"
    case .worked(let symbol, let value, let unit):
      return "\(symbol) of unit \(unit) is \(value)."
    case .predicted(let word, let share, let next, let nextShare):
      let then = next.flatMap { next in nextShare.map { ", then “\(next)” (\($0))" } } ?? ""
      return "The most likely next word is “\(word)” (\(share))\(then)."
    }
  }

  static func shortText(_ phrase: Phrase) -> String {
    if case .narration(let narration) = phrase { return shortText(narration) }
    if case .notice(let notice) = phrase { return shortText(notice) }
    if phrase == .helpCounts { return "A number repeats a key: 3L, 5G." }
    return text(phrase)
  }

  private static func shortText(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let word, let input, _, _):
      "“\(word)” arrives as \(input)."
    case .gate(let gate, let state, _, let share, let target, _):
      "The \(name(gate)) is \(text(state)): \(deed(gate)) \(share) of \(target)."
    case .passed(let gate, let worked, let target, _, let unit):
      "Unit \(unit) \(deed(gate)) \(worked) of \(target)."
    case .added(let symbol, let value, _): "Kept and taken in: the new \(symbol) is \(value)."
    case .squeezed(let function, let target, let was, let value, _):
      "\(function) squeezes \(target) = \(was) to \(value)."
    case .predicted(let word, let share, _, _): "Next word: most likely “\(word)” (\(share))."
    case .gateAlone, .candidate, .worked: text(narration)
    }
  }

  static func variant(_ option: CellSwitch, _ symbol: String) -> String {
    switch option {
    case .peephole: "\(symbol)’s peephole is"
    case .outputReadsNewMemory: "\(symbol)’s peephole reads"
    case .memoryPassesTanh: "\(symbol) ="
    }
  }

  private static func variantSource(_ option: CellSwitch) -> String {
    switch option {
    case .peephole: "Gers & Schmidhuber 2000"
    case .outputReadsNewMemory: "new: Gers 2000, Olah 2015"
    case .memoryPassesTanh: "the lecture’s picture has tanh"
    }
  }
}

extension Double {
  /// Without decimals where there are none.
  var formatted: String {
    self == rounded() && magnitude < 1e6 ? "\(Int(self))" : Figure.text(self, 1)
  }
}
