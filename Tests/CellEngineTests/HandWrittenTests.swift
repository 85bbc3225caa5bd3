import CellEngine
import Testing

@Suite("The graph of the LSTM against one written out by hand")
struct HandWrittenTests {
  static let sizes = [(1, 1, 1), (1, 4, 9), (5, 2, 3), (3, 6, 12)].map {
    Size(inputs: $0.0, units: $0.1, steps: $0.2)
  }

  struct Size: Sendable {
    let inputs: Int
    let units: Int
    let steps: Int
  }

  @Test("Outputs and gradients are equal for every setting and several sizes", arguments: sizes)
  func equal(size: Size) throws {
    for (index, kind) in allKinds.enumerated() {
      var draw = Draw(seed: UInt64(100 + index))
      let cell = draw.cell(kind.graph, inputs: size.inputs, units: size.units)
      var comparison = Comparison(absolute: 1e-13, relative: 1e-12)
      try compare(kind, cell, size.steps, &draw, &comparison)
      #expect(comparison.holds, "\(kind): \(comparison)")
    }
  }

  private func compare(
    _ kind: CellKind, _ cell: Cell<Double>, _ steps: Int, _ draw: inout Draw,
    _ comparison: inout Comparison
  ) throws {
    let hand = try byHand(kind, cell)
    let sequence = draw.inputs(cell, steps: steps)
    let (a0, c0) = (draw.numbers(cell.unitCount), draw.numbers(cell.unitCount))
    let da = (0..<steps).map { _ in draw.numbers(cell.unitCount) }
    let dc = draw.numbers(cell.unitCount)

    let expected = hand.run(sequence, a0: a0, c0: c0)
    let trace = cell.trace(sequence, initial: [.activation: a0, .memory: c0])
    let memory = try #require(cell.graph.signal(.memory))
    var direct = Trace<Double>(layout: cell.valueLayout, steps: steps)
    direct[memory, steps - 1] = dc[...]
    for (t, step) in expected.enumerated() {
      comparison.compare("a<\(t + 1)>", trace[cell.graph.output, t], step.a)
      comparison.compare("c<\(t + 1)>", trace[memory, t], step.c)
      direct[cell.graph.output, t] = da[t][...]
    }

    let slopes = hand.slopes(expected, da: da, dc: dc)
    let gradient = cell.gradient(of: trace, direct: direct)
    for (index, parameter) in cell.graph.parameters.enumerated() {
      let range = cell.parameterLayout[index]
      let wanted = try #require(numbers(of: slopes.weights, parameter))
      comparison.compare("∂" + parameter.name, gradient.parameters[range], wanted)
    }
    let x = try #require(SignalNames(cell.graph).signal(named: "input"))
    for t in 0..<steps {
      comparison.compare("∂x<\(t + 1)>", gradient.adjoints[x, t], slopes.x[t])
    }
    let (a, c) = (cell.graph.previous(.activation), cell.graph.previous(.memory))
    comparison.compare("∂a<0>", gradient.adjoints[try #require(a), 0], slopes.a0)
    comparison.compare("∂c<0>", gradient.adjoints[try #require(c), 0], slopes.c0)
  }

  private func byHand(_ kind: CellKind, _ cell: Cell<Double>) throws -> HandWrittenLSTM {
    guard case .lstm(let lstm) = kind else { throw NotAnLSTM() }
    var hand = HandWrittenLSTM(inputs: cell.inputCount, units: cell.unitCount)
    hand.outputReadsNewMemory = lstm.outputReadsNewMemory
    hand.memoryPassesTanh = lstm.memoryPassesTanh
    for (index, parameter) in cell.graph.parameters.enumerated() {
      let numbers = Array(cell[ParameterID(index)])
      let block = try #require(place(of: parameter))
      switch (parameter.kind, parameter.columns) {
      case (.weight, .inputs): hand.weights[keyPath: block].input = numbers.rows(of: hand.inputs)
      case (.weight, _): hand.weights[keyPath: block].recurrent = numbers.rows(of: hand.units)
      case (.peephole, _): hand.weights[keyPath: block].peephole = numbers
      case (.bias, _): hand.weights[keyPath: block].bias = numbers
      }
    }
    return hand
  }

  private func numbers(
    of weights: HandWrittenLSTM.Blocks, _ parameter: Parameter
  ) -> [Double]? {
    guard let block = place(of: parameter).map({ weights[keyPath: $0] }) else { return nil }
    switch (parameter.kind, parameter.columns) {
    case (.weight, .inputs): return block.input.flatMap { $0 }
    case (.weight, _): return block.recurrent.flatMap { $0 }
    case (.peephole, _): return block.peephole
    case (.bias, _): return block.bias
    }
  }

  private func place(
    of parameter: Parameter
  ) -> WritableKeyPath<HandWrittenLSTM.Blocks, HandWrittenLSTM.Weights>? {
    switch parameter.target {
    case .forget: \.forget
    case .update: \.update
    case .candidate: \.candidate
    case .output: \.output
    case .relevance, .memory, .activation, .input: nil
    }
  }
}

/// The cell kind has no hand-written counterpart.
private struct NotAnLSTM: Error {}
