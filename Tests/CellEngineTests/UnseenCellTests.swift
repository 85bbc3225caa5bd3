import CellEngine
import Testing

/// A cell of no paper: half LSTM, half GRU.
///
///     Γr    = σ(Wr[a', x] + vr ∘ c' + br)         the memory takes part in its own reset
///     c~    = tanh(Wc[Γr ∘ c', x] + bc)           the candidate reads the memory, as in a GRU
///     Γu    = σ(Wu[a', x ∘ x] + vu ∘ c~ + bu)     the gate sees the candidate it lets in
///     c     = Γu ∘ c~ + (1 − Γu) ∘ c'
///     Γo    = σ(Wo c + bo)                        a full matrix from the new memory
///     a     = Γo ∘ relu(c) + (1 − Γo) ∘ a'        the output leaks
@Suite("A cell that nobody has seen gets everything for free")
struct UnseenCellTests {
  private func graph() throws(GraphError) -> CellGraph {
    var cell = CellGraphBuilder("unseen")
    let x = cell.input()
    let a = cell.previous(.activation)
    let c = cell.previous(.memory)
    let Γr = cell.define(
      .relevance, σ(cell.W(.relevance, a, x) + cell.v(.relevance, c) + cell.b(.relevance)))
    let candidate = cell.define(
      .candidate, tanh(cell.W(.candidate, Γr ∘ c, x) + cell.b(.candidate)))
    let Γu = cell.define(
      .update, σ(cell.W(.update, a, x ∘ x) + cell.v(.update, candidate) + cell.b(.update)))
    let memory = cell.define(.memory, Γu ∘ candidate + (1 - Γu) ∘ c)
    let Γo = cell.define(.output, σ(cell.W(.output, memory) + cell.b(.output)))
    let next = cell.define(.activation, Γo ∘ .activation(.relu, memory) + (1 - Γo) ∘ a)
    cell.carry(a, next)
    cell.carry(c, memory)
    return try cell.validated(output: next)
  }

  @Test("One unit gives the numbers of its equations")
  func forward() throws {
    var cell = Cell<Double>(try graph(), inputs: 1, units: 1)
    let weights = [
      "relevance.weight.activation": 0.3, "relevance.weight.input": -0.2,
      "relevance.peephole.memory": 0.9, "relevance.bias": 0.1,
      "candidate.weight.relevance_times_previous_memory": 1.1, "candidate.weight.input": 0.4,
      "candidate.bias": -0.3, "update.weight.activation": -0.6,
      "update.weight.input_times_input": 0.7, "update.peephole.candidate": 0.5,
      "update.bias": 0.2, "output.weight.memory": 0.8, "output.bias": -0.1,
    ]
    #expect(cell.parameters.count == weights.count)
    for (name, weight) in weights {
      cell[try #require(cell.parameter(named: name), "\(name)")] = [weight]
    }
    let (x, a, c) = (0.5, -0.4, 0.6)
    let s = { (sum: Double) in Activation.sigmoid(sum) }
    let Γr = s(0.3 * a - 0.2 * x + 0.9 * c + 0.1)
    let candidate = Activation.tanh(1.1 * Γr * c + 0.4 * x - 0.3)
    let Γu = s(-0.6 * a + 0.7 * x * x + 0.5 * candidate + 0.2)
    let memory = Γu * candidate + (1 - Γu) * c
    let Γo = s(0.8 * memory - 0.1)
    let trace = cell.trace([[x]], initial: [.activation: [a], .memory: [c]])
    var comparison = Comparison(absolute: 1e-15, relative: 1e-14)
    comparison.compare(
      "a<1>", trace[cell.graph.output, 0], [Γo * max(0, memory) + (1 - Γo) * a])
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("Its equations are written out")
  func equations() throws {
    #expect(
      try graph().equations(.lecture).map(\.text) == [
        "Γr = σ(Wr[a<t-1>,x<t>] + vr∘c<t-1> + br)",
        "c~<t> = tanh(Wc[Γr ∘ c<t-1>,x<t>] + bc)",
        "Γu = σ(Wu[a<t-1>,x<t> ∘ x<t>] + vu∘c~<t> + bu)",
        "c<t> = Γu ∘ c~<t> + (1 − Γu) ∘ c<t-1>",
        "Γo = σ(Wo[c<t>] + bo)",
        "a<t> = Γo ∘ relu(c<t>) + (1 − Γo) ∘ a<t-1>",
      ])
  }

  @Test("Its gradient agrees with central differences")
  func gradient() throws {
    let check = GradientCheck(try graph(), inputs: 2, units: 3, steps: 5, seed: 31)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("Its signals are named and stand in the order of its equations")
  func steps() throws {
    #expect(
      MicroStepTests.steps(try graph()) == [
        "arrival", "relevance", "relevance_times_previous_memory", "candidate",
        "input_times_input", "update", "update_times_candidate", "one_minus_update",
        "one_minus_update_times_previous_memory", "memory", "output", "relu_memory",
        "output_times_relu_memory", "one_minus_output",
        "one_minus_output_times_previous_activation", "activation", "prediction",
      ])
  }
}
