import CellEngine
import Testing

@Suite("What units carry and tell")
struct UnitStatisticsTests {
  private func run(_ kind: CellKind, steps: Int = 60) -> (cell: Cell<Double>, inputs: [[Double]]) {
    var draw = Draw(seed: 91)
    let cell = draw.cell(kind.graph, inputs: 2, units: 5)
    return (cell, draw.inputs(cell, steps: steps))
  }

  @Test("Means and variances of one pass are those of two")
  func moments() throws {
    let (cell, inputs) = run(.lecture)
    let trace = cell.trace(inputs)
    let memory = try #require(cell.graph.signal(.memory))
    var moments = UnitMoments(units: 5)
    moments.add(trace, memory)
    var comparison = Comparison(absolute: 1e-14, relative: 1e-12)
    for unit in 0..<5 {
      let values = (0..<60).map { trace[memory, $0, unit] }
      let mean = values.reduce(0, +) / 60
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 60
      let size = values.reduce(0) { $0 + abs($1) } / 60
      comparison.compare(
        "unit \(unit)",
        [moments.means[unit], moments.moments[unit].squares / 60, moments.meanMagnitudes[unit]],
        [mean, variance, size])
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("Pieces of a text are the whole, bit for bit", arguments: everyKind)
  func pieces(kind: CellKind) {
    let (cell, inputs) = run(kind)
    let whole = cell.trace(inputs)
    for length in [1, 7, 59, 60, 256] {
      var values: [Double] = []
      cell.tracePieces(of: inputs, length: length) { piece, first in
        #expect(first == values.count / whole.layout.total)
        values += piece.values
      }
      #expect(values == whole.values)
    }
  }

  @Test("A unit that keeps what it has carries it; one that forgets carries nothing")
  func carried() throws {
    let (cell, inputs) = run(.lecture)
    let clamps = Interventions([
      Clamp(.role(.forget), to: 0), Clamp(.role(.forget), to: 1, units: .one(3)),
      Clamp(.role(.update), to: 0, units: .one(3)),
    ])
    let states: [Role: [Double]] = [.memory: [9, 9, 9, -0.5, 9]]
    let trace = cell.trace(inputs, initial: states, interventions: clamps)
    var carried = try CarriedMemory(in: cell)
    carried.add(trace, interventions: clamps)
    #expect(UnitMoments.order(carried.carried).first == 3)
    #expect(abs(carried.carried[3] - 0.5) < 1e-15)
    #expect([0, 1, 2, 4].allSatisfy { carried.carried[$0] == 0 })
  }

  @Test(
    "What is carried is the part of the ledger that is not the last write",
    arguments: MemoryLedgerTests.lined)
  func carriedIsLedger(kind: CellKind) throws {
    let (cell, inputs) = run(kind, steps: 3)
    var carried = try CarriedMemory(in: cell)
    let trace = cell.trace(inputs, initial: [.memory: [1, -1, 0.5, 2, 0.1]])
    carried.add(trace)
    for unit in 0..<5 {
      let kept = try (0..<3).map { step in
        let ledger = try cell.ledger(unit: unit, at: step, in: trace)
        return abs(ledger.total - ledger.share(ofStep: step))
      }
      #expect(abs(carried.carried[unit] - kept.reduce(0, +) / 3) < 1e-13)
    }
  }

  @Test("A unit that is on over the marked stretches is found first, with its sign")
  func contrast() throws {
    let (cell, inputs) = run(.lecture)
    let marks = [10..<20, 35..<40]
    var clamps: [Clamp] = []
    for step in marks.joined() {
      clamps.append(Clamp(.role(.output), to: 0.9, units: .one(1), steps: .at(step)))
      clamps.append(Clamp(.role(.output), to: -3, units: .one(4), steps: .at(step)))
    }
    let output = try #require(cell.graph.signal(.output))
    clamps.insert(Clamp(.role(.output), to: 0.2, units: .one(1)), at: 0)
    let trace = cell.trace(inputs, interventions: Interventions(clamps))
    var contrast = UnitContrast(output, in: cell)
    contrast.add(trace, marks: marks)
    #expect(contrast.ranked.map(\.unit).prefix(2) == [1, 4])
    #expect(contrast.score(1).separation == .infinity)
    #expect(contrast.score(4).separation < -5)
    #expect(contrast.ranked.dropFirst(2).allSatisfy { abs($0.separation) < 3 })
    let isMarked = (0..<trace.stepCount).map { step in marks.contains { $0.contains(step) } }
    for (unit, area) in [(1, 1.0), (4, 0.0)] {
      let values = (0..<trace.stepCount).map { trace[output, $0, unit] }
      #expect(UnitContrast.area(of: values, isMarked) == area)
    }
  }

  @Test("A text in pieces has the same contrast as in one")
  func contrastInPieces() throws {
    let (cell, inputs) = run(.lecture)
    let memory = try #require(cell.graph.signal(.memory))
    let marks = [3..<9, 7..<30, 55..<90]
    var (whole, pieces) = (UnitContrast(memory, in: cell), UnitContrast(memory, in: cell))
    whole.add(cell.trace(inputs), marks: marks)
    cell.tracePieces(of: inputs.lazy.map { $0 }, length: 11) { piece, first in
      pieces.add(piece, marks: marks, from: first)
    }
    #expect(whole == pieces)
    #expect(whole.marked.count == 32)
    #expect(whole.others.count == 28)
  }

  @Test("The area is the share of pairs in order, ties by half")
  func area() {
    let values = [0.5, 1, 1, 2, 2, 2, 3, 0, 1, 2, 5, 0.5]
    let isMarked = values.indices.map { (2..<5).contains($0) || (9..<11).contains($0) }
    var pairs = 0.0
    for (high, isHigh) in zip(values, isMarked) where isHigh {
      for (low, isLow) in zip(values, isMarked) where !isLow {
        pairs += high > low ? 1 : high == low ? 0.5 : 0
      }
    }
    #expect(UnitContrast.area(of: values, isMarked) == pairs / 35)
    #expect(UnitContrast.area(of: values, isMarked.map { _ in false }) == 0.5)
  }

  @Test("Where nothing is marked, no unit tells anything")
  func unmarked() throws {
    let (cell, inputs) = run(.gru(GRU()))
    var contrast = UnitContrast(cell.graph.output, in: cell)
    contrast.add(cell.trace(inputs), marks: [])
    #expect(contrast.ranked.map(\.unit) == [0, 1, 2, 3, 4])
    #expect(contrast.ranked.allSatisfy { $0.separation == 0 })
  }
}
