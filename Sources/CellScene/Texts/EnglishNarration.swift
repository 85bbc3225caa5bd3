import CellEngine

/// What is said about a micro-step, in a long and a short form.
extension English {
  static func text(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let arriving, let input, let states, let isFirst):
      return "\(text(arriving)) arrives as \(input); " + text(states, isFirst: isFirst)
    case .editedStart(let arriving, let input, let states, let others, let isGiven):
      let start =
        "\(list(states)) start\(states.count == 1 ? "s" : "") as \(isGiven ? "given" : "edited")"
      return "\(text(arriving)) arrives as \(input); \(start)"
        + (others.isEmpty ? "." : ", \(list(others)) at 0.")
    case .gate(let gate, let state, let value, let share, let deed, let target, let unit):
      let start = "The \(name(gate)) is \(text(state)) (\(value))"
      return gate == .update && deed == .keeps
        ? "\(start); here 1 means keep: \(share) of \(target) stays."
        : "\(start): unit \(unit) \(text(deed)) \(share) of \(target)."
    case .gateAlone(let gate, let state, let value, let unit):
      return "The \(name(gate)) of unit \(unit) is \(text(state)) (\(value))."
    case .complement(let gate, let symbol, let value, let share, let deed, let target, let unit):
      let start = gate.map { "The \(name($0)) is \(symbol)" } ?? symbol
      return "\(start) = \(value): unit \(unit) \(text(deed)) \(share) of \(target)."
    case .candidate(let symbol, let value, let isSquashed, let unit):
      let squashed = isSquashed ? "" : ", not squashed"
      return "The candidate \(symbol) is \(value)\(squashed): what unit \(unit) could write."
    case .activated(let symbol, let value, let unit):
      return "\(symbol) of unit \(unit) is \(value): all that the unit remembers."
    case .passed(let deed, let share, let target, let worked, let symbol, let unit):
      let end = symbol.isEmpty ? "." : ", that is \(symbol)."
      return "Unit \(unit) \(text(deed)) \(share) of \(target): \(worked)\(end)"
    case .added(let kept, let taken, let symbol, let value, let unit):
      let parts =
        text(kept, gated: "What was kept") + " and "
        + text(taken, gated: "what was taken in", all: "all")
      return "\(parts) are unit \(unit)’s new \(symbol): \(value)."
    case .mixed(let kept, let taken, let symbols, let value, let unit):
      let names = symbols.joined(separator: " = ")
      return "Unit \(unit) keeps \(kept) and takes in \(taken): \(names) = \(value)."
    case .summed(let value, let unit):
      return "The two parts of unit \(unit)’s sum make \(value)."
    case .weighted(let sources, let hasBias, let value, let unit):
      let all = sources + (hasBias ? ["the bias"] : [])
      return "The weights of unit \(unit) make \(value) of \(list(all)); no function yet."
    case .squeezed(let function, let name, let target, let was, let value, let symbol):
      let end = symbol.isEmpty ? "." : ": \(symbol)."
      return "\(name) \(deed(function, "\(target) = \(was)")); it becomes \(value)\(end)"
    case .set(let symbol, let value, let unit):
      return "\(symbol) of unit \(unit) is set to \(value), whatever the cell computes."
    case .worked(let symbol, let value, let unit):
      return "\(symbol) of unit \(unit) is \(value)."
    case .predicted(let piece, let word, let share, let next, let nextShare):
      let then = next.flatMap { next in nextShare.map { ", then “\(next)” (\($0))" } } ?? ""
      return "The most likely next \(name(piece)) is “\(word)” (\(share))\(then)."
    case .unpredicted(let piece):
      return "No \(name(piece)) is the most likely: the probabilities are not numbers."
    case .scored(let symbol, let formula, let row?, let value, let next, let nextValue):
      let then = next.flatMap { next in nextValue.map { ", then row \(next) (\($0))" } } ?? ""
      return "\(symbol) = \(formula): row \(row) is the largest (\(value))\(then)."
    case .scored(let symbol, let formula, nil, let value, _, _):
      return "The layer behind the cell makes \(symbol) = \(formula) = \(value)."
    case .shown(let symbol, let unit, let value, let next, let nextValue):
      let then = next.flatMap { next in nextValue.map { ", then unit \(next) (\($0))" } } ?? ""
      return "\(symbol) leaves the cell: unit \(unit) shows most (\(value))\(then)."
    }
  }

  static func shortText(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let arriving, let input, _, _), .editedStart(let arriving, let input, _, _, _):
      return "\(text(arriving)) arrives as \(input)."
    case .gate(.relevance, let state, _, let share, let deed, let target, _):
      return "Relevance gate \(text(state)): \(text(deed)) \(share) of \(target)."
    case .gate(let gate, let state, _, let share, let deed, let target, _):
      return "The \(name(gate)) is \(text(state)): \(text(deed)) \(share) of \(target)."
    case .complement(_, let symbol, let value, let share, let deed, let target, _):
      return "\(symbol) = \(value) \(text(deed)) \(share) of \(target)."
    case .candidate(let symbol, let value, _, _): return "The candidate \(symbol) is \(value)."
    case .passed(.passesOn, let share, _, let worked, _, let unit):
      return "Unit \(unit) passes on \(share): \(worked)."
    case .passed(let deed, let share, let target, let worked, _, let unit):
      return "Unit \(unit) \(text(deed)) \(share) of \(target): \(worked)."
    case .added(.gated, .gated, let symbol, let value, _):
      return "Kept and taken in: the new \(symbol) is \(value)."
    case .added(let kept, let taken, let symbol, let value, _):
      let parts = text(kept, gated: "Kept") + " and " + text(taken, gated: "taken in", all: "all")
      return "\(parts): the new \(symbol) is \(value)."
    case .mixed(let kept, let taken, let symbols, let value, _):
      return "\(kept) kept, \(taken) new: \(symbols.joined(separator: " = ")) = \(value)."
    case .weighted(let sources, let hasBias, let value, let unit):
      let all = sources + (hasBias ? ["the bias"] : [])
      return "Unit \(unit)’s weights make \(value) of \(list(all))."
    case .squeezed(_, let name, let target, let was, let value, _):
      return "\(name) squeezes \(target) = \(was) to \(value)."
    case .predicted(let piece, let word, let share, _, _):
      return "Next \(name(piece)): most likely “\(word)” (\(share))."
    case .set(let symbol, let value, _): return "\(symbol) is set to \(value)."
    case .scored(let symbol, _, let row?, let value, _, _):
      return "\(symbol): row \(row) is the largest (\(value))."
    case .scored(let symbol, let formula, nil, let value, _, _):
      return "\(symbol) = \(formula) = \(value)."
    case .shown(let symbol, let unit, let value, _, _):
      return "\(symbol) leaves: unit \(unit) shows most (\(value))."
    case .gateAlone, .activated, .summed, .worked, .unpredicted: return text(narration)
    }
  }

  private static func text(_ arriving: Narration.Arriving) -> String {
    switch arriving {
    case .word(let word): "“\(word)”"
    case .made(let layer, let word): "What \(layer) makes of “\(word)”"
    }
  }

  private static func text(_ states: [String], isFirst: Bool) -> String {
    switch states.count {
    case 1: return states[0] + (isFirst ? " starts at 0." : " comes from the step before.")
    case 2:
      return list(states) + (isFirst ? " start at 0." : " come from the step before.")
    default:
      return "\(states.count) states " + (isFirst ? "start at 0." : "come from the step before.")
    }
  }

  static func list(_ names: [String]) -> String {
    guard names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  private static func text(_ state: GateState) -> String {
    switch state {
    case .open: "open"
    case .halfOpen: "half open"
    case .partlyOpen: "partly open"
    case .shut: "nearly shut"
    case .held: "held"
    }
  }

  private static func text(_ deed: Narration.Deed) -> String {
    switch deed {
    case .keeps: "keeps"
    case .takesIn: "takes in"
    case .shows: "shows"
    case .passesOn: "passes on"
    }
  }

  private static func text(
    _ share: Narration.Share, gated: String, all: String = "All"
  ) -> String {
    switch share {
    case .gated: gated
    case .all(let signal): "\(all) of \(signal)"
    }
  }

  private static func deed(_ function: Activation, _ target: String) -> String {
    switch function {
    case .sigmoid: "squeezes \(target) into 0 to 1"
    case .tanh, .bipolarSigmoid: "squeezes \(target) into −1 to 1"
    case .doubleBipolarSigmoid: "squeezes \(target) into −2 to 2"
    case .relu: "lets \(target) through where it is above 0"
    }
  }
}
