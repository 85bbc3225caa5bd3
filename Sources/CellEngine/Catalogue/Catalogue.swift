extension CatalogueEntry {
  private static let lecturePaper = "Ng, Sequence Models, lecture on the LSTM"
  private static let greff = "Greff et al., LSTM: A Search Space Odyssey"

  /// The cells that the lecture draws or mentions.
  static let lectureCells = [
    CatalogueEntry(
      "lstm_lecture", "LSTM", 2018, lecturePaper, .lecture,
      purpose: "Three gates over a memory line, the cell that the lecture draws."),
    CatalogueEntry(
      "lstm_Ng_noTanh", "LSTM as spoken", 2018, lecturePaper,
      .lstm(LSTM(memoryPassesTanh: false)),
      purpose: "Shows the memory without a tanh, as the spoken lecture says it."),
    CatalogueEntry(
      "lstm_Ng_peephole", "LSTM with peepholes on the old memory", 2018, lecturePaper,
      .lstm(LSTM(peepholes: Set(LSTM.gates))),
      purpose: "Lets all three gates look at the old memory, element by element."),
    CatalogueEntry(
      "lstm_Ng_relevance", "LSTM with relevance gate", 2018, lecturePaper,
      .lstm { $0.hasRelevanceGate = true },
      purpose: "Brings the GRU's relevance gate back to the candidate of the LSTM."),
    CatalogueEntry(
      "lstm_Ng_relevance_peephole", "LSTM with relevance gate and peepholes", 2018, lecturePaper,
      .lstm {
        $0.peepholes = Set(LSTM.gates)
        $0.hasRelevanceGate = true
      },
      purpose: "Joins the relevance gate and the lecture's peepholes."),
    CatalogueEntry(
      "gru_lecture", "GRU", 2018, lecturePaper, .gru(GRU()),
      purpose: "Two gates and no separate output, the lecture's full GRU."),
    CatalogueEntry(
      "gru_Ng_simple", "Simple GRU", 2018, lecturePaper, .gru(GRU(reset: .never)),
      purpose: "One gate decides between old and new, the lecture's first step to the GRU."),
  ]

  /// The vanilla LSTM and what the study takes away from it or adds.
  static let studyCells = [
    CatalogueEntry(
      "lstm_V", "Vanilla LSTM", 2017, greff, .vanilla(),
      purpose: "Has everything, and is what the other variants are measured against."),
    CatalogueEntry(
      "lstm_NIG", "No update gate", 2017, greff,
      .vanilla {
        $0.missingGates = [.update]
        $0.peepholes = [.forget, .output]
      }, purpose: "Lets every candidate into the memory."),
    CatalogueEntry(
      "lstm_NFG", "No forget gate", 2017, greff,
      .vanilla {
        $0.missingGates = [.forget]
        $0.peepholes = [.update, .output]
      }, purpose: "Never forgets: the memory only adds up."),
    CatalogueEntry(
      "lstm_NOG", "No output gate", 2017, greff,
      .vanilla {
        $0.missingGates = [.output]
        $0.peepholes = [.forget, .update]
        $0.outputReadsNewMemory = false
      }, purpose: "Always shows its whole memory."),
    CatalogueEntry(
      "lstm_NIAF", "No input activation", 2017, greff, .vanilla { $0.candidateSquashing = nil },
      purpose: "Lets the candidate grow without bound."),
    CatalogueEntry(
      "lstm_NOAF", "No output activation", 2017, greff, .vanilla { $0.memorySquashing = nil },
      purpose: "Shows the memory itself, gated but not squashed."),
    CatalogueEntry(
      "lstm_CIFG", "Coupled gates, forget = 1 − update", 2017, greff,
      .vanilla {
        $0.coupledGate = .forget
        $0.peepholes = [.update, .output]
      }, purpose: "Forgets exactly as much as it takes in, like the GRU."),
    CatalogueEntry(
      "lstm_NP", "No peepholes", 2017, greff, .lecture,
      purpose: "The LSTM of PyTorch, Keras and the lecture: no gate looks at the memory."),
    CatalogueEntry(
      "lstm_FGR", "Full gate recurrence", 2017, greff, .vanilla { $0.gatesReadGates = true },
      purpose: "Lets every gate read all gates of the last step, at the price of nine matrices."),
  ]

  /// The LSTM as it grew from paper to paper, and TensorFlow's coupling.
  static let historicCells = [
    CatalogueEntry(
      "lstm_HS1997", "The first LSTM", 1997, "Hochreiter & Schmidhuber, Long Short-Term Memory",
      .lstm {
        $0.missingGates = [.forget]
        ($0.candidateSquashing, $0.memorySquashing) = (.doubleBipolarSigmoid, .bipolarSigmoid)
      }, purpose: "Carries an error over many steps, with no gate that could forget."),
    CatalogueEntry(
      "lstm_HS1997_tanh", "The first LSTM with tanh", 1997,
      "Hochreiter & Schmidhuber, Long Short-Term Memory", .lstm { $0.missingGates = [.forget] },
      purpose: "The structure of 1997 with today's squashing."),
    CatalogueEntry(
      "lstm_Gers2000", "LSTM with forget gate", 2000,
      "Gers, Schmidhuber & Cummins, Learning to Forget",
      .lstm {
        ($0.candidateSquashing, $0.memorySquashing) = (.doubleBipolarSigmoid, .bipolarSigmoid)
      }, purpose: "Learns when to reset its memory, so that long streams do not overflow it."),
    CatalogueEntry(
      "lstm_Gers2002", "LSTM with peepholes", 2002,
      "Gers, Schraudolph & Schmidhuber, Learning Precise Timing",
      .vanilla {
        ($0.candidateSquashing, $0.memorySquashing) = (.doubleBipolarSigmoid, nil)
      }, purpose: "Times events exactly, because its gates see the memory."),
    CatalogueEntry(
      "lstm_CIFG_tf", "Coupled gates, update = 1 − forget", 2016,
      "TensorFlow, CoupledInputForgetGateLSTMCell",
      .vanilla {
        $0.coupledGate = .update
        $0.peepholes = [.forget, .output]
      }, purpose: "The coupling with the weights at the forget gate."),
  ]

  /// The GRU in its forms.
  static let gatedUnits = [
    CatalogueEntry(
      "gru_Cho2014", "GRU of 2014, keeping", 2014,
      "Cho et al., Learning Phrase Representations using RNN Encoder–Decoder",
      .gru(GRU(updateTakesNew: false)),
      purpose: "The first GRU: Γu = 1 keeps the old value."),
    CatalogueEntry(
      "gru_Chung2014", "GRU of 2014, taking", 2014,
      "Chung et al., Empirical Evaluation of Gated Recurrent Neural Networks", .gru(GRU()),
      purpose: "The same with Γu = 1 for the new value, as in the lecture."),
    CatalogueEntry(
      "gru_PyTorch", "GRU of PyTorch", 2017, "PyTorch, torch.nn.GRU (also cuDNN and Keras)",
      .gru(GRU(reset: .after, updateTakesNew: false)),
      purpose: "Resets after the matrix product, so that all products are one."),
    CatalogueEntry(
      "gru_Chung_after", "GRU with late reset, taking", 2014,
      "Chung et al. with cuDNN's reset", .gru(GRU(reset: .after)),
      purpose: "PyTorch's reset with the lecture's sense of Γu."),
  ]

  /// Networks without gates.
  static let plainNetworks = [
    CatalogueEntry(
      "rnn_tanh", "Plain network", 1990, "Elman, Finding Structure in Time", .rnn(RNN()),
      purpose: "Has no gates, and shows why the others have: its gradient vanishes."),
    CatalogueEntry(
      "rnn_relu", "Plain network with relu", 2015,
      "Le, Jaitly & Hinton, A Simple Way to Initialize Recurrent Networks of Rectified Linear Units",
      .rnn(RNN(function: .relu)),
      purpose: "Does not saturate, but may explode."),
  ]
}
