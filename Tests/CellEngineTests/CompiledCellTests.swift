import CellEngine
import Testing

@Suite("A compiled cell computes what the reference computes")
struct CompiledCellTests {
  @Test(
    "Every value of every cell and size agrees on every instruction set, in Double",
    arguments: catalogueKinds, InstructionSet.available)
  func double(kind: CellKind, set: InstructionSet) {
    for units in [1, 5, 16, 17, 64] {
      var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
      agree(kind.graph, units: units, set, Double.self, &comparison)
      #expect(comparison.holds, "\(units) units: \(comparison)")
    }
  }

  @Test(
    "Every value of every cell and size agrees on every instruction set, in Float",
    arguments: catalogueKinds, InstructionSet.available)
  func float(kind: CellKind, set: InstructionSet) {
    for units in [1, 5, 16, 17, 64] {
      var comparison = Comparison(absolute: 4e-6, relative: 1e-5)
      agree(kind.graph, units: units, set, Float.self, &comparison)
      #expect(comparison.holds, "\(units) units: \(comparison)")
    }
  }

  @Test(
    "A cell that nobody has seen agrees: three products, functions of the input, late peepholes",
    arguments: InstructionSet.available)
  func unseen(set: InstructionSet) throws {
    for units in [1, 5, 16, 17, 64] {
      var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
      agree(try UnseenCellTests().graph(), units: units, set, Double.self, &comparison)
      #expect(comparison.holds, "\(units) units: \(comparison)")
    }
  }

  @Test("Every combination of LSTM switches that makes sense compiles to what it means")
  func combinations() {
    var count = 0
    for lstm in everyLSTM where lstm.mistake == nil {
      var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
      agree(lstm.graph, units: 3, .best, Double.self, &comparison)
      #expect(comparison.holds, "\(lstm): \(comparison)")
      count += 1
    }
    #expect(count == 516)
  }

  @Test("Two states that carry the same signal on may begin with different numbers")
  func sharedState() {
    var lstm = LSTM(memoryPassesTanh: false)
    lstm.missingGates = [.output]
    #expect(Set(lstm.graph.states.map(\.next)).count == 1)
    var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
    agree(lstm.graph, units: 5, .best, Double.self, &comparison)
    #expect(comparison.holds, "\(comparison)")
  }

  /// Runs a cell of as many inputs as 2 · units / 3 + 1 both ways.
  private func agree<Scalar: CellScalar>(
    _ graph: CellGraph, units: Int, _ set: InstructionSet, _ precision: Scalar.Type,
    _ comparison: inout Comparison
  ) {
    var draw = Draw(seed: UInt64(31 + units))
    var cell = draw.cell(graph, inputs: 2 * units / 3 + 1, units: units, in: precision)
    // So large that gates open and close, so small that relu does not explode.
    cell.parameters = cell.parameters.map { $0 * 2 / Scalar(units).squareRoot() }
    let inputs = draw.inputs(cell, steps: 3)
    let states = draw.states(cell)
    let expected = cell.trace(inputs, initial: states)
    let compiled = CompiledCell(cell, for: set)
    let trace = Trace(compiled.trace(inputs, initial: states))
    comparison.compare("values", trace.values.map(Double.init), expected.values.map(Double.init))
  }

  @Test(
    "Step by step or as a sequence, every value is the same bit for bit",
    arguments: everyKind, InstructionSet.available)
  func steps(kind: CellKind, set: InstructionSet) {
    for units in [3, 16, 40] { stepsAgree(kind.graph, inputs: 7, units: units, steps: 6, set) }
  }

  @Test(
    "Step by step or as a sequence is the same for long loops over weights and many steps",
    arguments: [CellKind.lecture, .gru(GRU())], InstructionSet.available)
  func manySteps(kind: CellKind, set: InstructionSet) {
    stepsAgree(kind.graph, inputs: 45, units: 64, steps: 200, set)
  }

  private func stepsAgree(
    _ graph: CellGraph, inputs count: Int, units: Int, steps: Int, _ set: InstructionSet
  ) {
    var draw = Draw(seed: UInt64(units))
    let cell = draw.cell(graph, inputs: count, units: units, in: Float.self)
    let inputs = draw.inputs(cell, steps: steps)
    let states = draw.states(cell)
    let compiled = CompiledCell(cell, for: set)
    let whole = compiled.trace(inputs, initial: states)
    var stepper = CellStepper(compiled, initial: states, keeping: 2)
    for (step, input) in inputs.enumerated() {
      stepper.step(input)
      for back in 0...min(1, step) {
        for signal in graph.signals {
          #expect(stepper[signal, back] == whole[signal, step - back])
        }
      }
    }
  }

  @Test("A copy of a stepper goes on by itself")
  func copies() {
    var draw = Draw(seed: 36)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 3, units: 5, in: Float.self)
    let inputs = draw.inputs(cell, steps: 12)
    let compiled = CompiledCell(cell)
    let whole = compiled.trace(inputs)
    let output = cell.graph.output
    var stepper = CellStepper(compiled, keeping: 2)
    for (step, input) in inputs.enumerated() {
      var copy = stepper.copy()
      copy.step(input)
      copy.step(inputs[0])
      stepper.step(input)
      #expect(copy[output, 1] == whole[output, step])
      #expect(copy.stepCount == step + 2)
      #expect(stepper[output, 0] == whole[output, step])
      guard step > 0 else { continue }
      #expect(stepper[output, 1] == whole[output, step - 1])
    }
  }

  @Test("A copy of a trace keeps its values when the first is used again")
  func copiedTrace() {
    var draw = Draw(seed: 37)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 3, units: 5)
    let compiled = CompiledCell(cell)
    let inputs = draw.inputs(cell, steps: 4)
    var trace = compiled.trace(inputs)
    let copy = trace
    draw.inputs(cell, steps: 4).flatMap(\.self).withUnsafeBufferPointer {
      compiled.fill(&trace, inputs: $0)
    }
    #expect(Trace(copy) == Trace(compiled.trace(inputs)))
    #expect(Trace(copy) != Trace(trace))
  }

  @Test("A trace that is used again holds nothing of the run before", arguments: everyKind)
  func reuse(kind: CellKind) {
    var draw = Draw(seed: 33)
    let cell = draw.cell(kind.graph, inputs: 3, units: 5)
    let compiled = CompiledCell(cell)
    var trace = compiled.trace(draw.inputs(cell, steps: 4), initial: draw.states(cell))
    let inputs = draw.inputs(cell, steps: 4)
    inputs.flatMap(\.self).withUnsafeBufferPointer { compiled.fill(&trace, inputs: $0) }
    #expect(Trace(trace) == Trace(compiled.trace(inputs)))
  }

  @Test("No step, one unit and one input are cells like all others", arguments: everyKind)
  func smallest(kind: CellKind) {
    var draw = Draw(seed: 34)
    let cell = draw.cell(kind.graph, inputs: 1, units: 1, in: Float.self)
    let compiled = CompiledCell(cell)
    #expect(compiled.trace([]).stepCount == 0)
    #expect(Trace(compiled.trace([])).values.isEmpty)
  }

  @Test(
    "NaN, infinite, huge and denormal inputs and weights come out as in the reference",
    arguments: everyKind, InstructionSet.available)
  func extremes(kind: CellKind, set: InstructionSet) {
    var draw = Draw(seed: 35)
    let drawn = draw.cell(kind.graph, inputs: 3, units: 5)
    for number in [
      Double.nan, .infinity, -.infinity, 1e30, -1e30, .leastNonzeroMagnitude, -0.0,
    ] {
      let inputs = [[0.5, 0.25, -0.5], [0.5, number, 0.25], [-0.25, 0.5, 1]]
      agree(drawn, inputs, set, "input \(number)")
      var heavy = drawn
      heavy.parameters = drawn.parameters.map { $0 < 0 ? -number : number }
      agree(heavy, inputs.map { $0.map { $0.isFinite ? $0 : 1 } }, set, "weights \(number)")
    }
  }

  private func agree(
    _ cell: Cell<Double>, _ inputs: [[Double]], _ set: InstructionSet, _ name: String
  ) {
    let expected = cell.trace(inputs).values
    let actual = Trace(CompiledCell(cell, for: set).trace(inputs)).values
    for (place, (number, target)) in zip(actual, expected).enumerated() {
      // Sums of huge numbers that cancel depend on their order; what is not finite does not.
      guard abs(target) < 1e15 || !target.isFinite else { continue }
      let isSame =
        number == target || number.isNaN && target.isNaN || abs(number - target) < 1e-13
      #expect(isSame, "\(name), value \(place): \(number), not \(target)")
    }
  }
}
