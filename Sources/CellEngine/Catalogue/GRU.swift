/// The gated recurrent unit in its forms.
///
///     Γr = σ(Wr[c<t-1>, x<t>] + br),   Γu = σ(Wu[c<t-1>, x<t>] + bu)
///     c~<t> = tanh(Wc[Γr ∘ c<t-1>, x<t>] + bc)
///     c<t> = Γu ∘ c~<t> + (1 − Γu) ∘ c<t-1>,   a<t> = c<t>
///
/// Cho et al. 2014; with Γu = 1 for the new value: Chung et al. 2014 and the lecture; with the reset
/// after the matrix product: cuDNN, PyTorch, Keras.
public struct GRU: Hashable, Sendable {
  /// Where the relevance gate acts on what the candidate sees of c<t-1>.
  public enum Reset: String, CaseIterable, Hashable, Sendable {
    /// Before the product, Wc(Γr ∘ c<t-1>): Cho 2014, the lecture.
    case before
    /// After the product, Γr ∘ (Wc c<t-1> + b): PyTorch; the candidate has a second bias.
    case after
    /// Nowhere: the lecture's simple GRU.
    case never
  }

  /// Where the relevance gate acts.
  public var reset: Reset
  /// Whether Γu = 1 takes the new value (the lecture) or keeps the old one (Cho 2014, PyTorch).
  public var updateTakesNew: Bool

  /// Makes a GRU; without arguments, the lecture's.
  public init(reset: Reset = .before, updateTakesNew: Bool = true) {
    self.reset = reset
    self.updateTakesNew = updateTakesNew
  }

  /// The cell's equations.
  public var graph: CellGraph {
    var cell = CellGraphBuilder(CellFamily.gru.name)
    let x = cell.input()
    let c = cell.previous(.memory)
    let Γr: Formula? =
      reset == .never
      ? nil : cell.define(.relevance, σ(cell.W(.relevance, c, x) + cell.b(.relevance)))
    let Γu = cell.define(.update, σ(cell.W(.update, c, x) + cell.b(.update)))
    let candidate = cell.define(.candidate, tanh(candidateSum(&cell, Γr, c, x)))
    let memory = cell.define(
      .memory,
      updateTakesNew ? Γu ∘ candidate + (1 - Γu) ∘ c : Γu ∘ c + (1 - Γu) ∘ candidate)
    cell.carry(c, memory)
    return cell.graph(output: memory)
  }

  private func candidateSum(
    _ cell: inout CellGraphBuilder, _ Γr: Formula?, _ c: Formula, _ x: Formula
  ) -> Formula {
    guard let Γr else { return cell.W(.candidate, c, x) + cell.b(.candidate) }
    if reset == .before { return cell.W(.candidate, Γr ∘ c, x) + cell.b(.candidate) }
    let seen = cell.compute(cell.W(.candidate, c) + cell.b(.candidate, beside: c))
    return cell.W(.candidate, x) + cell.b(.candidate) + Γr ∘ seen
  }
}
