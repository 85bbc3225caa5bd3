import CellEngine
import Testing

@Suite("Laws of running a cell over a sequence")
struct SequenceLawTests {
  @Test("No steps give an empty trace and a gradient of zeros")
  func empty() {
    var draw = Draw(seed: 11)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let trace = cell.trace([])
    #expect(trace.stepCount == 0)
    #expect(trace.values.isEmpty)
    let gradient = cell.gradient(of: trace, direct: trace)
    #expect(gradient.parameters == Array(repeating: 0, count: cell.parameters.count))
  }

  @Test("A state that is not given starts at 0")
  func startsAtZero() throws {
    var draw = Draw(seed: 12)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let inputs = draw.inputs(cell, steps: 2)
    let zeros = [0.0, 0, 0]
    #expect(
      cell.trace(inputs) == cell.trace(inputs, initial: [.activation: zeros, .memory: zeros]))
  }

  @Test("A step is the same whether more steps follow or not", arguments: everyKind)
  func randomAccess(kind: CellKind) {
    var draw = Draw(seed: 13)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let inputs = draw.inputs(cell, steps: 6)
    let states = draw.states(cell)
    let whole = cell.trace(inputs, initial: states)
    for step in inputs.indices.reversed() {
      let part = cell.trace(Array(inputs[...step]), initial: states)
      for signal in cell.graph.signals { #expect(whole[signal, step] == part[signal, step]) }
    }
  }

  @Test("Two halves with carried states are the whole", arguments: everyKind)
  func halves(kind: CellKind) {
    var draw = Draw(seed: 14)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let inputs = draw.inputs(cell, steps: 7)
    let states = draw.states(cell)
    let first = cell.trace(Array(inputs[..<3]), initial: states)
    let carried = Dictionary(
      uniqueKeysWithValues: cell.graph.states.map { ($0.role, Array(first[$0.next, 2])) })
    let second = cell.trace(Array(inputs[3...]), initial: carried)
    #expect(cell.trace(inputs, initial: states).values == first.values + second.values)
  }

  @Test("The slopes of two halves, joined at the carried states, are those of the whole")
  func halvesBackward() {
    var draw = Draw(seed: 15)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let inputs = draw.inputs(cell, steps: 2)
    let whole = cell.trace(inputs)
    let loss = draw.loss(cell, steps: 2)
    let expected = cell.gradient(of: whole, direct: loss)

    let second = cell.gradient(of: step(1, of: whole, cell), direct: step(1, of: loss, cell))
    var direct = step(0, of: loss, cell)
    for state in cell.graph.states {
      let passed = second.adjoints[state.previous, 0]
      direct[state.next, 0] = zip(direct[state.next, 0], passed).map { $0 + $1 }[...]
    }
    let first = cell.gradient(of: step(0, of: whole, cell), direct: direct)
    var comparison = Comparison(absolute: 1e-15, relative: 1e-14)
    comparison.compare(
      "adjoints", first.adjoints.values + second.adjoints.values, expected.adjoints.values)
    comparison.compare(
      "slopes", zip(first.parameters, second.parameters).map { $0 + $1 }, expected.parameters)
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("The gradient of a sum of losses is the sum of the gradients", arguments: everyKind)
  func linear(kind: CellKind) {
    var draw = Draw(seed: 16)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 4), initial: draw.states(cell))
    let (first, second) = (draw.loss(cell, steps: 4), draw.loss(cell, steps: 4))
    var both = first
    for step in 0..<4 {
      for signal in cell.graph.signals {
        both[signal, step] = zip(first[signal, step], second[signal, step]).map { $0 + $1 }[...]
      }
    }
    let one = cell.gradient(of: trace, direct: first)
    let other = cell.gradient(of: trace, direct: second)
    let sum = cell.gradient(of: trace, direct: both)
    var comparison = Comparison(absolute: 1e-13, relative: 1e-12)
    comparison.compare(
      "slopes", zip(one.parameters, other.parameters).map { $0 + $1 }, sum.parameters)
    comparison.compare(
      "adjoints", zip(one.adjoints.values, other.adjoints.values).map { $0 + $1 },
      sum.adjoints.values)
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("The contributions of a sum's terms add up to the sum bit for bit", arguments: everyKind)
  func contributions(kind: CellKind) {
    var draw = Draw(seed: 17)
    let cell = draw.cell(kind.graph, inputs: 3, units: 4)
    let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
    for signal in cell.graph.signals {
      guard case .affine(let terms) = cell.graph[signal].operation else { continue }
      for step in 0..<3 {
        for unit in 0..<4 {
          let sum = terms.reduce(0) {
            $0 + cell.contribution(of: $1, unit: unit, in: trace, at: step)
          }
          #expect(sum == trace[signal, step, unit])
        }
      }
    }
  }

  private func step(_ step: Int, of trace: Trace<Double>, _ cell: Cell<Double>) -> Trace<Double> {
    var part = Trace<Double>(layout: trace.layout, steps: 1)
    for signal in cell.graph.signals { part[signal, 0] = trace[signal, step] }
    return part
  }
}
