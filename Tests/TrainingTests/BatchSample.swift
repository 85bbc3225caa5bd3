import CellEngine
import Testing
import Training

/// Expects numbers to agree up to the order of summation: within 1e-11 + 1e-11 · |expected|.
func expectAgreement(
  _ numbers: [Double], _ expected: [Double],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(numbers.count == expected.count, sourceLocation: sourceLocation)
  for (index, (number, wanted)) in zip(numbers, expected).enumerated()
  where !(abs(number - wanted) <= 1e-11 + 1e-11 * abs(wanted)) {
    Issue.record(
      "number \(index) is \(number), expected \(wanted)", sourceLocation: sourceLocation)
  }
}

/// A cell with a readout and a batch for it, all drawn, with the reference's answer.
struct Sample {
  let cell: Cell<Double>
  let readout: Readout<Double>
  /// The number of time steps and of sequences.
  let steps: Int, sequences: Int
  /// In the order [T][B].
  let inputs: [Double], targets: [Double]
  let tokens: [Int32]

  init(
    _ graph: CellGraph, inputs: Int, units: Int, outputs: Int, steps: Int, sequences: Int
  ) {
    var random = SplitMix64(seed: 3)
    func draw(_ count: Int) -> [Double] {
      (0..<count).map { _ in random.nextUniform(within: 1) }
    }
    var cell = Cell<Double>(graph, inputs: inputs, units: units)
    cell.parameters = draw(cell.parameters.count)
    var readout = Readout<Double>(words: outputs, units: units)
    readout.parameters = draw(readout.parameters.count)
    (self.cell, self.readout, self.steps, self.sequences) = (cell, readout, steps, sequences)
    self.inputs = draw(steps * sequences * inputs)
    targets = draw(steps * sequences * outputs)
    tokens = draw(steps * sequences).map { Int32(($0 + 1) / 2 * Double(outputs)) }
  }

  /// A gradient with the sample's parameters.
  func gradient<Scalar: CellScalar>(
    _: Scalar.Type, steps: Int, _ set: InstructionSet = .best
  ) -> BatchGradient<Scalar> {
    var gradient = BatchGradient<Scalar>(
      cell.graph, inputs: cell.inputCount, units: cell.unitCount, outputs: readout.wordCount,
      steps: steps, sequences: sequences, instructionSet: set)
    gradient.cellParameters = cell.parameters.map { Scalar($0) }
    gradient.readoutParameters = readout.parameters.map { Scalar($0) }
    return gradient
  }

  /// The batch's loss, then the slopes of cell and readout.
  func batch(
    inputs: BatchGradient<Double>.Inputs, targets: BatchGradient<Double>.Targets
  ) -> [Double] {
    var gradient = gradient(Double.self, steps: steps)
    let loss = gradient.compute(inputs, targets)
    return [loss] + gradient.cellSlopes + gradient.readoutSlopes
  }

  /// The same for numbers, in any precision and with any instruction set.
  func batch<Scalar: CellScalar>(
    _ set: InstructionSet = .best, as type: Scalar.Type = Double.self
  ) -> [Double] {
    var gradient = gradient(type, steps: steps, set)
    let loss = gradient.compute(
      .numbers(inputs.map { Scalar($0) }), .numbers(targets.map { Scalar($0) }))
    return [loss] + (gradient.cellSlopes + gradient.readoutSlopes).map { Double($0) }
  }

  /// The same from the sequences one by one: mean squared error, or cross entropy for tokens.
  func reference(targets tokens: [Int32]? = nil) -> [Double] {
    var loss = 0.0
    var cellSlopes = Array(repeating: 0.0, count: cell.parameters.count)
    var readoutSlopes = Array(repeating: 0.0, count: readout.parameters.count)
    for sequence in 0..<sequences {
      let rows = (0..<steps).map { $0 * sequences + sequence }
      let count = cell.inputCount
      let trace = cell.trace(rows.map { Array(inputs[($0 * count)..<(($0 + 1) * count)]) })
      var direct = Trace<Double>(layout: trace.layout, steps: steps)
      for (step, row) in rows.enumerated() {
        let output = trace[cell.graph.output, step]
        let (part, adjoint) =
          if let tokens {
            entropy(output, Int(tokens[row]), &readoutSlopes)
          } else { squares(output, row, &readoutSlopes) }
        loss += part
        direct[cell.graph.output, step] = adjoint[...]
      }
      let gradient = cell.gradient(of: trace, direct: direct)
      for index in cellSlopes.indices { cellSlopes[index] += gradient.parameters[index] }
    }
    return [loss] + cellSlopes + readoutSlopes
  }

  private func entropy(
    _ output: ArraySlice<Double>, _ target: Int, _ slopes: inout [Double]
  ) -> (Double, [Double]) {
    let share = 1 / Double(steps * sequences)
    var own = Array(repeating: 0.0, count: slopes.count)
    let (loss, adjoint) = readout.backward(output, target: target, addingTo: &own)
    for index in slopes.indices { slopes[index] += own[index] * share }
    return (loss * share, adjoint.map { $0 * share })
  }

  private func squares(
    _ output: ArraySlice<Double>, _ row: Int, _ slopes: inout [Double]
  ) -> (Double, [Double]) {
    let (words, units, a) = (readout.wordCount, readout.unitCount, Array(output))
    let share = 1 / Double(steps * sequences * words)
    var loss = 0.0
    var adjoint = Array(repeating: 0.0, count: units)
    for word in 0..<words {
      var y = readout.parameters[words * units + word]
      for unit in 0..<units { y += readout.parameters[word * units + unit] * a[unit] }
      let difference = y - targets[row * words + word]
      loss += difference * difference * share
      let slope = 2 * difference * share
      slopes[words * units + word] += slope
      for unit in 0..<units {
        slopes[word * units + unit] += slope * a[unit]
        adjoint[unit] += slope * readout.parameters[word * units + unit]
      }
    }
    return (loss, adjoint)
  }
}

extension CellGraph {
  /// The lecture's LSTM with one peephole.
  static func lstm(peepholeOn gate: Role) -> CellGraph {
    CellKind.lstm(LSTM(peepholes: [gate], outputReadsNewMemory: true)).graph
  }

  /// A cell of no paper, with everything that makes a batch's work irregular: a matrix on a new
  /// value, one on a square of the input, an affine candidate that two read, a gate that is a state.
  static var leaking: CellGraph {
    var cell = CellGraphBuilder("leaking")
    let x = cell.input()
    let a = cell.previous(.activation)
    let c = cell.previous(.memory)
    let old = cell.previous(.forget)
    let Γr = cell.define(
      .relevance, σ(cell.W(.relevance, a, x) + cell.v(.relevance, c) + cell.b(.relevance)))
    let candidate = cell.define(
      .candidate, cell.W(.candidate, Γr ∘ c, old) + cell.b(.candidate))
    let Γu = cell.define(
      .update, σ(cell.W(.update, a, x ∘ x) + cell.v(.update, candidate) + cell.b(.update)))
    let memory = cell.define(.memory, Γu ∘ tanh(candidate) + (1 - Γu) ∘ c)
    let Γo = cell.define(.output, σ(cell.W(.output, memory) + cell.b(.output)))
    let next = cell.define(.activation, Γo ∘ .activation(.relu, memory) + (1 - Γo) ∘ a)
    cell.carry(a, next)
    cell.carry(c, memory)
    cell.carry(old, Γr)
    return cell.checked(output: next)
  }
}

extension CellGraphBuilder {
  /// The graph of a cell that the test knows to be right.
  fileprivate func checked(output: Formula) -> CellGraph {
    do {
      return try validated(output: output)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
