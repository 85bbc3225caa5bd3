import CKernels
import Testing

@testable import CellEngine

@Suite("Cells whose operations have a compiled shape are computed by it")
struct CompiledShapeTests {
  @Test(
    "The last stage of the main cells is joined: sums and results stay in registers",
    arguments: [
      CellKind.lecture, .lstm(LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: true)),
      .rnn(RNN()),
    ], InstructionSet.available)
  func joined(kind: CellKind, set: InstructionSet) {
    for units in [1, 16, 17, 64, 256] {
      #expect(shapes(of: kind, units: units, set, Float.self).allSatisfy { $0 >= 0 })
      #expect(shapes(of: kind, units: units, set, Double.self).allSatisfy { $0 >= 0 })
    }
  }

  @Test("The three of them have three different shapes, and a GRU has none")
  func different() {
    let seen = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: true))
    let three = [.lecture, seen, .rnn(RNN())].map { shapes(of: $0, units: 16, .best, Float.self) }
    #expect(three.allSatisfy { $0.count == 1 })
    #expect(Set(three).count == 3)
    #expect(shapes(of: .gru(GRU()), units: 16, .best, Float.self).allSatisfy { $0 < 0 })
  }

  /// The number of each stage's compiled shape, −1 for one that has none.
  private func shapes<Scalar: CellScalar>(
    of kind: CellKind, units: Int, _ set: InstructionSet, _ precision: Scalar.Type
  ) -> [Int32] {
    let graph = kind.graph
    let plan = StagePlan(graph)
    let line = AlignedNumbers<Scalar>.lineCount
    let layout = RowLayout(graph, plan, inputs: 3, units: units, line: line)
    let constants = ConstantLayout(graph, plan, width: (units + line - 1) / line * line)
    let lanes = set.vectorBytes / MemoryLayout<Scalar>.size
    return ProgramTables(plan, layout, constants, lanes: lanes).stages.map(\.shape)
  }
}
