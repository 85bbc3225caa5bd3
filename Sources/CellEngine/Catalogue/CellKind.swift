/// A cell of the catalogue with its switches set.
public enum CellKind: Hashable, Sendable {
  /// The long short-term memory.
  case lstm(LSTM)
  /// The gated recurrent unit.
  case gru(GRU)
  /// The plain recurrent network.
  case rnn(RNN)

  /// Takes an LSTM whose switches make sense together.
  ///
  /// - Throws: `SwitchError` that says which do not.
  public init(checked lstm: LSTM) throws(SwitchError) {
    if let mistake = lstm.mistake { throw mistake }
    self = .lstm(lstm)
  }

  /// The description that every reader works from.
  public var graph: CellGraph {
    switch self {
    case .lstm(let lstm): lstm.graph
    case .gru(let gru): gru.graph
    case .rnn(let rnn): rnn.graph
    }
  }

  /// Why the cell's switches make no sense together; nil if they do.
  public var mistake: SwitchError? {
    switch self {
    case .lstm(let lstm): lstm.mistake
    case .gru, .rnn: nil
    }
  }
}

extension CellKind {
  /// The cell as the lecture writes it.
  public static let lecture = CellKind.lstm(LSTM())

  /// The gates that can have a peephole, in the order of evaluation.
  public var peepholeGates: [Role] {
    switch self {
    case .lstm(let lstm): lstm.weightedGates
    case .gru, .rnn: []
    }
  }

  /// The gates that have one, in the same order.
  public var gatesWithPeephole: [Role] { peepholeGates.filter { isOn(.peephole($0)) } }

  /// The same cell with peepholes at these of its gates and at no other.
  public func withPeepholes(at gates: [Role]) -> CellKind {
    peepholeGates.reduce(self) { $0.setting(.peephole($1), to: gates.contains($1)) }
  }

  /// The same cell without any peephole or, if it has none, with all.
  public var withPeepholesToggled: CellKind {
    withPeepholes(at: gatesWithPeephole.isEmpty ? peepholeGates : [])
  }
}
