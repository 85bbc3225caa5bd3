import CellEngine
import Testing

/// TensorFlow 1's LSTMCell, GRUCell and BlockLSTM.
@Suite("The numbers of TensorFlow 1")
struct TensorFlowConformanceTests {
  @Test(
    "Outputs, states, every value of BlockLSTM and all gradients agree",
    arguments: Engine.allCases)
  func agree(engine: Engine) throws {
    let cases = try fixture("tensorflow/cells.json", as: [TensorFlowCase].self)
    #expect(cases.count == 6)
    for known in cases {
      let isSingle = known.kind == "BlockLSTM"
      var values = isSingle ? Engine.float.values() : engine.values()
      var slopes = engine.slopes
      try compare(known, engine, &values, &slopes)
      #expect(values.holds, "\(known.name): \(values)")
      #expect(isSingle || slopes.holds, "\(known.name): \(slopes)")
    }
  }

  private func compare(
    _ known: TensorFlowCase, _ engine: Engine, _ comparison: inout Comparison,
    _ slopes: inout Comparison
  ) throws {
    let cell = try known.cell()
    var initial: [Role: [Double]] = [:]
    for (state, name) in zip(cell.graph.states, ["h0", "c0"]) {
      initial[state.role] = known.inputs[name]?.values
    }
    let x = try #require(known.inputs["x"]).values.rows(of: known.inputCount)
    let trace = engine.trace(cell, x, initial: initial)
    let names = SignalNames(cell.graph)
    for (letter, expected) in known.outputs {
      var signal = cell.graph.output
      if let name = TensorFlowCase.signals[letter] {
        signal = try #require(names.signal(named: name), "no signal for \(letter)")
      }
      comparison.compare(letter, x.indices.flatMap { trace[signal, $0] }, expected.values)
    }
    guard let upstream = known.upstream, let expected = known.grads else { return }
    let direct = cell.direct(
      try #require(upstream["dY"]).values.rows(of: known.unitCount),
      final: upstream["dCT"].map { [.memory: $0.values] } ?? [:])
    let gradient = engine.gradient(cell, of: trace, direct: direct)
    slopes.compare(
      "∂x", x.indices.flatMap { cell.inputSlope(gradient, $0) },
      try #require(expected["x"]).values)
    for (state, name) in zip(cell.graph.states, ["h0", "c0"]) {
      slopes.compare(
        "∂" + name, gradient.adjoints[state.previous, 0], try #require(expected[name]).values)
    }
    for name in known.variables.keys {
      let found = try known.collected(name, gradient.parameters, in: cell)
      slopes.compare("∂" + name, found, try #require(expected[name]).values)
    }
  }
}

/// One case of `Fixtures/tensorflow`.
private struct TensorFlowCase: Decodable {
  let name: String
  let kind: String
  let inputCount: Int
  let unitCount: Int
  let hasPeepholes: Bool
  let forgetBias: Double?
  let cellClip: Double?
  let variables: [String: ForeignTensor]
  let inputs: [String: ForeignTensor]
  let upstream: [String: ForeignTensor]?
  let outputs: [String: ForeignTensor]
  let grads: [String: ForeignTensor]?

  /// Our names for BlockLSTM's outputs; the rest is the cell's output.
  static let signals = [
    "i": "update", "f": "forget", "o": "output", "ci": "candidate", "cs": "memory", "c": "memory",
    "co": "tanh_memory",
  ]

  /// Our parameters for a variable, block after block.
  private func targets(_ variable: String) -> [Role] {
    switch variable {
    case "kernel", "bias": [.update, .candidate, .forget, .output]
    case "gates/kernel", "gates/bias": [.relevance, .update]
    case "candidate/kernel", "candidate/bias": [.candidate]
    case "w_f_diag": [.forget]
    case "w_i_diag": [.update]
    case "w_o_diag": [.output]
    default: []
    }
  }

  private func parameters(_ variable: String, _ role: Role, in cell: Cell<Double>) -> [String] {
    let target = role.rawValue
    if variable.hasSuffix("bias") { return [target + ".bias"] }
    if variable.hasSuffix("diag") { return [target + ".peephole.memory"] }
    let recurrent = ["activation", "memory", "relevance_times_previous_memory"]
      .map { "\(target).weight.\($0)" }.first { cell.parameter(named: $0) != nil }
    return ["\(target).weight.input", recurrent ?? ""]
  }

  func cell() throws -> Cell<Double> {
    var cell = try emptyCell()
    for (variable, tensor) in variables {
      let roles = targets(variable)
      // A kernel is [I + H, blocks · H]; its transpose has a row for each unit of each block.
      let isKernel = variable.hasSuffix("kernel")
      let rows =
        isKernel ? tensor.values.transposed(columns: tensor.shape[1]) : tensor.values
      for (role, block) in zip(roles, rows.rows(of: rows.count / max(1, roles.count))) {
        let names = parameters(variable, role, in: cell)
        guard isKernel else {
          cell.add(block, of: [names[0]])
          continue
        }
        let units = block.rows(of: inputCount + unitCount)
        cell.add(units.flatMap { $0.prefix(inputCount) }, of: [names[0]])
        cell.add(units.flatMap { $0.dropFirst(inputCount) }, of: [names[1]])
      }
    }
    if let forgetBias {
      cell.add(Array(repeating: forgetBias, count: unitCount), of: ["forget.bias"])
    }
    return cell
  }

  /// The slopes of a variable in TensorFlow's layout.
  func collected(_ variable: String, _ slopes: [Double], in cell: Cell<Double>) throws -> [Double] {
    func rows(_ name: String) throws -> [[Double]] {
      let id = try #require(cell.parameter(named: name), "\(name)")
      let numbers = Array(slopes[cell.parameterLayout[id.index]])
      return numbers.rows(of: numbers.count / unitCount)
    }
    let all = try targets(variable).flatMap { role -> [[Double]] in
      let parts = try parameters(variable, role, in: cell).map(rows)
      return (0..<unitCount).map { unit in parts.flatMap { $0[unit] } }
    }
    return all.flatMap { $0 }.transposed(columns: all.first?.count ?? 1)
  }

  private func emptyCell() throws -> Cell<Double> {
    if let cellClip, cellClip > 0 {
      var made = ClampedCells(name)
      made.memoryBounds = .clip(cellClip)
      made.hasPeepholes = hasPeepholes
      let graph = try made.lstm()
      return made.cell(graph, inputs: inputCount, units: unitCount)
    }
    let peepholes = hasPeepholes ? Set(LSTM.gates) : []
    let kind: CellKind =
      kind == "gru"
      ? .gru(GRU(updateTakesNew: false))
      : .lstm(LSTM(peepholes: peepholes, outputReadsNewMemory: hasPeepholes))
    return Cell<Double>(kind.graph, inputs: inputCount, units: unitCount)
  }
}
