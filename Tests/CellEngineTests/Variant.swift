import CellEngine
import Testing

/// A variant of `Fixtures/variants` and the graph that should compute its numbers.
struct Variant: CustomTestStringConvertible, Sendable {
  let name: String
  let graph: @Sendable () throws -> CellGraph

  init(_ name: String, _ graph: @escaping @Sendable () throws -> CellGraph) {
    self.name = name
    self.graph = graph
  }

  var testDescription: String { name }

  /// `lstm`, `gru` or `rnn`.
  var family: String { String(name.prefix { $0 != "_" }) }

  /// What the catalogue knows.
  static let ofTheCatalogue = [
    Variant("lstm_NP") { CellKind.lecture.graph },
    Variant("lstm_V") {
      CellKind.lstm(LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: true)).graph
    },
    Variant("lstm_Ng_peephole") { CellKind.lstm(LSTM(peepholes: Set(LSTM.gates))).graph },
    Variant("lstm_Ng_noTanh") { CellKind.lstm(LSTM(memoryPassesTanh: false)).graph },
  ]

  /// What only these tests know.
  static let madeUp = [
    Variant("lstm_NIG") { try MadeUpLSTM(gates: [.forget, .output]).graph() },
    Variant("lstm_NFG") { try MadeUpLSTM(gates: [.update, .output]).graph() },
    Variant("lstm_NOG") { try MadeUpLSTM(gates: [.forget, .update]).graph() },
    Variant("lstm_NIAF") { try MadeUpLSTM(candidateSquashing: nil).graph() },
    Variant("lstm_NOAF") { try MadeUpLSTM(memorySquashing: nil).graph() },
    Variant("lstm_CIFG") {
      try MadeUpLSTM(gates: [.update, .output], coupled: .forget).graph()
    },
    Variant("lstm_CIFG_tf") {
      try MadeUpLSTM(gates: [.forget, .output], coupled: .update).graph()
    },
    Variant("lstm_FGR") { try MadeUpLSTM(gatesReadGates: true).graph() },
    Variant("lstm_HS1997") {
      try MadeUpLSTM(
        gates: [.update, .output], hasPeepholes: false,
        candidateSquashing: .doubleBipolarSigmoid, memorySquashing: .bipolarSigmoid
      ).graph()
    },
    Variant("lstm_HS1997_tanh") {
      try MadeUpLSTM(gates: [.update, .output], hasPeepholes: false).graph()
    },
    Variant("lstm_Gers2000") {
      try MadeUpLSTM(
        hasPeepholes: false, candidateSquashing: .doubleBipolarSigmoid,
        memorySquashing: .bipolarSigmoid
      ).graph()
    },
    Variant("lstm_Gers2002") {
      try MadeUpLSTM(candidateSquashing: .doubleBipolarSigmoid, memorySquashing: nil).graph()
    },
    Variant("lstm_Ng_relevance") {
      try MadeUpLSTM(hasPeepholes: false, hasRelevance: true).graph()
    },
    Variant("lstm_Ng_relevance_peephole") {
      try MadeUpLSTM(outputReadsNewMemory: false, hasRelevance: true).graph()
    },
    Variant("gru_Cho2014") { try MadeUpGRU(updateTakesNew: false).graph() },
    Variant("gru_Chung2014") { try MadeUpGRU().graph() },
    Variant("gru_PyTorch") { try MadeUpGRU(reset: .after, updateTakesNew: false).graph() },
    Variant("gru_Chung_after") { try MadeUpGRU(reset: .after).graph() },
    Variant("gru_Ng_simple") { try MadeUpGRU(reset: .never).graph() },
    Variant("rnn_tanh") { try madeUpRNN(.tanh) },
    Variant("rnn_relu") { try madeUpRNN(.relu) },
  ]
}
