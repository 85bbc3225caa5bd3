extension CellSwitch {
  /// What the switch changes when it is on, in one sentence.
  public var purpose: String {
    switch self {
    case .peephole:
      "The gate also sees the memory, each unit its own element."
    case .outputReadsNewMemory:
      "The output gate's peephole sees the memory that has just been made."
    case .memoryPassesTanh:
      "What the cell shows of its memory is squashed first."
    case .candidatePassesTanh:
      "What could be written is squashed first, so that the memory grows in small steps."
    case .relevanceGate:
      "A gate decides how much of the last step the candidate looks at."
    case .coupled(.update):
      "The cell takes in exactly as much as it forgets."
    case .coupled:
      "The cell forgets exactly as much as it takes in, like the GRU."
    case .missing(.forget):
      "Nothing is ever forgotten: the memory only adds up."
    case .missing(.update):
      "Every candidate goes into the memory."
    case .missing:
      "The whole memory is always shown."
    case .gateRecurrence:
      "Every gate reads all gates of the last step, as in the paper of 1997."
    case .lateReset:
      "The relevance gate acts after the matrix product, so that all products are one."
    case .updateKeepsOld:
      "An open update gate keeps the old value instead of taking the new one."
    case .relu:
      "The function does not saturate, but the activation may grow without bound."
    }
  }
}
