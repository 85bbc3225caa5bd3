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

/// One thing about a cell that can be switched.
public enum CellSwitch: Hashable, Sendable {
  /// The gate reads the memory through a peephole.
  case peephole(Role)
  /// The output gate's peephole reads c<t>, not c<t-1>.
  case outputReadsNewMemory
  /// The activation is Γo ∘ tanh c<t>, not Γo ∘ c<t>.
  case memoryPassesTanh
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

  /// The switches beside the peepholes.
  public var variants: [CellSwitch] {
    switch self {
    case .lstm: [.outputReadsNewMemory, .memoryPassesTanh]
    case .gru, .rnn: []
    }
  }

  /// Whether a switch is on; one that the cell does not have is off.
  public func isOn(_ option: CellSwitch) -> Bool {
    switch self {
    case .lstm(let lstm):
      switch option {
      case .peephole(let gate): lstm.peepholes.contains(gate)
      case .outputReadsNewMemory: lstm.outputReadsNewMemory
      case .memoryPassesTanh: lstm.memoryPassesTanh
      }
    case .gru, .rnn: false
    }
  }

  /// The same cell with a switch set; one that would make no sense stays as it is.
  public func setting(_ option: CellSwitch, to isOn: Bool) -> CellKind {
    switch self {
    case .lstm(var lstm):
      switch option {
      case .peephole(let gate):
        if isOn { lstm.peepholes.insert(gate) } else { lstm.peepholes.remove(gate) }
      case .outputReadsNewMemory: lstm.outputReadsNewMemory = isOn
      case .memoryPassesTanh: lstm.memoryPassesTanh = isOn
      }
      return lstm.mistake == nil ? .lstm(lstm) : self
    case .gru, .rnn: return self
    }
  }
}
