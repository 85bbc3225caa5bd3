import CellEngine
import Testing

@Suite("Names without notation")
struct SignalNamesTests {
  private func names(_ graph: CellGraph) -> [String] {
    let names = SignalNames(graph)
    return graph.signals.map { names[$0] }
  }

  @Test("The lecture's LSTM names its signals in the order of evaluation")
  func lecture() {
    #expect(
      names(CellKind.lecture.graph) == [
        "input", "previous_activation", "previous_memory",
        "forget_preactivation", "forget", "update_preactivation", "update",
        "candidate_preactivation", "candidate",
        "forget_times_previous_memory", "update_times_candidate", "memory",
        "output_preactivation", "output", "tanh_memory", "activation",
      ])
  }

  @Test("The lecture's GRU names its signals in the order of evaluation")
  func gru() {
    #expect(
      names(CellKind.gru(GRU()).graph) == [
        "input", "previous_memory", "relevance_preactivation", "relevance",
        "update_preactivation", "update", "relevance_times_previous_memory",
        "candidate_preactivation", "candidate", "update_times_candidate", "one_minus_update",
        "one_minus_update_times_previous_memory", "memory",
      ])
  }

  @Test("A signal is found by its name, and by its role")
  func found() throws {
    let graph = CellKind.lecture.graph
    let names = SignalNames(graph)
    for signal in graph.signals { #expect(names.signal(named: names[signal]) == signal) }
    #expect(names.signal(named: "memory") == graph.signal(.memory))
    #expect(names.signal(named: "previous_memory") == graph.previous(.memory))
    #expect(names.signal(named: "relevance") == nil)
    #expect(graph.signal(.input) == nil)
  }

  @Test("No two signals of a cell have the same name", arguments: everyKind)
  func unique(kind: CellKind) {
    let names = names(kind.graph)
    #expect(Set(names).count == names.count)
  }

  @Test("The same computation made twice has two names")
  func again() throws {
    var cell = CellGraphBuilder("twice")
    let x = cell.input()
    let a = cell.previous(.activation)
    let twice = cell.compute(1 - a) ∘ cell.compute(1 - a)
    let next = cell.define(.activation, tanh(cell.W(.activation, x, twice)))
    cell.carry(a, next)
    let all = names(try cell.validated(output: next))
    #expect(all[2...3] == ["one_minus_previous_activation", "one_minus_previous_activation_again"])
  }

  @Test("The lecture's parameters stand in the order of their use")
  func parameters() {
    #expect(
      CellKind.lecture.graph.parameters.map(\.name) == [
        "forget.weight.activation", "forget.weight.input", "forget.bias",
        "update.weight.activation", "update.weight.input", "update.bias",
        "candidate.weight.activation", "candidate.weight.input", "candidate.bias",
        "output.weight.activation", "output.weight.input", "output.bias",
      ])
  }

  @Test("Peepholes stand between a gate's matrices and its bias")
  func peepholeParameters() {
    let kind = CellKind.lstm(LSTM(peepholes: [.forget, .output], outputReadsNewMemory: true))
    #expect(
      kind.graph.parameters.map(\.name) == [
        "forget.weight.activation", "forget.weight.input", "forget.peephole.memory", "forget.bias",
        "update.weight.activation", "update.weight.input", "update.bias",
        "candidate.weight.activation", "candidate.weight.input", "candidate.bias",
        "output.weight.activation", "output.weight.input", "output.peephole.memory", "output.bias",
      ])
  }

  @Test("A GRU's parameters name the gated memory, and the second bias of a late reset")
  func gruParameters() {
    let early = CellKind.gru(GRU()).graph.parameters.map(\.name)
    #expect(early.contains("candidate.weight.relevance_times_previous_memory"))
    let late = CellKind.gru(GRU(reset: .after)).graph.parameters.map(\.name)
    #expect(
      late.suffix(4) == [
        "candidate.weight.memory", "candidate.bias.memory", "candidate.weight.input",
        "candidate.bias",
      ])
  }
}
