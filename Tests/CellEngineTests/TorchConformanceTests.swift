import CellEngine
import Testing

/// PyTorch's modules, with one layer or more and one direction or both.
///
/// Projections (`weight_hr`) are in `ProjectionTests`.
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

  @Test(
    "Two layers and both directions are stacks of these cells",
    arguments: [
      "lstm_2layer", "lstm_bidir", "gru_2layer", "gru_bidir", "rnn_2layer", "rnn_bidir",
    ])
  func stacked(name: String) throws {
    switch name.prefix(3) {
    case "lst":
      let layout = TorchLayout(
        blocks: [.update, .forget, .candidate, .output], state: "activation", innerBias: nil)
      try check(name, in: "torch/stacks.json", layout) { _ in CellKind.lecture.graph }
    case "gru":
      let layout = TorchLayout(
        blocks: [.relevance, .update, .candidate], state: "memory", innerBias: .candidate)
      try check(name, in: "torch/stacks.json", layout) { _ in
        CellKind.gru(GRU(reset: .after, updateTakesNew: false)).graph
      }
    default:
      let layout = TorchLayout(blocks: [.activation], state: "activation", innerBias: nil)
      try check(name, in: "torch/stacks.json", layout) { _ in CellKind.rnn(RNN()).graph }
    }
  }

  private func check(
    _ name: String, in file: String, _ layout: TorchLayout,
    _ graph: (TorchCase) throws -> CellGraph
  ) throws {
    let cases = try fixture(file, as: [TorchCase].self)
    let known = try #require(cases.first { $0.name == name })
    let run = try TorchRun(known, layout, try graph(known))
    var (values, slopes) = (Comparison(), Comparison())
    try run.compare(run.stack, &values, &slopes)
    #expect(values.holds && slopes.holds, "\(values), \(slopes)")
    (values, slopes) = (Engine.float.values(), Engine.float.slopes)
    try run.compare(CellStack<Float>(run.stack), &values, &slopes)
    #expect(values.holds && slopes.holds, "in single precision: \(values), \(slopes)")
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

  /// Our parameter for a block of one of PyTorch's, whose name ends in the place of the cell.
  func parameter(_ torchName: String, _ block: Role) -> String {
    let role = block.rawValue
    if torchName.hasPrefix("weight_ih") { return "\(role).weight.input" }
    if torchName.hasPrefix("weight_hh") { return "\(role).weight.\(state)" }
    let isInner = torchName.hasPrefix("bias_hh") && block == innerBias
    return isInner ? "\(role).bias.\(state)" : "\(role).bias"
  }
}

/// A module of PyTorch run forward and backward, one sequence after the other.
private struct TorchRun {
  let known: TorchCase
  let layout: TorchLayout
  var stack: CellStack<Double>

  init(_ known: TorchCase, _ layout: TorchLayout, _ graph: CellGraph) throws {
    (self.known, self.layout) = (known, layout)
    let directions = known.directionCount ?? 1
    stack = CellStack<Double>(
      (0..<(known.layerCount ?? 1)).map { layer in
        let inputs = layer == 0 ? known.inputCount : directions * known.unitCount
        return (0..<directions).map { _ in
          Cell<Double>(graph, inputs: inputs, units: known.unitCount)
        }
      })
    for (name, numbers) in known.weights {
      let (layer, direction) = place(of: name)
      stack.layers[layer][direction].add(
        numbers, of: layout.blocks.map { layout.parameter(name, $0) })
    }
  }

  /// The cell that a name such as `weight_ih_l1_reverse` belongs to.
  private func place(of name: String) -> (layer: Int, direction: Int) {
    (name.contains("_l1") ? 1 : 0, name.hasSuffix("_reverse") ? 1 : 0)
  }

  func compare<Scalar>(
    _ stack: CellStack<Scalar>, _ values: inout Comparison, _ slopes: inout Comparison
  ) throws {
    var sums: [String: [Double]] = [:]
    for sequence in 0..<known.sequenceCount {
      let gradient = try compareSequence(stack, sequence, &values, &slopes)
      for name in known.weights.keys {
        let (layer, direction) = place(of: name)
        let cell = stack.layers[layer][direction]
        let found = try layout.blocks.flatMap { block in
          let id = try #require(cell.parameter(named: layout.parameter(name, block)))
          return gradient.cells[layer][direction].parameters[cell.parameterLayout[id.index]]
            .map { Double($0) }
        }
        sums[name] = sums[name].map { zip($0, found).map { $0 + $1 } } ?? found
      }
    }
    for (name, found) in sums {
      slopes.compare("∂\(name)", found, try #require(known.grads[name]))
    }
  }

  /// The numbers of one sequence in an array [rows, sequences, …].
  private func part(_ numbers: [Double]?, _ sequence: Int, rows: Int) throws -> [[Double]] {
    let numbers = try #require(numbers)
    let all = numbers.rows(of: numbers.count / rows / known.sequenceCount)
    return (0..<rows).map { all[$0 * known.sequenceCount + sequence] }
  }

  /// The states in PyTorch's arrays [layers · directions, N, H]: h is our first state, c the second.
  private func states(
    _ arrays: [String: [Double]], _ names: [String], _ sequence: Int
  ) throws -> CellStack<Double>.States {
    let cells = stack.layers.count * stack.directionCount
    let rows = try names.filter { arrays[$0] != nil }.map {
      try part(arrays[$0], sequence, rows: cells)
    }
    return stack.layers.indices.map { layer in
      stack.layers[layer].indices.map { direction in
        let place = layer * stack.directionCount + direction
        let roles = stack.layers[layer][direction].graph.states.map(\.role)
        return Dictionary(uniqueKeysWithValues: zip(roles, rows.map { $0[place] }))
      }
    }
  }

  private func compareSequence<Scalar>(
    _ stack: CellStack<Scalar>, _ sequence: Int, _ values: inout Comparison,
    _ slopes: inout Comparison
  ) throws -> StackGradient<Scalar> {
    func each(_ numbers: [Double]?) throws -> [[Double]] {
      try part(numbers, sequence, rows: known.stepCount)
    }
    let trace = stack.trace(
      try each(known.inputs["x"]).of(Scalar.self),
      initial: try states(known.inputs, ["h0", "c0"], sequence).of(Scalar.self))
    values.compare(
      "y", trace.outputs.flatMap(\.self).map { Double($0) },
      try each(known.outputs["y"]).flatMap(\.self))
    let gradient = stack.gradient(
      of: trace, upstream: try each(known.upstream["dY"]).of(Scalar.self),
      final: try states(known.upstream, ["dhn", "dcn"], sequence).of(Scalar.self))
    slopes.compare(
      "∂x", gradient.inputs.flatMap(\.self).map { Double($0) },
      try each(known.grads["x"]).flatMap(\.self))
    let last = try states(known.outputs, ["hn", "cn"], sequence)
    let first = try states(known.grads, ["h0", "c0"], sequence)
    for (layer, cells) in stack.layers.enumerated() {
      for (direction, cell) in cells.enumerated() {
        for state in cell.graph.states {
          let found = trace.traces[layer][direction][state.next, known.stepCount - 1]
          let slope = gradient.cells[layer][direction].adjoints[state.previous, 0]
          values.compare(
            "\(state.role)<T>", found.map { Double($0) },
            try #require(last[layer][direction][state.role]))
          slopes.compare(
            "∂\(state.role)<0>", slope.map { Double($0) },
            try #require(first[layer][direction][state.role]))
        }
      }
    }
    return gradient
  }
}

extension [[Double]] {
  /// The same numbers in some precision.
  fileprivate func of<Scalar: CellScalar>(_: Scalar.Type) -> [[Scalar]] {
    map { $0.map { Scalar($0) } }
  }
}

extension [[[Role: [Double]]]] {
  /// The same states in some precision.
  fileprivate func of<Scalar: CellScalar>(_: Scalar.Type) -> [[[Role: [Scalar]]]] {
    map { $0.map { $0.mapValues { $0.map { Scalar($0) } } } }
  }
}
