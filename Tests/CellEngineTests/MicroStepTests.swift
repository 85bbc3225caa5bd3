import CellEngine
import Testing

@Suite("The order in which the picture is built up")
struct MicroStepTests {
  static func steps(_ graph: CellGraph) -> [String] {
    let names = SignalNames(graph)
    return graph.microSteps.map { step in
      switch step {
      case .arrival: "arrival"
      case .computation(let signal): names[signal]
      case .prediction: "prediction"
      }
    }
  }

  @Test("The lecture's LSTM is built up from the forget gate to the prediction")
  func lecture() {
    #expect(
      Self.steps(CellKind.lecture.graph) == [
        "arrival", "forget", "update", "candidate", "forget_times_previous_memory",
        "update_times_candidate", "memory", "output", "tanh_memory", "activation", "prediction",
      ])
  }

  @Test("Every setting with the tanh has the order of the lecture", arguments: allKinds)
  func peepholes(kind: CellKind) {
    let lecture = Self.steps(CellKind.lecture.graph)
    let expected =
      kind.isOn(.memoryPassesTanh) ? lecture : lecture.filter { $0 != "tanh_memory" }
    #expect(Self.steps(kind.graph) == expected)
  }

  @Test("The output gate reads the new memory only where its peephole says so", arguments: allKinds)
  func outputPeephole(kind: CellKind) throws {
    let graph = kind.graph
    let output = try #require(graph.signal(.output))
    let memory = try #require(graph.signal(.memory))
    let readsNew = kind.isOn(.peephole(.output)) && kind.isOn(.outputReadsNewMemory)
    #expect(graph.drawnOperands(of: output).contains(memory) == readsNew)
    #expect(memory < output)
  }

  @Test("A GRU is built up from its gates to the memory")
  func gru() {
    #expect(
      Self.steps(CellKind.gru(GRU()).graph) == [
        "arrival", "relevance", "update", "relevance_times_previous_memory", "candidate",
        "update_times_candidate", "one_minus_update", "one_minus_update_times_previous_memory",
        "memory", "prediction",
      ])
  }

  @Test("A gate is drawn together with its sum and reads what the sum reads")
  func swallowed() throws {
    let graph = CellKind.lstm(LSTM(peepholes: [.forget])).graph
    let names = SignalNames(graph)
    let forget = try #require(graph.signal(.forget))
    let sum = try #require(names.signal(named: "forget_preactivation"))
    #expect(graph.readerThatSwallows(sum) == forget)
    #expect(!graph.isDrawn(sum))
    #expect(
      graph.drawnOperands(of: forget).map { names[$0] }
        == ["previous_activation", "input", "previous_memory"])
    #expect(
      graph.terms(of: forget).map { graph[$0.parameter].name } == [
        "forget.weight.activation", "forget.weight.input", "forget.peephole.memory", "forget.bias",
      ])
    #expect(graph.terms(of: forget) == graph.terms(of: sum))
  }

  @Test("A sum that is carried on is drawn, though only an activation reads it")
  func carriedSum() throws {
    var cell = CellGraphBuilder("linear memory")
    let x = cell.input()
    let c = cell.previous(.memory)
    let sum = cell.compute(cell.W(.memory, c, x) + cell.b(.memory))
    let a = cell.define(.activation, tanh(sum))
    cell.carry(c, sum)
    let graph = try cell.validated(output: a)
    #expect(
      Self.steps(graph) == ["arrival", "activation_preactivation", "activation", "prediction"])
  }

  @Test("A sum that is the output is drawn")
  func shownSum() throws {
    var cell = CellGraphBuilder("linear output")
    let x = cell.input()
    let c = cell.previous(.memory)
    let sum = cell.compute(cell.W(.memory, c, x))
    cell.carry(c, cell.define(.memory, tanh(sum)))
    #expect(Self.steps(try cell.validated(output: sum)).count == 4)
  }
}
