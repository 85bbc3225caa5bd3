/// Why switches of a cell make no sense together.
public enum SwitchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Only the three gates can be left out, be coupled or have a peephole.
  case notAGate(Role)
  /// The output gate has no partner to be one minus of.
  case outputCannotBeCoupled
  /// The coupled gate's partner, or the gate itself, is left out.
  case coupledToNothing(Role, Role)
  /// A peephole leads to a gate that has no sum to add it to.
  case peepholeWithoutWeights(Role)
  /// The output gate is left out but should read the new memory.
  case noOutputGate
  /// No gate has weights, so no gate can read the others.
  case noGateToRead
  /// The forget and the update gate would each be 1 minus the other.
  case coupledBothWays
  /// There is no relevance gate that could act after the product.
  case nothingToReset
  /// The switch belongs to another family of cells.
  case otherCell(CellSwitch)

  /// One sentence that names the gate and what to do.
  public var description: String { reason + advice + "." }

  /// What to do with the switches, behind the reason.
  private var advice: String {
    switch self {
    case .peepholeWithoutWeights: "; switch the peephole off first"
    case .coupledBothWays: "; uncouple them first"
    case .notAGate, .outputCannotBeCoupled, .coupledToNothing, .noOutputGate, .noGateToRead,
      .nothingToReset, .otherCell:
      ""
    }
  }

  /// The sentence without its full stop and what to do.
  var reason: String {
    switch self {
    case .notAGate(let role):
      "The \(role.rawValue) is none of the forget, update and output gates, which alone can be "
        + "left out, be coupled or have a peephole"
    case .outputCannotBeCoupled:
      "The output gate cannot be coupled; only the forget and the update gate can be 1 minus "
        + "each other"
    case .coupledToNothing(let gate, let missing):
      "The \(gate.rawValue) gate cannot be coupled while the \(missing.rawValue) gate is left out"
    case .peepholeWithoutWeights(let gate):
      "The \(gate.rawValue) gate is left out or coupled, so it has no sum that a peephole could "
        + "add to"
    case .noOutputGate:
      "The output gate is left out, so its peephole cannot read the new memory"
    case .noGateToRead:
      "No gate has weights of its own, so gates cannot read the gates of the last step"
    case .coupledBothWays:
      "The forget and the update gate cannot each be 1 minus the other"
    case .nothingToReset:
      "Without a relevance gate nothing can be reset after the product"
    case .otherCell(let option):
      "This cell has no such switch (“\(option.purpose.dropLast())” is for another one)"
    }
  }
}
