import CellEngine
import Testing

@Suite("The builder reports the first mistake in a cell's equations")
struct BuilderErrorTests {
  /// The error of a<t> = tanh(W[a<t-1>, x<t>] + b) with something added.
  private func error(
    _ change: (inout CellGraphBuilder, _ x: Formula, _ a: Formula, _ next: Formula) -> Void
  ) -> GraphError? {
    var cell = CellGraphBuilder("wrong")
    let x = cell.input()
    let a = cell.previous(.activation)
    let next = cell.define(
      .activation, tanh(cell.W(.activation, a, x) + cell.b(.activation)))
    cell.carry(a, next)
    change(&cell, x, a, next)
    return error(cell, output: next)
  }

  private func error(_ cell: CellGraphBuilder, output: Formula) -> GraphError? {
    do throws(GraphError) {
      _ = try cell.validated(output: output)
      return nil
    } catch { return error }
  }

  @Test("The cell is right as long as nothing is added")
  func right() { #expect(error { _, _, _, _ in } == nil) }

  @Test("A state that nothing is carried into")
  func notCarried() {
    #expect(
      error { cell, _, _, _ in _ = cell.previous(.memory) } == .stateNotCarriedOnce(.memory))
  }

  @Test("A state that is carried twice")
  func carriedTwice() {
    #expect(
      error { cell, _, a, next in cell.carry(a, next) } == .stateNotCarriedOnce(.activation))
  }

  @Test("A state of which there are two")
  func twoStates() {
    let found = error { cell, _, _, next in
      let again = cell.previous(.activation)
      cell.carry(again, next)
    }
    #expect(found == .stateNotCarriedOnce(.activation))
  }

  @Test("Something carried on that is not a state")
  func carriesTheInput() {
    #expect(error { cell, x, _, next in cell.carry(x, next) } == .notAState(signal: 0))
  }

  @Test("Two equations for one role")
  func definedTwice() {
    #expect(
      error { cell, _, _, next in _ = cell.define(.activation, tanh(next)) }
        == .roleDefinedTwice(.activation))
    #expect(
      error { cell, _, _, next in _ = cell.define(.activation, next) }
        == .roleDefinedTwice(.activation))
  }

  @Test("Two roles for one signal")
  func twoRoles() {
    #expect(
      error { cell, _, _, next in _ = cell.define(.memory, next) }
        == .twoRoles(.activation, .memory))
  }

  @Test("A sum that is used in two places uses its parameters twice")
  func sumUsedTwice() {
    let found = error { cell, _, _, _ in
      let sum = cell.b(.forget)
      _ = cell.compute(σ(sum) ∘ tanh(sum))
    }
    #expect(found == .parameterNotUsedOnce("forget.bias"))
  }

  @Test("The same parameter asked for twice")
  func sameParameter() {
    let found = error { cell, _, a, _ in _ = cell.compute(cell.v(.forget, a) + cell.v(.forget, a)) }
    #expect(found == .badParameter("forget.peephole.activation"))
  }

  @Test("A peephole onto the input")
  func peepholeOnInput() {
    #expect(
      error { cell, x, _, _ in _ = cell.compute(cell.v(.forget, x)) } == .widthsDiffer(signal: 4))
  }

  @Test("A sum of nothing")
  func emptySum() {
    #expect(error { cell, _, _, _ in _ = cell.compute(cell.W(.forget)) } == .emptySum(signal: 4))
  }

  @Test("A second input")
  func secondInput() {
    #expect(error { cell, _, _, _ in _ = cell.input() } == .badInput)
  }

  @Test("An equation of another cell")
  func foreignSignal() {
    let stranger = Formula.signal(SignalID(40))
    #expect(
      error { cell, _, _, _ in _ = cell.define(.memory, 1 - stranger) }
        == .operandNotEarlier(signal: 4, operand: 40))
    #expect(
      error { cell, _, _, _ in _ = cell.W(.memory, stranger) }
        == .operandNotEarlier(signal: 4, operand: 40))
    #expect(
      error { cell, _, _, _ in _ = cell.compute(.affine([.bias(ParameterID(40))])) }
        == .badParameter("40"))
  }

  @Test("An output that is no signal, or not a computed one")
  func output() {
    var cell = CellGraphBuilder("wrong")
    let x = cell.input()
    let a = cell.previous(.activation)
    let next = cell.define(.activation, tanh(cell.W(.activation, a, x)))
    cell.carry(a, next)
    #expect(error(cell, output: 1 - next) == .badOutput)
    #expect(error(cell, output: a) == .badOutput)
    #expect(error(cell, output: x) == .badOutput)
    #expect(error(cell, output: .signal(SignalID(40))) == .badOutput)
    #expect(error(cell, output: next) == nil)
  }
}
