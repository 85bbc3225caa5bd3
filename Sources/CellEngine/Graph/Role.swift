/// What a named signal is in the cell.
///
/// A role gives a signal its colour in every panel and its symbol in every notation.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Γf, what the memory keeps.
  case forget
  /// Γu, what the memory takes in (Greff's input gate).
  case update
  /// Γo, what the cell shows.
  case output
  /// Γr, what the candidate may look at (the GRU's reset gate).
  case relevance
  /// c~<t>, what could be written.
  case candidate
  /// c<t>, the memory cell.
  case memory
  /// a<t>, the activation (hidden state).
  case activation
  /// x<t>, what the cell reads.
  case input

  /// Whether the signal is a gate: a number from 0 to 1 that multiplies another.
  public var isGate: Bool {
    switch self {
    case .forget, .update, .output, .relevance: true
    case .candidate, .memory, .activation, .input: false
    }
  }
}
