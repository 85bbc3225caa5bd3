/// One thing about a cell that can be switched.
public enum CellSwitch: Hashable, Sendable {
  /// The gate reads the memory through a peephole.
  case peephole(Role)
  /// The output gate's peephole reads c<t>, not c<t-1>.
  case outputReadsNewMemory
  /// The activation is Γo ∘ tanh c<t>, not Γo ∘ c<t>.
  case memoryPassesTanh
  /// The candidate is tanh(…), not the sum itself.
  case candidatePassesTanh
  /// A relevance gate decides what the candidate sees of the last step.
  case relevanceGate
  /// The gate is 1 − the other of forget and update.
  case coupled(Role)
  /// The gate is left out: it is 1.
  case missing(Role)
  /// The gates read the gates of the last step.
  case gateRecurrence
  /// The GRU's relevance gate acts after the matrix product.
  case lateReset
  /// In the GRU, Γu = 1 keeps the old value; otherwise it takes the new one.
  case updateKeepsOld
  /// The plain network's function is relu, not tanh.
  case relu
}

extension CellSwitch {
  /// The switch that must be on for this one to make a difference; nil if it always makes one.
  public var condition: CellSwitch? {
    switch self {
    case .outputReadsNewMemory: .peephole(.output)
    case .lateReset: .relevanceGate
    case .peephole, .memoryPassesTanh, .candidatePassesTanh, .relevanceGate, .coupled, .missing,
      .gateRecurrence, .updateKeepsOld, .relu:
      nil
    }
  }
}

extension CellKind {
  /// The switches beside the peepholes, in the order of a menu.
  public var variants: [CellSwitch] {
    switch self {
    case .lstm:
      [
        .outputReadsNewMemory, .memoryPassesTanh, .candidatePassesTanh, .relevanceGate,
        .coupled(.forget), .coupled(.update), .missing(.forget), .missing(.update),
        .missing(.output), .gateRecurrence,
      ]
    case .gru: [.relevanceGate, .lateReset, .updateKeepsOld]
    case .rnn: [.relu]
    }
  }

  /// The variants whose two sides are worth seeing beside each other: all else stays the same.
  public var contrasts: [CellSwitch] {
    switch self {
    case .lstm: [.coupled(.forget)]
    case .gru, .rnn: []
    }
  }

  /// Whether a switch is on; one that the cell does not have is off.
  public func isOn(_ option: CellSwitch) -> Bool {
    switch self {
    case .lstm(let lstm): lstm.isOn(option)
    case .gru(let gru): gru.isOn(option)
    case .rnn(let rnn): option == .relu && rnn.function == .relu
    }
  }

  /// The same cell with a switch set.
  ///
  /// - Throws: `SwitchError` if the cell does not have the switch, or if it would make no sense
  ///   together with the others.
  public func switching(_ option: CellSwitch, to isOn: Bool) throws(SwitchError) -> CellKind {
    switch self {
    case .lstm(var lstm):
      try lstm.set(option, to: isOn)
      return try CellKind(checked: lstm)
    case .gru(var gru):
      try gru.set(option, to: isOn)
      return .gru(gru)
    case .rnn(var rnn):
      guard option == .relu else { throw .otherCell(option) }
      rnn.function = isOn ? .relu : .tanh
      return .rnn(rnn)
    }
  }

  /// The same cell with a switch set; one that would make no sense stays as it is.
  public func setting(_ option: CellSwitch, to isOn: Bool) -> CellKind {
    do throws(SwitchError) { return try switching(option, to: isOn) } catch { return self }
  }
}

extension LSTM {
  fileprivate func isOn(_ option: CellSwitch) -> Bool {
    switch option {
    case .peephole(let gate): peepholes.contains(gate)
    case .outputReadsNewMemory: outputReadsNewMemory
    case .memoryPassesTanh: memoryPassesTanh
    case .candidatePassesTanh: candidateSquashing != nil
    case .relevanceGate: hasRelevanceGate
    case .coupled(let gate): coupledGate == gate
    case .missing(let gate): missingGates.contains(gate)
    case .gateRecurrence: gatesReadGates
    case .lateReset, .updateKeepsOld, .relu: false
    }
  }

  fileprivate mutating func set(_ option: CellSwitch, to isOn: Bool) throws(SwitchError) {
    func change(_ gates: inout Set<Role>, _ gate: Role) {
      if isOn { gates.insert(gate) } else { gates.remove(gate) }
    }
    switch option {
    case .peephole(let gate): change(&peepholes, gate)
    case .outputReadsNewMemory: outputReadsNewMemory = isOn
    case .memoryPassesTanh: memoryPassesTanh = isOn
    case .candidatePassesTanh: candidateSquashing = isOn ? candidateFunction : nil
    case .relevanceGate: hasRelevanceGate = isOn
    case .coupled(let gate):
      if isOn, let coupledGate, coupledGate != gate { throw .coupledBothWays }
      if isOn || coupledGate == gate { coupledGate = isOn ? gate : nil }
    case .missing(let gate): change(&missingGates, gate)
    case .gateRecurrence: gatesReadGates = isOn
    case .lateReset, .updateKeepsOld, .relu: throw .otherCell(option)
    }
  }
}

extension GRU {
  fileprivate func isOn(_ option: CellSwitch) -> Bool {
    switch option {
    case .relevanceGate: reset != .never
    case .lateReset: reset == .after
    case .updateKeepsOld: !updateTakesNew
    case .peephole, .outputReadsNewMemory, .memoryPassesTanh, .candidatePassesTanh, .coupled,
      .missing, .gateRecurrence, .relu:
      false
    }
  }

  fileprivate mutating func set(_ option: CellSwitch, to isOn: Bool) throws(SwitchError) {
    switch option {
    case .relevanceGate:
      if !isOn, reset == .after { throw .nothingToReset }
      reset = isOn ? (reset == .never ? .before : reset) : .never
    case .lateReset:
      if reset == .never {
        guard !isOn else { throw .nothingToReset }
      } else {
        reset = isOn ? .after : .before
      }
    case .updateKeepsOld: updateTakesNew = !isOn
    case .peephole, .outputReadsNewMemory, .memoryPassesTanh, .candidatePassesTanh, .coupled,
      .missing, .gateRecurrence, .relu:
      throw .otherCell(option)
    }
  }
}
