import CellEngine
import Testing

@Suite("A long trace gives any step of the whole trace")
struct LongTraceTests {
  @Test("Any step in any order equals the whole trace bit for bit", arguments: catalogueKinds)
  func anyStep(kind: CellKind) {
    var draw = Draw(seed: 41)
    let cell = draw.cell(kind.graph, inputs: 3, units: 6, in: Float.self)
    let inputs = draw.inputs(cell, steps: 23)
    let states = draw.states(cell)
    let compiled = CompiledCell(cell)
    let whole = compiled.trace(inputs, initial: states)
    for interval in [1, 5, 22, 23, 24] {
      var long = LongTrace(
        compiled, inputs: .numbers(inputs.flatMap(\.self), width: 3), initial: states,
        interval: interval)
      #expect(long.stepCount == 23)
      for step in [22, 0, 11, 10, 9, 21, 5, 4] {
        for signal in cell.graph.signals {
          #expect(long.numbers(of: signal, at: step) == whole[signal, step])
        }
      }
    }
  }

  @Test("Tokens are inputs that are 1 at one place, and a function may write the inputs")
  func sources() {
    var draw = Draw(seed: 42)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 4, units: 3)
    let compiled = CompiledCell(cell)
    let tokens: [Int32] = [3, 0, 1, 1, 2, 3, 0]
    let dense = tokens.map { token in (0..<4).map { $0 == Int(token) ? 1.0 : 0.0 } }
    let whole = compiled.trace(dense)
    var short = LongTrace(compiled, inputs: .tokens(tokens, width: 4), interval: 2)
    let function = LongInput<Double>.computed(steps: 7, width: 4) { step, x in
      for place in 0..<4 { x[place] = place == Int(tokens[step]) ? 1 : 0 }
    }
    var computed = LongTrace(compiled, inputs: function, interval: 3)
    for step in tokens.indices.reversed() {
      for signal in cell.graph.signals {
        #expect(short.numbers(of: signal, at: step) == whole[signal, step])
        #expect(computed.numbers(of: signal, at: step) == whole[signal, step])
      }
    }
  }

  @Test("A sequence without steps is a long trace without steps")
  func empty() {
    let cell = Cell<Double>(CellKind.lecture.graph, inputs: 2, units: 2)
    #expect(LongTrace(CompiledCell(cell), inputs: .tokens([], width: 2)).stepCount == 0)
  }
}
