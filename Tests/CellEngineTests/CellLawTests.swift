import CellEngine
import Testing

@Suite("Laws between cells")
struct CellLawTests {
  @Test("Zero peephole weights give the plain LSTM bit for bit", arguments: everyKind)
  func zeroPeepholes(kind: CellKind) throws {
    guard case .lstm(var plain) = kind else { return }
    plain.peepholes = []
    var draw = Draw(seed: 1)
    let small = draw.cell(plain.graph, inputs: 2, units: 3)
    let large = adopt(small, into: kind.graph)
    let inputs = draw.inputs(small, steps: 5)
    let states = draw.states(small)
    for role in [Role.forget, .update, .candidate, .memory, .output, .activation] {
      #expect(
        values(of: role, large, inputs, states) == values(of: role, small, inputs, states))
    }
  }

  @Test("A forget bias of 1000 gives the cell of 1997, which has no forget gate")
  func noForgetGate() throws {
    var draw = Draw(seed: 2)
    var first = LSTM()
    first.missingGates = [.forget]
    let old = draw.cell(first.graph, inputs: 2, units: 3)
    var new = adopt(old, into: CellKind.lecture.graph)
    new[try #require(new.parameter(named: "forget.bias"))] = [1000, 1000, 1000]
    let inputs = draw.inputs(old, steps: 6)
    let states = draw.states(old)
    for role in [Role.memory, .activation] {
      #expect(values(of: role, new, inputs, states) == values(of: role, old, inputs, states))
    }
  }

  @Test("Forget weights that are minus the update weights give the coupled cell")
  func coupled() throws {
    var draw = Draw(seed: 3)
    let entry = try #require(CatalogueEntry.named("lstm_CIFG"))
    let coupled = draw.cell(entry.kind.graph, inputs: 2, units: 3)
    let free = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: true))
    var cell = adopt(coupled, into: free.graph)
    for (index, parameter) in cell.graph.parameters.enumerated()
    where parameter.target == .forget {
      let name = parameter.name.replacing("forget", with: "update")
      let update = try #require(coupled.parameter(named: name))
      cell[ParameterID(index)] = coupled[update].map { -$0 }[...]
    }
    let inputs = draw.inputs(cell, steps: 6)
    let states = draw.states(cell)
    var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
    for role in [Role.forget, .memory, .activation] {
      comparison.compare(
        role.rawValue, values(of: role, cell, inputs, states),
        values(of: role, coupled, inputs, states))
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("A GRU whose update gate is shut keeps its memory")
  func shutGate() throws {
    var draw = Draw(seed: 4)
    var cell = draw.cell(CellKind.gru(GRU()).graph, inputs: 2, units: 3)
    cell[try #require(cell.parameter(named: "update.bias"))] = [-1000, -1000, -1000]
    let inputs = draw.inputs(cell, steps: 3)
    let memory = values(of: .memory, cell, inputs, [.memory: [0.25, -0.5, 0.75]])
    #expect(memory == [0.25, -0.5, 0.75, 0.25, -0.5, 0.75, 0.25, -0.5, 0.75])
  }

  @Test("Without the tanh only what comes after c<t> differs in a step")
  func withoutTanh() throws {
    var draw = Draw(seed: 5)
    let squashed = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let open = adopt(squashed, into: CellKind.lstm(LSTM(memoryPassesTanh: false)).graph)
    let inputs = draw.inputs(squashed, steps: 1)
    let states = draw.states(squashed)
    let differing = [Role.forget, .update, .candidate, .memory, .output, .activation].filter {
      values(of: $0, open, inputs, states) != values(of: $0, squashed, inputs, states)
    }
    #expect(differing == [.activation])
    #expect(open.graph.nodes.count == squashed.graph.nodes.count - 1)
  }

  @Test("Permuting the units permutes every value and every slope", arguments: everyKind)
  func permutation(kind: CellKind) {
    let order = [2, 0, 3, 1]
    var draw = Draw(seed: 6)
    let cell = draw.cell(kind.graph, inputs: 3, units: 4)
    let permuted = permute(cell, order)
    let inputs = draw.inputs(cell, steps: 4)
    let states = draw.states(cell)
    let loss = draw.loss(cell, steps: 4)
    let trace = cell.trace(inputs, initial: states)
    let other = permuted.trace(inputs, initial: states.mapValues { row in order.map { row[$0] } })
    let slopes = cell.gradient(of: trace, direct: loss)
    let otherSlopes = permuted.gradient(of: other, direct: permute(loss, cell, order))

    var comparison = Comparison(absolute: 1e-14, relative: 1e-12)
    comparison.compare("values", other.values, permute(trace, cell, order).values)
    comparison.compare(
      "adjoints", otherSlopes.adjoints.values, permute(slopes.adjoints, cell, order).values)
    var expected = cell
    expected.parameters = slopes.parameters
    comparison.compare("slopes", otherSlopes.parameters, permute(expected, order).parameters)
    #expect(comparison.holds, "\(comparison)")
  }

  /// The weights of a cell in another graph; weights that it does not have are 0.
  private func adopt(_ cell: Cell<Double>, into graph: CellGraph) -> Cell<Double> {
    var other = Cell<Double>(graph, inputs: cell.inputCount, units: cell.unitCount)
    for (index, parameter) in graph.parameters.enumerated() {
      guard let known = cell.parameter(named: parameter.name) else { continue }
      other[ParameterID(index)] = cell[known]
    }
    return other
  }

  private func values(
    of role: Role, _ cell: Cell<Double>, _ inputs: [[Double]], _ states: [Role: [Double]]
  ) -> [Double] {
    guard let signal = cell.graph.signal(role) else { return [] }
    let trace = cell.trace(inputs, initial: states)
    return inputs.indices.flatMap { trace[signal, $0] }
  }

  private func permute(_ cell: Cell<Double>, _ order: [Int]) -> Cell<Double> {
    var permuted = cell
    for (index, parameter) in cell.graph.parameters.enumerated() {
      let id = ParameterID(index)
      let rows = Array(cell[id]).rows(of: cell[id].count / cell.unitCount)
      permuted[id] =
        order.flatMap { row in
          parameter.columns == .units ? order.map { rows[row][$0] } : rows[row]
        }[...]
    }
    return permuted
  }

  private func permute(_ trace: Trace<Double>, _ cell: Cell<Double>, _ order: [Int]) -> Trace<
    Double
  > {
    var permuted = trace
    for signal in cell.graph.signals where cell.graph[signal].width == .units {
      for step in 0..<trace.stepCount {
        permuted[signal, step] = order.map { trace[signal, step, $0] }[...]
      }
    }
    return permuted
  }
}
