/// A family of cells: kinds that differ in their switches alone.
public enum CellFamily: String, CaseIterable, Hashable, Sendable {
  /// The long short-term memories.
  case lstm
  /// The gated recurrent units.
  case gru
  /// The plain recurrent networks.
  case rnn

  /// What people call its cells.
  public var name: String { rawValue.uppercased() }
}

extension CellKind {
  /// The family that the cell belongs to, whatever its switches are.
  public var family: CellFamily {
    switch self {
    case .lstm: .lstm
    case .gru: .gru
    case .rnn: .rnn
    }
  }
}
