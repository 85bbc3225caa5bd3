import CellEngine

/// Every cell that the other tests go through: all settings of the screen, and the catalogue.
let everyKind: [CellKind] =
  allKinds
  + CatalogueEntry.all.map(\.kind).enumerated().filter { place, kind in
    !allKinds.contains(kind)
      && !CatalogueEntry.all.prefix(place).contains { $0.kind == kind }
  }.map(\.element)

/// Every cell of the catalogue, once.
let catalogueKinds: [CellKind] = CatalogueEntry.all.map(\.kind).reduce(into: []) { kinds, kind in
  if !kinds.contains(kind) { kinds.append(kind) }
}

/// Every LSTM that the screen can switch to: 8 sets of peepholes × what the output gate reads × tanh or not.
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
