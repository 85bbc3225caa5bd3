import CellEngine

/// Every cell of the catalogue: 8 sets of peepholes × what the output gate reads × tanh or not.
let allKinds: [CellKind] = [false, true].flatMap { outputReadsNewMemory in
  [false, true].flatMap { memoryPassesTanh in
    (0..<8).map { bits in
      let peepholes = LSTM.gates.enumerated().filter { bits >> $0.offset & 1 == 1 }
      return CellKind.lstm(
        LSTM(
          peepholes: Set(peepholes.map(\.element)), outputReadsNewMemory: outputReadsNewMemory,
          memoryPassesTanh: memoryPassesTanh))
    }
  }
}
