import CellEngine
import Testing

/// PyTorch's modules with one layer and one direction.
///
/// Not here: several layers and both directions, which are arrays of cells outside the graph, and
/// projections (`weight_hr`), whose output is narrower than the memory.
@Suite("The numbers of PyTorch's modules")
struct TorchConformanceTests {
  @Test(
    "nn.LSTM is the lecture's LSTM",
    arguments: ["lstm_edge111", "lstm_i5h8", "lstm_nobias", "lstm_large_weights"])
  func longMemory(name: String) throws {
    let layout = TorchLayout(
      blocks: [.update, .forget, .candidate, .output], state: "activation", innerBias: nil)
    try check(name, in: "torch/lstm.json", layout) { _ in CellKind.lecture.graph }
  }

  @Test(
    "nn.GRU is the GRU that resets after the product",
    arguments: ["gru_edge111", "gru_i5h8", "gru_nobias"])
  func gatedUnit(name: String) throws {
    let layout = TorchLayout(
      blocks: [.relevance, .update, .candidate], state: "memory", innerBias: .candidate)
    try check(name, in: "torch/gru.json", layout) { _ in
      CellKind.gru(GRU(reset: .after, updateTakesNew: false)).graph
    }
  }

  @Test(
    "nn.RNN is the plain network, with tanh and with relu",
    arguments: ["rnn_edge111", "rnn_i5h8", "rnn_nobias", "rnn_relu"])
  func plain(name: String) throws {
    let layout = TorchLayout(blocks: [.activation], state: "activation", innerBias: nil)
    try check(name, in: "torch/rnn.json", layout) { known in
      CellKind.rnn(RNN(function: known.nonlinearity == "relu" ? .relu : .tanh)).graph
    }
  }

  private func check(
    _ name: String, in file: String, _ layout: TorchLayout,
    _ graph: (TorchCase) throws -> CellGraph
  ) throws {
    let cases = try fixture(file, as: [TorchCase].self)
    let known = try #require(cases.first { $0.name == name })
    var comparison = Comparison()
    try TorchRun(known, layout, try graph(known)).compare(&comparison)
    #expect(comparison.holds, "\(comparison)")
  }
}

/// How PyTorch stacks the weights of a module.
struct TorchLayout {
  /// The roles whose weights stand below each other in one matrix.
  let blocks: [Role]
  /// What our parameters call the hidden state.
  let state: String
  /// The role whose `bias_hh` does not simply add to `bias_ih`.
  let innerBias: Role?

  /// Our parameter for a block of one of PyTorch's.
  func parameter(_ torchName: String, _ block: Role) -> String {
    let role = block.rawValue
    switch torchName {
    case "weight_ih_l0": return "\(role).weight.input"
    case "weight_hh_l0": return "\(role).weight.\(state)"
    case "bias_hh_l0" where block == innerBias: return "\(role).bias.\(state)"
    default: return "\(role).bias"
    }
  }
}

/// A module of PyTorch run forward and backward, one sequence after the other.
private struct TorchRun {
  let known: TorchCase
  let layout: TorchLayout
  var cell: Cell

  init(_ known: TorchCase, _ layout: TorchLayout, _ graph: CellGraph) throws {
    (self.known, self.layout) = (known, layout)
    cell = Cell(graph, inputs: known.inputCount, units: known.unitCount)
    for (name, numbers) in known.weights {
      let rows = numbers.rows(of: numbers.count / layout.blocks.count)
      for (block, part) in zip(layout.blocks, rows) {
        let id = try #require(cell.parameter(named: layout.parameter(name, block)))
        cell[id] = zip(cell[id], part).map { $0 + $1 }[...]
      }
    }
  }

  func compare(_ comparison: inout Comparison) throws {
    var slopes = Array(repeating: 0.0, count: cell.parameters.count)
    for sequence in 0..<known.sequenceCount {
      let gradient = try compareSequence(sequence, &comparison)
      for (index, slope) in gradient.parameters.enumerated() { slopes[index] += slope }
    }
    for name in known.weights.keys {
      let found = try layout.blocks.flatMap { block in
        let id = try #require(cell.parameter(named: layout.parameter(name, block)))
        return slopes[cell.parameterLayout[id.index]]
      }
      comparison.compare("∂\(name)", found, try #require(known.grads[name]))
    }
  }

  /// The numbers of one sequence in an array [steps, sequences, …] or [1, sequences, …].
  private func part(_ numbers: [Double]?, _ sequence: Int, steps: Int) throws -> [[Double]] {
    let numbers = try #require(numbers)
    let rows = numbers.rows(of: numbers.count / steps / known.sequenceCount)
    return (0..<steps).map { rows[$0 * known.sequenceCount + sequence] }
  }

  private func compareSequence(
    _ sequence: Int, _ comparison: inout Comparison
  ) throws -> Gradient {
    let graph = cell.graph
    let last = known.stepCount - 1
    func one(_ numbers: [Double]?) throws -> [Double] {
      try part(numbers, sequence, steps: 1)[0]
    }
    func each(_ numbers: [Double]?) throws -> [[Double]] {
      try part(numbers, sequence, steps: known.stepCount)
    }
    // PyTorch's h is our first state, its c the second.
    var initial: [Role: [Double]] = [:]
    for (state, name) in zip(graph.states, ["h0", "c0"]) {
      initial[state.role] = try one(known.inputs[name])
    }
    let trace = cell.trace(try each(known.inputs["x"]), initial: initial)
    var direct = Trace(layout: cell.valueLayout, steps: known.stepCount)
    for (step, row) in try each(known.upstream["dY"]).enumerated() {
      direct[graph.output, step] = row[...]
      comparison.compare(
        "y<\(step + 1)>", trace[graph.output, step], try each(known.outputs["y"])[step])
    }
    for (state, name) in zip(graph.states, ["hn", "cn"]) {
      let slope = try one(known.upstream["d" + name])
      direct[state.next, last] = zip(direct[state.next, last], slope).map { $0 + $1 }[...]
      comparison.compare(name, trace[state.next, last], try one(known.outputs[name]))
    }
    let gradient = cell.gradient(of: trace, direct: direct)
    for (state, name) in zip(graph.states, ["h0", "c0"]) {
      let adjoint = gradient.adjoints[state.previous, 0]
      comparison.compare("∂" + name, adjoint, try one(known.grads[name]))
    }
    let input = try #require(SignalNames(graph).signal(named: "input"))
    for (step, row) in try each(known.grads["x"]).enumerated() {
      comparison.compare("∂x<\(step + 1)>", gradient.adjoints[input, step], row)
    }
    return gradient
  }
}
