import CellEngine
import Testing

@Suite("The ledger of the memory")
struct MemoryLedgerTests {
  /// Cells with a memory line: every cell that is not a plain recurrent network.
  static let lined = everyKind.filter { $0.settings["cell.family"] != "rnn" }

  private func readds(
    _ cell: Cell<Double>, _ trace: Trace<Double>, _ clamps: Interventions,
    _ comparison: inout Comparison
  ) throws {
    for step in 0..<trace.stepCount {
      for unit in 0..<cell.unitCount {
        let ledger = try cell.ledger(unit: unit, at: step, in: trace, interventions: clamps)
        let shares = ledger.entries.map(\.share)
        let size = shares.reduce(1e-300) { $0 + abs($1) }
        comparison.compare("c", [shares.reduce(0, +) / size], [ledger.total / size])
      }
    }
  }

  @Test("Its entries re-add to the memory at every step", arguments: lined)
  func readds(kind: CellKind) throws {
    var draw = Draw(seed: 51)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 12), initial: draw.states(cell))
    var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
    try readds(cell, trace, .none, &comparison)
    #expect(comparison.count == 36)
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("The shares of its steps are those of its entries, step by step", arguments: lined)
  func shares(kind: CellKind) throws {
    var draw = Draw(seed: 53)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let trace = cell.trace(draw.inputs(cell, steps: 9), initial: draw.states(cell))
    let ledger = try cell.ledger(unit: 1, at: 8, in: trace)
    #expect(ledger.shares.count == 9)
    for step in 0..<9 {
      let wanted = ledger.entries.reduce(0) { sum, entry in
        guard case .write(step, _) = entry.source else { return sum }
        return sum + entry.share
      }
      #expect(ledger.share(ofStep: step) == wanted)
      #expect(ledger.shares[step] == wanted)
    }
    #expect(ledger.share(ofStep: 9) == 0)
    #expect(ledger.entries.first?.share == ledger.initialShare)
  }

  @Test("It re-adds whatever signal is clamped", arguments: lined)
  func clamped(kind: CellKind) throws {
    var draw = Draw(seed: 52)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let (inputs, states) = (draw.inputs(cell, steps: 5), draw.states(cell))
    var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
    for signal in cell.graph.signals {
      let clamps = Interventions([
        Clamp(.signal(signal), to: 0.7, units: .one(0), steps: .at(1)),
        Clamp(.signal(signal), to: -0.4, units: .one(1), steps: .from(3)),
      ])
      let trace = cell.trace(inputs, initial: states, interventions: clamps)
      try readds(cell, trace, clamps, &comparison)
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test(
    "With gates and candidates held, c<T> follows c<0> by the share that is left",
    arguments: lined)
  func meaning(kind: CellKind) throws {
    var draw = Draw(seed: 53)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let (inputs, states) = (draw.inputs(cell, steps: 4), draw.states(cell))
    let trace = cell.trace(inputs, initial: states)
    let line = Set(cell.graph.memoryLine())
    var clamps = Interventions()
    for signal in cell.graph.signals where !line.contains(signal) {
      for step in 0..<4 {
        for (unit, value) in trace[signal, step].enumerated() {
          clamps.clamps.append(
            Clamp(.signal(signal), to: value, units: .one(unit), steps: .at(step)))
        }
      }
    }
    var changed = states
    changed[.memory] = states[.memory]?.map { $0 + 1 }
    let other = cell.trace(inputs, initial: changed, interventions: clamps)
    let memory = try #require(cell.graph.states.first { $0.role == .memory }).next
    var comparison = Comparison(absolute: 1e-13, relative: 1e-12)
    for unit in 0..<3 {
      let ledger = try cell.ledger(unit: unit, at: 3, in: trace)
      comparison.compare(
        "c<4>", [other[memory, 3, unit] - trace[memory, 3, unit]], [ledger.remaining[0]])
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("What an LSTM keeps is its forget gate, 1 − its partner, or everything")
  func forget() throws {
    for kind in Self.lined where kind.settings["cell.family"] == "lstm" {
      var draw = Draw(seed: 54)
      let cell = draw.cell(kind.graph, inputs: 2, units: 2)
      let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
      let ledger = try cell.ledger(unit: 1, at: 2, in: trace)
      let gate = cell.graph.signal(.forget).map { gate in (0..<3).map { trace[gate, $0, 1] } }
      #expect(ledger.kept == gate ?? [1, 1, 1])
    }
  }

  @Test("What a GRU keeps is 1 − Γu, or Γu where it keeps the old value")
  func gru() throws {
    for takesNew in [false, true] {
      var draw = Draw(seed: 55)
      let graph = CellKind.gru(GRU(updateTakesNew: takesNew)).graph
      let cell = draw.cell(graph, inputs: 2, units: 2)
      let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
      let update = try #require(graph.signal(.update))
      let ledger = try cell.ledger(unit: 0, at: 2, in: trace)
      #expect(
        ledger.kept
          == (0..<3).map { takesNew ? 1 - trace[update, $0, 0] : trace[update, $0, 0] })
    }
  }

  @Test("What is kept is the product of the factors on the line", arguments: lined)
  func factors(kind: CellKind) throws {
    var draw = Draw(seed: 56)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
    let factors = try #require(cell.graph.keptFactors())
    let ledger = try cell.ledger(unit: 1, at: 2, in: trace)
    for step in 0..<3 {
      #expect(ledger.kept[step] == factors.reduce(1) { $0 * trace[$1, step, 1] })
    }
  }

  @Test("The factors are Γf, also where it is 1 − Γu; 1 − Γu or Γu in a GRU; or none")
  func namedFactors() throws {
    func factors(_ kind: CellKind) throws -> [String] {
      let graph = kind.graph
      return try #require(graph.keptFactors()).map { factor in
        graph.expression(of: factor, .lecture, at: .general).map(\.text).joined()
          .filter { $0 != " " }
      }
    }
    func named(_ id: String) throws -> CellKind { try #require(CatalogueEntry.named(id)).kind }
    #expect(try factors(.lecture) == ["Γf"])
    #expect(try factors(named("lstm_CIFG")) == ["Γf"])
    #expect(try factors(named("lstm_CIFG_tf")) == ["Γf"])
    #expect(try factors(named("lstm_NFG")) == [])
    #expect(try factors(.gru(GRU(updateTakesNew: true))) == ["1−Γu"])
    #expect(try factors(.gru(GRU(updateTakesNew: false))) == ["Γu"])
    #expect(CellKind.rnn(RNN()).graph.keptFactors() == nil)
    #expect(CellKind.rnn(RNN()).graph.keptFactors(of: .activation) == nil)
  }

  @Test("A plain recurrent network has none and says why")
  func none() throws {
    let graph = CellKind.rnn(RNN()).graph
    #expect(graph.ledgerObstacle() == .notAState(.memory, of: "RNN"))
    let obstacle = try #require(graph.ledgerObstacle(of: .activation))
    #expect(obstacle == .noLine(.activation, of: "RNN"))
    #expect(obstacle.description.hasSuffix("."))
    #expect(graph.memoryLine(of: .activation).isEmpty)
    #expect(CellKind.lecture.graph.ledgerObstacle() == nil)
  }

  @Test("With the line held open all of c<3> is c<0>")
  func heldOpen() throws {
    var draw = Draw(seed: 56)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 2)
    let states = draw.states(cell)
    let clamps = Interventions([Clamp(.role(.forget), to: 1), Clamp(.role(.update), to: 0)])
    let trace = cell.trace(
      draw.inputs(cell, steps: 3), initial: states, interventions: clamps)
    let ledger = try cell.ledger(unit: 1, at: 2, in: trace, interventions: clamps)
    #expect(ledger.initialShare == states[.memory]?[1])
    #expect(ledger.total == ledger.initialShare)
    #expect((0..<3).allSatisfy { ledger.share(ofStep: $0) == 0 })
  }

  @Test("A memory that is clamped has nothing of earlier steps")
  func cut() throws {
    var draw = Draw(seed: 57)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 1)
    let memory = try #require(cell.graph.signal(.memory))
    let clamps = Interventions([Clamp(.role(.memory), to: 0.5, steps: .at(1))])
    let trace = cell.trace(
      draw.inputs(cell, steps: 3), initial: draw.states(cell), interventions: clamps)
    let ledger = try cell.ledger(unit: 0, at: 2, in: trace, interventions: clamps)
    #expect(ledger.initialShare == 0)
    #expect(ledger.share(ofStep: 0) == 0)
    let entry = try #require(ledger.entries.first { $0.source == .clamp(step: 1, memory) })
    #expect(entry.write == 0.5)
    #expect(entry.remaining == trace[try #require(cell.graph.signal(.forget)), 2, 0])
  }
}
