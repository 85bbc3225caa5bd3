import CellEngine
import Testing

@Suite("Where two runs differ")
struct DivergenceTests {
  private func run(_ kind: CellKind, seed: UInt64 = 81) -> (cell: Cell<Double>, inputs: [[Double]])
  {
    var draw = Draw(seed: seed)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    return (cell, draw.inputs(cell, steps: 8))
  }

  @Test("A run does not differ from itself", arguments: everyKind)
  func same(kind: CellKind) {
    let (cell, inputs) = run(kind)
    let trace = cell.trace(inputs)
    let divergence = Divergence(original: trace, edited: trace, of: cell.graph)
    #expect(divergence.firstStep == nil)
    #expect(divergence.agreesFrom == 0)
    #expect(!divergence.lasts)
    #expect(divergence.signals.count == 8)
  }

  @Test("An edited input is the first thing that differs", arguments: everyKind)
  func edited(kind: CellKind) {
    let (cell, inputs) = run(kind)
    var other = inputs
    other[3][0] += 0.5
    let (original, edited) = (cell.trace(inputs), cell.trace(other))
    let divergence = Divergence(original: original, edited: edited, of: cell.graph)
    #expect(divergence.firstStep == 3)
    let input = cell.graph.signals.first { cell.graph[$0].operation == .input }
    #expect(divergence.signals[3].first == input)
    for step in 0..<8 {
      for signal in cell.graph.signals {
        #expect(
          divergence.signals[step].contains(signal)
            == (original[signal, step] != edited[signal, step]))
      }
    }
  }

  @Test("A memory that is reset agrees exactly from the next step on")
  func agreesAgain() {
    let (cell, inputs) = run(.gru(GRU()))
    var other = inputs
    other[2][1] -= 1
    // Γu = 1 and a candidate of 0 wipe out what step 2 left, in both runs.
    let reset = Interventions([
      Clamp(.role(.update), to: 1, steps: .at(4)), Clamp(.role(.candidate), to: 0, steps: .at(4)),
    ])
    let divergence = Divergence(
      original: cell.trace(inputs, interventions: reset),
      edited: cell.trace(other, interventions: reset), of: cell.graph)
    #expect(divergence.firstStep == 2)
    #expect(divergence.signals[4].isEmpty == false)
    #expect(divergence.agreesFrom == 5)
    #expect(!divergence.lasts)
  }

  @Test("To the digits shown, runs agree sooner than exactly")
  func shown() {
    let (cell, inputs) = run(.lecture)
    var other = inputs
    other[1][0] += 0.01
    let (original, edited) = (cell.trace(inputs), cell.trace(other))
    let steps = [Divergence.Agreement.shown(decimals: 0), .shown(decimals: 2), .exact].map {
      Divergence(original: original, edited: edited, of: cell.graph, agreement: $0).agreesFrom
    }
    #expect(steps == steps.sorted())
    #expect(steps.last == 8)
    #expect(steps[0] < 8)
  }

  @Test("Differences have a sign, and units are sorted by them")
  func units() throws {
    let (cell, inputs) = run(.lecture)
    let memory = try #require(cell.graph.signal(.memory))
    let trace = cell.trace(inputs)
    var edited = trace
    edited[memory, 5] = [
      trace[memory, 5, 0] + 0.25, trace[memory, 5, 1], trace[memory, 5, 2] - 0.5,
    ]
    let divergence = Divergence(original: trace, edited: edited, of: cell.graph)
    #expect(divergence.units(of: memory, at: 5) == [2, 0])
    #expect(divergence.units(of: memory, at: 4) == [])
    let difference = try #require(
      divergence.difference(at: ValuePlace(memory, unit: 2, step: 5)))
    #expect(abs(difference + 0.5) < 1e-15)
  }

  @Test("An LSTM and a GRU are compared in what both have")
  func otherGraph() {
    let (lstm, inputs) = run(.lecture)
    let gru = run(.gru(GRU()), seed: 82).cell
    let names = (SignalNames(lstm.graph), SignalNames(gru.graph))
    let divergence = Divergence(
      original: lstm.trace(inputs), of: lstm.graph, edited: gru.trace(inputs), of: gru.graph)
    #expect(
      divergence.pairs.pairs.map(\.name) == [
        "input", "previous_memory", "update_preactivation", "update", "candidate_preactivation",
        "candidate", "update_times_candidate", "memory",
      ])
    #expect(divergence.pairs.onlyOriginal.map { names.0[$0] }.contains("forget"))
    #expect(divergence.pairs.onlyEdited.map { names.1[$0] }.contains("one_minus_update"))
    #expect(divergence.firstStep == 0)
    #expect(
      lstm.graph.signal(.output).flatMap {
        divergence.difference(at: ValuePlace($0, unit: 0, step: 0))
      } == nil)
  }

  @Test("A longer run is compared as far as the shorter goes")
  func lengths() {
    let (cell, inputs) = run(.lecture)
    let divergence = Divergence(
      original: cell.trace(inputs), edited: cell.trace(Array(inputs[..<5])), of: cell.graph)
    #expect(divergence.signals.count == 5)
    #expect(divergence.firstStep == nil)
    #expect(
      divergence.difference(at: ValuePlace(cell.graph.output, unit: 0, step: 6)) == nil)
  }
}
