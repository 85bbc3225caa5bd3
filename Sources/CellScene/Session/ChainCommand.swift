public import CellEngine

/// What keys can ask for about the chain of cells and its memory line.
public enum ChainCommand: Hashable, Sendable {
  /// One cell, or cells side by side in time.
  case toggleChain
  /// The peepholes unit by unit, or the cell again.
  case togglePeepholes
  /// Opens the pop-up of a gate; the same gate closes it.
  case showHold(Role)
  /// Holds the pop-up's gate shut or open.
  case holdShut, holdOpen
  /// Opens a line for the gate's value.
  case typeValue
  /// Lets the gate be computed again.
  case release
  /// This word alone, or from this word on.
  case toggleRange
  /// Opens a line for the first memory of the selected unit.
  case typeInitial

  /// Whether it holds a gate or sets a memory of the cell.
  var concernsCell: Bool {
    switch self {
    case .toggleChain, .togglePeepholes: false
    case .showHold, .holdShut, .holdOpen, .typeValue, .release, .toggleRange, .typeInitial: true
    }
  }
}

/// The pop-up that holds a gate.
public struct HoldPopup: Hashable, Sendable {
  /// The gate.
  public let gate: Role
  /// Whether it is held from this word on, not at this word alone.
  public var isOnward = true
}

/// A number that is typed for the memory line.
public enum ChainPrompt: Hashable, Sendable {
  /// The value of a gate.
  case gate(HoldPopup, symbol: String)
  /// A unit's memory before the first word.
  case initial(Role, unit: Int, symbol: String)
}

/// What a gate does when the other of a coupled pair is held, by its symbol.
public enum CoupledGate: Hashable, Sendable {
  /// It is 1 − the held one, and stays so.
  case follows(String)
  /// The held one was 1 − it, and is no longer; it is computed as it was.
  case isComputed(String)
}

/// What there is to say about the memory line.
public enum ChainNotice: Hashable, Sendable {
  /// A gate is held at a value now, from a word (counted from 1) on or at it alone; with what the gate
  /// does that it is coupled with.
  case held(
    Role, symbol: String, value: String, word: Int, isOnward: Bool, coupled: CoupledGate? = nil)
  /// A gate is computed again.
  case released(Role, symbol: String, word: Int, isOnward: Bool)
  /// A unit starts with this memory now.
  case started(symbol: String, value: String, unit: Int)
  /// The cell has no such gate.
  case noGate(Role, cell: String)
  /// The gate has no peephole.
  case noPeephole(Role, cell: String)
  /// None of the cell's gates has a peephole; whether there is another cell to go on to.
  case noPeepholes(cell: String, hasOther: Bool)
  /// A typed line that is no number from 0 to 1.
  case noShare(String)
}
