public import CellEngine

/// What the chain, its memory line and the peepholes unit by unit say.
public enum ChainPhrase: Hashable, Sendable {
  // Holding gates.
  case heldAt(String, first: Int, last: Int?)
  case holdTitle(Role, symbol: String)
  case holdShut, holdOpen, holdValue, holdRelease
  case holdHere(word: String)
  case holdOnward(word: String)
  case holdInitial(symbol: String, unit: Int, value: String)
  case held
  /// What stands for a number that was put in by hand.
  case setByHand
  /// The footer's word for the keys of all gates.
  case holdGates

  case oneCell

  // The ledger.
  case ledgerTitle(symbol: String, unit: Int)
  case ledgerLeft(symbol: String, share: String)
  case ledgerOthers(Int)
  case ledgerCaution(Vocabulary.Piece)
  case ledgerMissing(cell: String, symbol: String, Vocabulary.Piece)
  case ledgerTooLarge
  /// One of its numbers is none.
  case ledgerNoNumber

  // The peepholes unit by unit.
  case oneToOne(unit: Int, [PeepholeReading])
  /// With the keys, where there is another cell to go on to.
  case noPeepholesHere(cell: String, KeyMap?)
  case peepholesOff(KeyMap)
  case expected(units: Int)
  case expectedCount(all: Int, real: Int)
  case peepholeSum(String)
  case peepholeUnread(String)
}

/// A memory and the gates that look at it through peepholes, by their symbols.
public struct PeepholeReading: Hashable, Sendable {
  /// The memory.
  public let memory: String
  /// The gates.
  public let gates: [String]
}
