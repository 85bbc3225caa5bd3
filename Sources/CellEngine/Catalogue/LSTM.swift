/// The long short-term memory with its switches.
///
///     Γf = σ(Wf[a<t-1>, x<t>] + vf ∘ c<t-1> + bf)     Γu, Γo alike, Γo's peephole on c<t-1> or c<t>
///     c~<t> = g(Wc[Γr ∘ a<t-1>, x<t>] + bc)
///     c<t> = Γu ∘ c~<t> + Γf ∘ c<t-1>,   a<t> = Γo ∘ h(c<t>)
///
/// Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins 2000; peepholes: Gers &
/// Schmidhuber 2000; what can be left out, coupled or made recurrent: Greff et al. 2017. Names of
/// gates and signals as in the lecture.
public struct LSTM: Hashable, Sendable {
  /// The gates that are 1, without weights.
  public var missingGates: Set<Role> = []
  /// The gate that is 1 − the other of forget and update, without weights.
  public var coupledGate: Role?
  /// The gates that see the memory through a peephole.
  public var peepholes: Set<Role>
  /// Whether the output gate's peephole reads c<t> (Gers 2000, Olah) or c<t-1> (the lecture).
  public var outputReadsNewMemory: Bool
  /// The function g of the candidate; nil for g(x) = x.
  public var candidateSquashing: Activation? = .tanh {
    didSet { candidateFunction = candidateSquashing ?? candidateFunction }
  }
  /// The function h of the memory on its way out; nil for h(x) = x.
  public var memorySquashing: Activation? {
    didSet { memoryFunction = memorySquashing ?? memoryFunction }
  }
  /// The functions that g and h are, or were before they were switched off.
  private(set) var candidateFunction = Activation.tanh
  private var memoryFunction = Activation.tanh
  /// Whether a relevance gate Γr decides what the candidate sees of a<t-1>.
  public var hasRelevanceGate = false
  /// Full gate recurrence: the gates also read the gates of the last step.
  public var gatesReadGates = false

  /// The gates that can have a peephole, in the order of evaluation.
  public static let gates: [Role] = [.forget, .update, .output]

  /// Makes an LSTM; without arguments, the lecture's.
  public init(
    peepholes: Set<Role> = [], outputReadsNewMemory: Bool = false, memoryPassesTanh: Bool = true
  ) {
    precondition(peepholes.isSubset(of: LSTM.gates), "only gates have peepholes: \(peepholes)")
    self.peepholes = peepholes
    self.outputReadsNewMemory = outputReadsNewMemory
    memorySquashing = memoryPassesTanh ? .tanh : nil
  }

  /// Whether a<t> = Γo ∘ h(c<t>) with a function h (the picture) or Γo ∘ c<t> (as spoken).
  ///
  /// Switched on, h is the function that it was before it was switched off, else tanh.
  public var memoryPassesTanh: Bool {
    get { memorySquashing != nil }
    set { memorySquashing = newValue ? memoryFunction : nil }
  }

  /// The gates with weights of their own, in the order of evaluation.
  public var weightedGates: [Role] {
    LSTM.gates.filter { !missingGates.contains($0) && $0 != coupledGate }
  }

  /// Why the switches make no sense together; nil if they do.
  public var mistake: SwitchError? {
    let named = missingGates.union(peepholes).union(coupledGate.map { [$0] } ?? [])
    let stranger = Role.allCases.first { named.contains($0) && !LSTM.gates.contains($0) }
    if let stranger { return .notAGate(stranger) }
    if let coupledGate {
      guard coupledGate != .output else { return .outputCannotBeCoupled }
      let missing = LSTM.gates.first { $0 != .output && missingGates.contains($0) }
      if let missing { return .coupledToNothing(coupledGate, missing) }
    }
    let blind = LSTM.gates.first { peepholes.contains($0) && !weightedGates.contains($0) }
    if let blind { return .peepholeWithoutWeights(blind) }
    if outputReadsNewMemory && missingGates.contains(.output) { return .noOutputGate }
    return gatesReadGates && weightedGates.isEmpty ? .noGateToRead : nil
  }
}

extension LSTM {
  /// The cell's equations; the switches must make sense together.
  public var graph: CellGraph {
    if let mistake { preconditionFailure("\(mistake)") }
    var cell = CellGraphBuilder(CellFamily.lstm.name)
    let x = cell.input()
    let a = cell.previous(.activation)
    let c = cell.previous(.memory)
    let before = gatesReadGates ? weightedGates.map { (role: $0, value: cell.previous($0)) } : []
    let read = [a, x] + before.map(\.value)

    var gate: [Role: Formula] = [:]
    for role in weightedGates where role != .output {
      gate[role] = self.gate(role, &cell, read, sees: c)
    }
    if let coupledGate, let other = gate[coupledGate == .forget ? .update : .forget] {
      gate[coupledGate] = cell.define(coupledGate, 1 - other)
    }
    let candidate = candidate(&cell, a, x)
    let kept = gate[.forget].map { cell.compute($0 ∘ c) } ?? c
    let written = gate[.update].map { cell.compute($0 ∘ candidate) } ?? candidate
    let memory = cell.define(.memory, written + kept)
    if weightedGates.contains(.output) {
      gate[.output] = self.gate(.output, &cell, read, sees: outputReadsNewMemory ? memory : c)
    }
    let activation = activation(&cell, gate[.output], memory)

    cell.carry(a, activation)
    cell.carry(c, memory)
    for (role, value) in before {
      if let next = gate[role] { cell.carry(value, next) }
    }
    return cell.graph(output: activation)
  }

  private func gate(
    _ role: Role, _ cell: inout CellGraphBuilder, _ read: [Formula], sees c: Formula
  ) -> Formula {
    let weighted = cell.W(role, read)
    let peeping = peepholes.contains(role) ? weighted + cell.v(role, c) : weighted
    return cell.define(role, σ(peeping + cell.b(role)))
  }

  private func candidate(_ cell: inout CellGraphBuilder, _ a: Formula, _ x: Formula) -> Formula {
    var seen = a
    if hasRelevanceGate {
      let Γr = cell.define(.relevance, σ(cell.W(.relevance, a, x) + cell.b(.relevance)))
      seen = cell.compute(Γr ∘ a)
    }
    let sum = cell.W(.candidate, seen, x) + cell.b(.candidate)
    return cell.define(.candidate, candidateSquashing.map { .activation($0, sum) } ?? sum)
  }

  /// Without output gate and squashing, a<t> is c<t> itself.
  private func activation(
    _ cell: inout CellGraphBuilder, _ output: Formula?, _ memory: Formula
  ) -> Formula {
    let shown = memorySquashing.map { Formula.activation($0, memory) } ?? memory
    if let output { return cell.define(.activation, output ∘ shown) }
    return memorySquashing == nil ? memory : cell.define(.activation, shown)
  }
}
