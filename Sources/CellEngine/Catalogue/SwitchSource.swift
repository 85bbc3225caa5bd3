/// What a switch changes and where it was published.
public struct SwitchSource: Hashable, Sendable {
  /// What it changes when it is on, in one sentence.
  public let purpose: String
  /// When it was published.
  public let year: Int
  /// Where it was published.
  public let paper: String

  init(_ year: Int, _ paper: String, _ purpose: String) {
    (self.year, self.paper, self.purpose) = (year, paper, purpose)
  }
}

extension CellSwitch {
  /// What the switch changes, with year and paper.
  public var source: SwitchSource {
    switch self {
    case .peephole:
      SwitchSource(
        2000, "Gers & Schmidhuber, Recurrent Nets that Time and Count",
        "The gate also sees the memory, each unit its own element.")
    case .outputReadsNewMemory:
      SwitchSource(
        2000, "Gers & Schmidhuber, Recurrent Nets that Time and Count",
        "The output gate's peephole sees the memory that has just been made.")
    case .memoryPassesTanh:
      SwitchSource(
        1997, "Hochreiter & Schmidhuber, Long Short-Term Memory",
        "What the cell shows of its memory is squashed first.")
    case .candidatePassesTanh:
      SwitchSource(
        1997, "Hochreiter & Schmidhuber, Long Short-Term Memory",
        "What could be written is squashed first, so that the memory grows in small steps.")
    case .relevanceGate:
      SwitchSource(
        2014,
        "Cho et al., Learning Phrase Representations using RNN Encoder–Decoder",
        "A gate decides how much of the last step the candidate looks at.")
    case .coupled(.update):
      SwitchSource(
        2016, "TensorFlow, CoupledInputForgetGateLSTMCell",
        "The cell takes in exactly as much as it forgets.")
    case .coupled:
      SwitchSource(
        2017, "Greff et al., LSTM: A Search Space Odyssey",
        "The cell forgets exactly as much as it takes in, like the GRU.")
    case .missing(.forget):
      SwitchSource(
        1997, "Hochreiter & Schmidhuber, Long Short-Term Memory",
        "Nothing is ever forgotten: the memory only adds up.")
    case .missing(.update):
      SwitchSource(
        2017, "Greff et al., LSTM: A Search Space Odyssey",
        "Every candidate goes into the memory.")
    case .missing:
      SwitchSource(
        2017, "Greff et al., LSTM: A Search Space Odyssey", "The whole memory is always shown.")
    case .gateRecurrence:
      SwitchSource(
        2017, "Greff et al., LSTM: A Search Space Odyssey",
        "Every gate reads all gates of the last step, as in the paper of 1997.")
    case .lateReset:
      SwitchSource(
        2014, "NVIDIA, cuDNN (also PyTorch and Keras)",
        "The relevance gate acts after the matrix product, so that all products are one.")
    case .updateKeepsOld:
      SwitchSource(
        2014,
        "Cho et al., Learning Phrase Representations using RNN Encoder–Decoder",
        "An open update gate keeps the old value instead of taking the new one.")
    case .relu:
      SwitchSource(
        2015,
        "Le, Jaitly & Hinton, A Simple Way to Initialize Recurrent Networks of Rectified Linear "
          + "Units",
        "The function does not saturate, but the activation may grow without bound.")
    }
  }
}
