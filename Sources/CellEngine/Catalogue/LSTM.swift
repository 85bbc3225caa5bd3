/// The long short-term memory with its switches.
///
/// Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins 2000; peepholes: Gers &
/// Schmidhuber 2000; names of gates and signals as in the lecture.
public struct LSTM: Hashable, Sendable {
  /// The gates that see the memory through a peephole.
  public internal(set) var peepholes: Set<Role>
  /// Whether the output gate's peephole reads c<t> (Gers 2000, Olah) or c<t-1> (the lecture).
  public var outputReadsNewMemory: Bool
  /// Whether a<t> = Γo ∘ tanh c<t> (the picture) or Γo ∘ c<t> (the lecture as spoken).
  public var memoryPassesTanh: Bool

  /// The gates that can have a peephole, in the order of evaluation.
  public static let gates: [Role] = [.forget, .update, .output]

  /// Makes an LSTM; without arguments, the lecture's.
  public init(
    peepholes: Set<Role> = [], outputReadsNewMemory: Bool = false, memoryPassesTanh: Bool = true
  ) {
    precondition(peepholes.isSubset(of: LSTM.gates), "only gates have peepholes: \(peepholes)")
    self.peepholes = peepholes
    self.outputReadsNewMemory = outputReadsNewMemory
    self.memoryPassesTanh = memoryPassesTanh
  }

  /// The cell's equations.
  public var graph: CellGraph {
    var cell = CellGraphBuilder("LSTM")
    let x = cell.input()
    let a = cell.previous(.activation)
    let c = cell.previous(.memory)

    let Γf = cell.define(.forget, σ(gate(.forget, &cell, a, x, sees: c)))
    let Γu = cell.define(.update, σ(gate(.update, &cell, a, x, sees: c)))
    let candidate = cell.define(
      .candidate, tanh(cell.W(.candidate, a, x) + cell.b(.candidate)))
    let kept = cell.compute(Γf ∘ c)
    let written = cell.compute(Γu ∘ candidate)
    let memory = cell.define(.memory, written + kept)
    let seen = outputReadsNewMemory ? memory : c
    let Γo = cell.define(.output, σ(gate(.output, &cell, a, x, sees: seen)))
    let activation = cell.define(.activation, Γo ∘ (memoryPassesTanh ? tanh(memory) : memory))

    cell.carry(a, activation)
    cell.carry(c, memory)
    return cell.graph(output: activation)
  }

  private func gate(
    _ role: Role, _ cell: inout CellGraphBuilder, _ a: Formula, _ x: Formula, sees c: Formula
  ) -> Formula {
    let weighted = cell.W(role, a, x)
    let peeping = peepholes.contains(role) ? weighted + cell.v(role, c) : weighted
    return peeping + cell.b(role)
  }
}
