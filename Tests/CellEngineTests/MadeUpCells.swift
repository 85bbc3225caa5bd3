import CellEngine

/// The LSTMs of the literature that the catalogue does not know, in the seven operations.
///
/// Without arguments, the vanilla LSTM of Greff et al. 2017.
struct MadeUpLSTM {
  /// The gates with weights; a gate that is missing is 1.
  var gates: Set<Role> = [.forget, .update, .output]
  /// The gate that is 1 − the other of forget and update.
  var coupled: Role?
  var hasPeepholes = true
  var outputReadsNewMemory = true
  /// What squashes the candidate; nil for nothing.
  var candidateSquashing: Activation? = .tanh
  /// What squashes the memory on its way out; nil for nothing.
  var memorySquashing: Activation? = .tanh
  /// Full gate recurrence: the gates read the gates of the last step.
  var gatesReadGates = false
  /// Whether a relevance gate decides what the candidate sees of a<t-1>.
  var hasRelevance = false

  func graph() throws(GraphError) -> CellGraph {
    var cell = CellGraphBuilder("made-up LSTM")
    let x = cell.input()
    let a = cell.previous(.activation)
    let c = cell.previous(.memory)
    let before = gatesReadGates ? LSTM.gates.map { (role: $0, value: cell.previous($0)) } : []
    let read = [a, x] + before.map(\.value)

    let candidate = candidate(&cell, a, x)
    var gate: [Role: Formula] = [:]
    for role in [Role.forget, .update] where gates.contains(role) {
      gate[role] = self.gate(role, &cell, read, sees: c)
    }
    if let coupled, let other = gate[coupled == .forget ? .update : .forget] {
      gate[coupled] = cell.define(coupled, 1 - other)
    }
    let kept = gate[.forget].map { cell.compute($0 ∘ c) } ?? c
    let written = gate[.update].map { cell.compute($0 ∘ candidate) } ?? candidate
    let memory = cell.define(.memory, written + kept)
    if gates.contains(.output) {
      gate[.output] = self.gate(
        .output, &cell, read, sees: outputReadsNewMemory ? memory : c)
    }
    let shown = memorySquashing.map { Formula.activation($0, memory) } ?? memory
    let activation = cell.define(.activation, gate[.output].map { $0 ∘ shown } ?? shown)

    cell.carry(a, activation)
    cell.carry(c, memory)
    for (role, value) in before {
      if let next = gate[role] { cell.carry(value, next) }
    }
    return try cell.validated(output: activation)
  }

  private func candidate(_ cell: inout CellGraphBuilder, _ a: Formula, _ x: Formula) -> Formula {
    var seen = a
    if hasRelevance {
      let Γr = cell.define(.relevance, σ(cell.W(.relevance, a, x) + cell.b(.relevance)))
      seen = cell.compute(Γr ∘ a)
    }
    let sum = cell.W(.candidate, seen, x) + cell.b(.candidate)
    return cell.define(.candidate, candidateSquashing.map { .activation($0, sum) } ?? sum)
  }

  private func gate(
    _ role: Role, _ cell: inout CellGraphBuilder, _ read: [Formula], sees c: Formula
  ) -> Formula {
    var sum = cell.W(role)
    for source in read { sum = sum + cell.W(role, source) }
    if hasPeepholes { sum = sum + cell.v(role, c) }
    return cell.define(role, σ(sum + cell.b(role)))
  }
}

/// The gated recurrent unit in its forms (Cho 2014, Chung 2014, PyTorch, the lecture).
struct MadeUpGRU {
  /// Where the relevance gate acts on what the candidate sees of c<t-1>.
  enum Reset {
    /// W(Γr ∘ c).
    case before
    /// Γr ∘ (W c + b).
    case after
    /// Nowhere: the lecture's simple GRU.
    case never
  }

  var reset = Reset.before
  /// Whether Γu = 1 takes the candidate (the lecture) or keeps the memory (PyTorch).
  var updateTakesNew = true

  func graph() throws(GraphError) -> CellGraph {
    var cell = CellGraphBuilder("made-up GRU")
    let x = cell.input()
    let c = cell.previous(.memory)
    let Γu = cell.define(.update, σ(cell.W(.update, c, x) + cell.b(.update)))
    let sum = candidateSum(&cell, c, x)
    let candidate = cell.define(.candidate, tanh(sum))
    let memory = cell.define(
      .memory,
      updateTakesNew ? Γu ∘ candidate + (1 - Γu) ∘ c : Γu ∘ c + (1 - Γu) ∘ candidate)
    cell.carry(c, memory)
    return try cell.validated(output: memory)
  }

  private func candidateSum(_ cell: inout CellGraphBuilder, _ c: Formula, _ x: Formula) -> Formula {
    guard reset != .never else { return cell.W(.candidate, c, x) + cell.b(.candidate) }
    let Γr = cell.define(.relevance, σ(cell.W(.relevance, c, x) + cell.b(.relevance)))
    if reset == .before { return cell.W(.candidate, Γr ∘ c, x) + cell.b(.candidate) }
    let seen = cell.compute(cell.W(.candidate, c) + cell.b(.candidate, beside: c))
    return cell.W(.candidate, x) + cell.b(.candidate) + Γr ∘ seen
  }
}

/// Elman's recurrent network: a<t> = f(W[a<t-1>, x<t>] + b).
func madeUpRNN(_ function: Activation) throws(GraphError) -> CellGraph {
  var cell = CellGraphBuilder("made-up RNN")
  let x = cell.input()
  let a = cell.previous(.activation)
  let sum = cell.W(.activation, a, x) + cell.b(.activation)
  let activation = cell.define(.activation, .activation(function, sum))
  cell.carry(a, activation)
  return try cell.validated(output: activation)
}
