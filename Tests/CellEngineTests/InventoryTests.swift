import CellEngine
import Testing

@Suite("What a cell costs")
struct InventoryTests {
  @Test("The LSTM has 4(H(H+I)+H) weights and H for each peephole", arguments: allKinds)
  func count(kind: CellKind) {
    let peepholes = LSTM.gates.filter { kind.isOn(.peephole($0)) }.count
    for (inputs, units) in [(1, 1), (7, 3), (4, 100)] {
      let inventory = Cell<Double>(kind.graph, inputs: inputs, units: units).inventory
      let expected = 4 * (units * (units + inputs) + units) + peepholes * units
      #expect(inventory.parameterCount == expected)
      #expect(inventory.entries.map(\.count).reduce(0, +) == expected)
    }
  }

  @Test("A step multiplies once for each matrix weight and peephole, and three times a unit")
  func multiplications() {
    let plain = Cell<Double>(CellKind.lecture.graph, inputs: 5, units: 3).inventory
    #expect(plain.multiplicationsPerStep == 4 * 3 * (3 + 5) + 3 * 3)
    let peepholes = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates)))
    let full = Cell<Double>(peepholes.graph, inputs: 5, units: 3).inventory
    #expect(full.multiplicationsPerStep == 4 * 3 * (3 + 5) + 3 * 3 + 3 * 3)
  }

  @Test("The lecture's GRU has three blocks of weights and three products")
  func gru() throws {
    let inventory = Cell<Double>(CellKind.gru(GRU()).graph, inputs: 5, units: 3).inventory
    #expect(inventory.parameterCount == 3 * (3 * (3 + 5) + 3))
    #expect(inventory.multiplicationsPerStep == 3 * 3 * (3 + 5) + 3 * 3)
  }

  @Test("A product of inputs costs one multiplication for each input")
  func productOfInputs() throws {
    var cell = CellGraphBuilder("squared input")
    let x = cell.input()
    let a = cell.previous(.activation)
    let next = cell.define(.activation, tanh(cell.W(.activation, a, x ∘ x)))
    cell.carry(a, next)
    let inventory = Cell<Double>(try cell.validated(output: next), inputs: 5, units: 3).inventory
    #expect(inventory.multiplicationsPerStep == 3 * 3 + 3 * 5 + 5)
  }

  @Test("The table lists every parameter with its shape in the order of the flat array")
  func table() {
    let cell = Cell<Double>(CellKind.lstm(LSTM(peepholes: [.forget])).graph, inputs: 5, units: 3)
    let first = cell.inventory.entries.prefix(4)
    #expect(
      first.map(\.name) == [
        "forget.weight.activation", "forget.weight.input", "forget.peephole.memory", "forget.bias",
      ])
    #expect(first.map(\.shape) == [[3, 3], [3, 5], [3], [3]])
    #expect(first.map(\.count) == [9, 15, 3, 3])
  }

  @Test("Parameters are read and written in their places")
  func places() throws {
    var cell = Cell<Double>(CellKind.lecture.graph, inputs: 2, units: 2)
    cell.parameters = cell.parameters.indices.map(Double.init)
    let input = try #require(cell.parameter(named: "forget.weight.input"))
    #expect(Array(cell[input]) == [4, 5, 6, 7])
    cell[input] = [40, 50, 60, 70]
    #expect(cell.parameters[3...8] == [3, 40, 50, 60, 70, 8])
    #expect(cell.parameter(named: "forget.peephole.memory") == nil)
  }
}
