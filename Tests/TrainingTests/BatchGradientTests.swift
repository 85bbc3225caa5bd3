import CellEngine
import Testing
import Training

@Suite("A batch gives the gradient of its sequences")
struct BatchGradientTests {
  /// Every cell of the catalogue, and one of no paper.
  static let graphs: [CellGraph] =
    CatalogueEntry.all.map(\.kind.graph) + LSTM.gates.map { .lstm(peepholeOn: $0) } + [.leaking]

  @Test("Loss and slopes are the reference's for every cell, in odd sizes", arguments: graphs)
  func everyCell(graph: CellGraph) {
    for (inputs, units, outputs) in [(3, 5, 2), (1, 1, 1), (17, 33, 19)] {
      let sample = Sample(
        graph, inputs: inputs, units: units, outputs: outputs, steps: 7, sequences: 3)
      expectAgreement(sample.batch(), sample.reference())
    }
  }

  @Test("Every instruction set gives the same", arguments: InstructionSet.available)
  func everyInstructionSet(set: InstructionSet) {
    for graph in [CellGraph.leaking, CellKind.lecture.graph] {
      let sample = Sample(graph, inputs: 20, units: 37, outputs: 9, steps: 5, sequences: 13)
      expectAgreement(sample.batch(set), sample.reference())
    }
  }

  @Test("Single precision agrees to its digits", arguments: InstructionSet.available)
  func single(set: InstructionSet) {
    for sequences in [1, 2, 31] {
      let sample = Sample(
        CellKind.lecture.graph, inputs: 9, units: 18, outputs: 35, steps: 6,
        sequences: sequences)
      expectClose(sample.batch(set, as: Float.self), sample.reference(), within: 1e-5)
    }
  }

  @Test("More steps than a block has make no difference", arguments: [1, 5])
  func manyBlocks(sequences: Int) {
    let sample = Sample(
      CellKind.lecture.graph, inputs: 2, units: 3, outputs: 2, steps: 300, sequences: sequences)
    expectAgreement(sample.batch(), sample.reference())
  }

  @Test("Words give what their one-hot inputs give")
  func words() {
    let sample = Sample(
      CellKind.lecture.graph, inputs: 6, units: 5, outputs: 6, steps: 9, sequences: 4)
    let tokens = sample.tokens
    var oneHot = Array(repeating: 0.0, count: tokens.count * 6)
    for (row, token) in tokens.enumerated() { oneHot[row * 6 + Int(token)] = 1 }
    expectClose(
      sample.batch(inputs: .tokens(tokens), targets: .tokens(tokens)),
      sample.batch(inputs: .numbers(oneHot), targets: .tokens(tokens)))
  }

  @Test("The cross entropy is the reference's")
  func crossEntropy() {
    let sample = Sample(
      CellKind.lecture.graph, inputs: 6, units: 5, outputs: 6, steps: 9, sequences: 4)
    expectClose(
      sample.batch(inputs: .numbers(sample.inputs), targets: .tokens(sample.tokens)),
      sample.reference(targets: sample.tokens))
  }

  @Test("States that are carried on continue the sequence")
  func carriedStates() {
    let sample = Sample(
      CellKind.lecture.graph, inputs: 2, units: 3, outputs: 2, steps: 8, sequences: 3)
    var whole = sample.gradient(Double.self, steps: 8)
    let loss = whole.compute(.numbers(sample.inputs), .numbers(sample.targets))
    var half = sample.gradient(Double.self, steps: 4)
    let middle = sample.inputs.count / 2
    let first = half.compute(
      .numbers(Array(sample.inputs[..<middle])), .numbers(Array(sample.targets[..<middle])))
    let second = half.compute(
      .numbers(Array(sample.inputs[middle...])), .numbers(Array(sample.targets[middle...])),
      carriesStates: true)
    expectClose([(first + second) / 2], [loss])
  }

  @Test("Parameters come back as they were set")
  func parameters() {
    let sample = Sample(.leaking, inputs: 3, units: 5, outputs: 4, steps: 1, sequences: 1)
    let gradient = sample.gradient(Double.self, steps: 1)
    #expect(gradient.cellParameters == sample.cell.parameters)
    #expect(gradient.readoutParameters == sample.readout.parameters)
  }
}

@Suite("Training on batches")
struct BatchTrainerTests {
  @Test("Updates are those of clipped gradients and Adam", arguments: InstructionSet.available)
  func updates(set: InstructionSet) {
    let sample = Sample(
      CellKind.lecture.graph, inputs: 3, units: 5, outputs: 2, steps: 6, sequences: 3)
    var trainer = BatchTrainer(
      sample.gradient(Double.self, steps: 6, set), clipping: Clipping(limit: 0.1))
    var (reference, cell, readout) = (Adam(count: 0), sample.cell.parameters, sample.readout)
    reference = Adam(count: cell.count + readout.parameters.count)
    for _ in 0..<4 {
      var gradient = sample.gradient(Double.self, steps: 6)
      gradient.cellParameters = cell
      gradient.readoutParameters = readout.parameters
      _ = gradient.compute(.numbers(sample.inputs), .numbers(sample.targets))
      var slopes = gradient.cellSlopes + gradient.readoutSlopes
      let norm = Clipping(limit: 0.1).clip(&slopes)
      var all = cell + readout.parameters
      reference.update(&all, gradient: slopes, rate: 0.01, decay: 0.1)
      (cell, readout.parameters) = (Array(all[..<cell.count]), Array(all[cell.count...]))
      let progress = trainer.update(
        .numbers(sample.inputs), .numbers(sample.targets), rate: 0.01, decay: 0.1)
      expectClose([progress.gradientNorm], [norm], within: 1e-10)
    }
    expectClose(
      trainer.gradient.cellParameters + trainer.gradient.readoutParameters,
      cell + readout.parameters, within: 1e-9)
  }
}
