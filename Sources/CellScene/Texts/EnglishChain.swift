import CellEngine

extension English {
  static func text(_ phrase: ChainPhrase) -> String {
    switch phrase {
    case .heldAt(let gates, let first, nil): return "\(gates) t≥\(first)"
    case .heldAt(let gates, let first, let last?):
      return first == last ? "\(gates) t=\(first)" : "\(gates) t=\(first)–\(last)"
    case .holdTitle(let gate, let symbol): return "hold the \(name(gate)) \(symbol)"
    case .holdShut: return "shut: 0"
    case .holdOpen: return "open: 1"
    case .holdValue: return "another value"
    case .holdRelease: return "release"
    case .holdHere(let word): return "at “\(word)” alone"
    case .holdOnward(let word): return "from “\(word)” on"
    case .holdInitial(let symbol, let unit, let value):
      return "set \(symbol) of unit \(unit), now \(value)"
    case .held: return "held"
    case .setByHand: return "set by hand"
    case .holdGates: return "hold"
    case .oneCell: return "one cell"
    case .ledgerTitle(let symbol, let unit): return "what \(symbol) of unit \(unit) is made of"
    case .ledgerLeft(let symbol, let share): return "\(share) of \(symbol) is left"
    case .ledgerOthers(let count): return "\(count) more"
    case .ledgerCaution(let piece):
      return "Who wrote what, with the gates as they are; "
        + "the gates themselves depend on earlier \(name(piece))s."
    case .ledgerMissing(let cell, let symbol, let piece):
      return "The \(cell) has no memory line: \(symbol) is made anew at each \(name(piece)), "
        + "nothing passes straight through."
    case .ledgerTooLarge: return "These numbers are too large to be split to the digit."
    case .ledgerNoNumber: return "The memory is not a number here: there is nothing to split."
    case .oneToOne(let unit, let readings):
      let parts = readings.enumerated().map { place, reading in
        (place == 0 ? "Unit \(unit) of \(reading.memory) reaches" : "that of \(reading.memory)")
          + " unit \(unit) of \(list(reading.gates))"
      }
      return parts.joined(separator: ", ") + (parts.count == 1 ? ", and no other." : ".")
    case .noPeepholesHere(let cell, let keys):
      return "The \(cell) has no gates with peepholes"
        + (keys.map { "; \(key(.nextModel, $0)) goes on to another cell." } ?? ".")
    case .peepholesOff(let keys):
      return "All peepholes are off: no gate looks at the memory; "
        + "\(key(.toggleAllPeepholes, keys)) switches them on."
    case .expected(let units): return "not this: \(units) × \(units) weights"
    case .expectedCount(let all, let real): return "\(real) of \(all) are there"
    case .peepholeSum(let gate): return "into the sum of \(gate)"
    case .peepholeUnread(let gate): return "not read: \(gate) is held"
    }
  }

  static func shortText(_ phrase: ChainPhrase) -> String {
    switch phrase {
    case .ledgerCaution(let piece):
      "With gates as they are; earlier \(name(piece))s set them too."
    case .ledgerMissing(let cell, let symbol, _):
      "No memory line in the \(cell): \(symbol) is made anew each time."
    case .expected(let units): "not this: \(units) × \(units)"
    case .oneToOne(let unit, let readings):
      "Unit \(unit) reaches unit \(unit) of \(list(readings.flatMap(\.gates))), no other."
    case .noPeepholesHere(let cell, let keys):
      "The \(cell) has no gates with peepholes"
        + (keys.map { "; \(key(.nextModel, $0)): another cell." } ?? ".")
    case .peepholesOff(let keys):
      "All peepholes are off; \(key(.toggleAllPeepholes, keys)) switches them on."
    case .expectedCount(let all, let real): "\(real) of \(all) there"
    case .setByHand: "set"
    case .heldAt, .holdTitle, .holdShut, .holdOpen, .holdValue, .holdRelease, .holdHere,
      .holdOnward, .holdInitial, .held, .holdGates, .oneCell, .ledgerTitle, .ledgerLeft,
      .ledgerOthers, .ledgerTooLarge, .ledgerNoNumber, .peepholeSum, .peepholeUnread:
      text(phrase)
    }
  }

  static func text(
    _ notice: ChainNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .held(_, let symbol, let value, let word, let isOnward, .isComputed(let other)?):
      "\(symbol) is held at \(value) \(range(word, isOnward, piece)), not 1 − \(other); "
        + "\(other) is still computed."
    case .held(let gate, let symbol, let value, let word, let isOnward, let coupled):
      "The \(name(gate)) is held: \(symbol) = \(value) \(range(word, isOnward, piece))"
        + rest(symbol, coupled)
    case .released(let gate, let symbol, let word, let isOnward):
      "The \(name(gate)) \(symbol) is computed again \(range(word, isOnward, piece))."
    case .started(let symbol, let value, let unit):
      "Unit \(unit) starts with \(symbol) = \(value) now."
    case .noGate(let gate, let cell): "The \(cell) has no \(name(gate))."
    case .noPeephole(let gate, let cell): "The \(name(gate)) of this \(cell) has no peephole."
    case .noPeepholes(let cell, let hasOther):
      text(ChainPhrase.noPeepholesHere(cell: cell, hasOther ? keys : nil))
    case .noShare(let line): "A gate is a number from 0 to 1, not “\(line)”."
    }
  }

  static func shortText(
    _ notice: ChainNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .held(_, _, _, _, _, coupled: nil) where piece == .word: text(notice, keys, piece)
    case .held(_, let symbol, let value, let word, let isOnward, let coupled):
      "\(symbol) = \(value) \(range(word, isOnward, piece))" + rest(symbol, coupled)
    case .released(_, let symbol, let word, let isOnward) where piece != .word:
      "\(symbol) is computed again \(range(word, isOnward, piece))."
    case .noShare(let line): "From 0 to 1, not “\(line)”."
    case .released, .started, .noGate, .noPeephole, .noPeepholes:
      text(notice, keys, piece)
    }
  }

  /// What the gate does that a held one is coupled with.
  private static func rest(_ symbol: String, _ coupled: CoupledGate?) -> String {
    switch coupled {
    case nil: "."
    case .follows(let other): "; \(other) = 1 − \(symbol) follows."
    case .isComputed(let other): "; \(other) is still computed."
    }
  }

  private static func range(
    _ word: Int, _ isOnward: Bool, _ piece: Vocabulary.Piece
  ) -> String {
    isOnward ? "from \(name(piece)) \(word) on" : "at \(name(piece)) \(word) alone"
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: ChainCommand) -> String {
    switch command {
    case .toggleChain: "cells side by side"
    case .togglePeepholes: "peepholes unit by unit"
    case .showHold(let gate): "hold the \(name(gate))"
    case .holdShut: "hold the gate shut"
    case .holdOpen: "hold the gate open"
    case .typeValue: "hold it at a value"
    case .release: "compute it again"
    case .toggleRange: "this word, or on"
    case .typeInitial: "set the first memory"
    }
  }

  /// One or two words for the footer.
  static func footer(_ command: ChainCommand) -> String {
    switch command {
    case .toggleChain: "chain"
    case .togglePeepholes: "peepholes"
    case .showHold(let gate): "hold \(gate.rawValue)"
    case .holdShut: "shut"
    case .holdOpen: "open"
    case .typeValue: "value"
    case .release: "release"
    case .toggleRange: "range"
    case .typeInitial: "set start"
    }
  }
}

extension English {
  /// What stands before the typed line.
  static func mark(_ prompt: ChainPrompt) -> String {
    switch prompt {
    case .gate(_, let symbol): "\(symbol) ="
    case .initial(_, let unit, let symbol): "\(symbol) of unit \(unit + 1) ="
    }
  }

  /// What can be typed.
  static func hint(_ prompt: ChainPrompt) -> String {
    switch prompt {
    case .gate: "a number from 0 (shut) to 1 (open)"
    case .initial: "a number such as .9 or −.9"
    }
  }
}
