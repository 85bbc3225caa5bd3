import CellEngine
import Testing

@Suite("Extreme numbers have a defined outcome and never trap")
struct ExtremeInputTests {
  @Test("Weights of ±1e30 leave every squashed cell finite, also backward", arguments: everyKind)
  func hugeWeights(kind: CellKind) {
    var draw = Draw(seed: 21)
    var cell = draw.cell(kind.graph, inputs: 2, units: 3)
    cell.parameters = cell.parameters.map { $0 < 0 ? -1e30 : 1e30 }
    let trace = cell.trace(draw.inputs(cell, steps: 4), initial: draw.states(cell))
    let gradient = cell.gradient(of: trace, direct: draw.loss(cell, steps: 4))
    #expect(gradient.parameters.count == cell.parameters.count)
    for signal in cell.graph.signals {
      guard case .activation(let function, _) = cell.graph[signal].operation else { continue }
      guard function.range.upperBound.isFinite else { continue }
      for step in 0..<4 {
        #expect(trace[signal, step].allSatisfy { $0.isNaN || function.range.contains($0) })
      }
    }
    guard kind.isSquashed else { return }
    #expect(trace.values.allSatisfy { $0.isFinite })
    #expect(gradient.parameters.allSatisfy { $0.isFinite })
  }

  @Test(
    "NaN in an input makes that output NaN and leaves earlier steps alone", arguments: everyKind)
  func nan(kind: CellKind) {
    var draw = Draw(seed: 22)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    var inputs = draw.inputs(cell, steps: 4)
    let clean = cell.trace(inputs)
    inputs[2][1] = .nan
    let trace = cell.trace(inputs)
    for step in 0..<2 { #expect(trace[cell.graph.output, step] == clean[cell.graph.output, step]) }
    for step in 2..<4 { #expect(trace[cell.graph.output, step].allSatisfy { $0.isNaN }) }
    let gradient = cell.gradient(of: trace, direct: draw.loss(cell, steps: 4))
    #expect(gradient.parameters.contains { $0.isNaN })
  }

  @Test(
    "Infinite, largest, smallest and zero inputs run through every cell", arguments: everyKind)
  func extremes(kind: CellKind) {
    var draw = Draw(seed: 23)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    for number in [
      Double.infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, -0.0,
    ] {
      let inputs = Array(repeating: [number, -number], count: 3)
      let trace = cell.trace(inputs)
      let gradient = cell.gradient(of: trace, direct: draw.loss(cell, steps: 3))
      #expect(trace.stepCount == 3)
      #expect(gradient.adjoints.values.count == trace.values.count)
      if abs(number) < 1 { #expect(trace.values.allSatisfy { $0.isFinite }) }
    }
  }

  @Test("Denormal weights and inputs give what zeros give", arguments: everyKind)
  func denormals(kind: CellKind) {
    var cell = Cell<Double>(kind.graph, inputs: 2, units: 2)
    let zero = cell.trace([[0, 0], [0, 0]])
    cell.parameters = cell.parameters.map { _ in .leastNonzeroMagnitude }
    let denormal = Double.leastNonzeroMagnitude
    let least = cell.trace([[denormal, denormal * 1000], [-denormal, 0]])
    var comparison = Comparison(absolute: 1e-300, relative: 0)
    comparison.compare("values", least.values.map { abs($0) < 1e-300 ? 0 : $0 }, zero.values)
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("No step, one unit and one input are cells like all others", arguments: everyKind)
  func smallest(kind: CellKind) {
    var draw = Draw(seed: 24)
    let cell = draw.cell(kind.graph, inputs: 1, units: 1)
    let empty = cell.trace([])
    #expect(empty.values.isEmpty)
    let gradient = cell.gradient(of: empty, direct: cell.direct([], final: [.memory: [1]]))
    #expect(gradient.parameters.allSatisfy { $0 == 0 })
    #expect(cell.trace([[0.5]]).values.allSatisfy { $0.isFinite })
  }
}

extension CellKind {
  /// Whether functions bound the candidate and everything that is shown or fed back.
  fileprivate var isSquashed: Bool {
    switch self {
    case .lstm(let lstm): lstm.candidateSquashing != nil && lstm.memorySquashing != nil
    case .gru: true
    case .rnn(let rnn): rnn.function != .relu
    }
  }
}
