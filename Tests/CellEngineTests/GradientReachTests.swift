import CellEngine
import Testing

@Suite("How far back a gradient reaches")
struct GradientReachTests {
  @Test("Its norms are those of runs whose state is moved", arguments: everyKind)
  func norms(kind: CellKind) {
    var draw = Draw(seed: 71)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let (inputs, states) = (draw.inputs(cell, steps: 4), draw.states(cell))
    let trace = cell.trace(inputs, initial: states)
    let objective = Objective.value(ValuePlace(cell.graph.output, unit: 1, step: 3))
    let reach = cell.reach(of: objective, in: trace)
    for (place, state) in cell.graph.states.enumerated() {
      for step in 0..<4 {
        let slopes = (0..<2).map { unit in
          let values = [-1e-5, 1e-5].map { distance in
            let clamp = Clamp(
              .signal(state.next), to: trace[state.next, step, unit] + distance,
              units: .one(unit), steps: .at(step))
            return objective.value(
              in: cell.trace(inputs, initial: states, interventions: Interventions([clamp])),
              of: cell.graph)
          }
          return (values[1] - values[0]) / 2e-5
        }
        let measured = (slopes[0] * slopes[0] + slopes[1] * slopes[1]).squareRoot()
        #expect(abs(reach.states[place].norms[step + 1] - measured) < 1e-8 * max(1, measured))
      }
    }
  }

  @Test("The direct path of a unit is the product of its forget gates")
  func direct() throws {
    var draw = Draw(seed: 72)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 5), initial: draw.states(cell))
    let memory = try #require(cell.graph.signal(.memory))
    let forget = try #require(cell.graph.signal(.forget))
    let reach = cell.reach(of: .value(ValuePlace(memory, unit: 2, step: 4)), in: trace)
    let series = try #require(reach.memory)
    let direct = try #require(series.directNorms)
    var product = 1.0
    for step in (0..<5).reversed() {
      #expect(abs(direct[step + 1] - product) < 1e-15)
      product *= trace[forget, step, 2]
    }
    #expect(abs(direct[0] - product) < 1e-15)
    #expect(reach.time == 5)
    #expect(reach.activation.directNorms == nil)
  }

  @Test("Where the gates read nothing back, the direct path is the whole derivative")
  func whole() throws {
    var draw = Draw(seed: 73)
    var cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    for index in cell.graph.parameters.indices
    where cell.graph.parameters[index].source == "activation" {
      cell[ParameterID(index)] = Array(repeating: 0, count: 9)[...]
    }
    let trace = cell.trace(draw.inputs(cell, steps: 6), initial: draw.states(cell))
    let memory = try #require(cell.graph.signal(.memory))
    let reach = cell.reach(of: .value(ValuePlace(memory, unit: 0, step: 5)), in: trace)
    let series = try #require(reach.memory)
    var comparison = Comparison(absolute: 1e-15, relative: 1e-13)
    let direct = try #require(series.directNorms)
    comparison.compare("norms", series.norms, direct)
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("A plain network has no direct path, and no norm after the objective")
  func plain() {
    var draw = Draw(seed: 74)
    let cell = draw.cell(CellKind.rnn(RNN()).graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 4), initial: draw.states(cell))
    let reach = cell.reach(
      of: .value(ValuePlace(cell.graph.output, unit: 0, step: 1)), in: trace)
    #expect(reach.memory == nil)
    #expect(reach.activation.directNorms == nil)
    #expect(reach.activation.norms.map { $0 > 0 } == [true, true, true, false, false])
  }

  @Test("A weight of one half halves the norm at every step")
  func halves() {
    var cell = Cell<Double>(CellKind.rnn(RNN(function: .relu)).graph, inputs: 1, units: 1)
    cell.parameters = [0.5, 1, 0]
    let trace = cell.trace(Array(repeating: [1], count: 6))
    let reach = cell.reach(
      of: .value(ValuePlace(cell.graph.output, unit: 0, step: 5)), in: trace)
    let halves: [Double] = [0.015625, 0.03125, 0.0625, 0.125, 0.25, 0.5, 1]
    #expect(reach.activation.norms == halves)
  }

  @Test(
    "The slopes of a word's cross entropy and of a score agree with central differences",
    arguments: everyKind)
  func crossEntropy(kind: CellKind) {
    var draw = Draw(seed: 75)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    var readout = Readout<Double>(words: 4, units: 3)
    readout.parameters = draw.numbers(readout.parameters.count)
    let (inputs, states) = (draw.inputs(cell, steps: 3), draw.states(cell))
    let clamps = Interventions([
      Clamp(.role(.update), to: 0.6, units: .one(0), steps: .at(1))
    ])
    var entries = cell.parameters.indices.map(CentralDifference.Entry.parameter)
    for step in 0..<3 { entries += (0..<2).map { .input(step: step, column: $0) } }
    for state in cell.graph.states {
      entries += (0..<3).map { .initialState(state.role, unit: $0) }
    }
    let objectives = [
      Objective.crossEntropy(word: 1, step: 2, readout), .score(row: 3, step: 1, readout),
    ]
    for (objective, entry) in objectives.flatMap({ one in entries.map { (one, $0) } }) {
      let check = cell.centralDifference(
        of: objective, by: entry, inputs: inputs, initial: states, interventions: clamps)
      #expect(check.relativeError < 1e-6, "\(check)")
    }
  }

  @Test("A score is the product of its row and what the cell shows, plus its bias")
  func score() {
    var readout = Readout<Double>(words: 2, units: 1)
    readout.parameters = [2, -3, 0.5, 10]
    #expect(readout.scores([4][...]) == [8.5, -2])
    let cell = Cell<Double>(CellKind.rnn(RNN()).graph, inputs: 1, units: 1)
    var trace = cell.trace([[0], [0]])
    trace[cell.graph.output, 1, 0] = 4
    let objective = Objective.score(row: 1, step: 1, readout)
    #expect(objective.step == 1)
    #expect(objective.value(in: trace, of: cell.graph) == -2)
    #expect(objective.direct(in: trace, of: cell.graph)[cell.graph.output, 1, 0] == -3)
  }
}
