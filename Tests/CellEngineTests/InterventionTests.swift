import CellEngine
import Testing

@Suite("Clamped runs")
struct InterventionTests {
  @Test("With Γf = 1 and Γu = 0 the third memory is the initial one, bit for bit")
  func memoryLine() throws {
    var draw = Draw(seed: 41)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 5)
    let states = draw.states(cell)
    let inputs = draw.inputs(cell, steps: 3)
    let open = Interventions([Clamp(.role(.forget), to: 1), Clamp(.role(.update), to: 0)])
    let trace = cell.trace(inputs, initial: states, interventions: open)
    let memory = try #require(cell.graph.signal(.memory))
    #expect(Array(trace[memory, 2]) == states[.memory])
    #expect(trace[memory, 2] != cell.trace(inputs, initial: states)[memory, 2])
  }

  @Test("A clamp to the value that a number has anyway changes nothing", arguments: everyKind)
  func sameValue(kind: CellKind) {
    var draw = Draw(seed: 42)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let (inputs, states) = (draw.inputs(cell, steps: 3), draw.states(cell))
    let trace = cell.trace(inputs, initial: states)
    for signal in cell.graph.signals {
      let value = trace[signal, 1, 1]
      let clamp = Clamp(.signal(signal), to: value, units: .one(1), steps: .at(1))
      #expect(
        cell.trace(inputs, initial: states, interventions: Interventions([clamp])) == trace)
    }
  }

  @Test("Every signal takes the value it is clamped to, and only that number", arguments: everyKind)
  func value(kind: CellKind) {
    var draw = Draw(seed: 43)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let (inputs, states) = (draw.inputs(cell, steps: 3), draw.states(cell))
    let free = cell.trace(inputs, initial: states)
    for signal in cell.graph.signals {
      let clamp = Clamp(.signal(signal), to: 0.25, units: .one(1), steps: .at(1))
      let trace = cell.trace(inputs, initial: states, interventions: Interventions([clamp]))
      #expect(trace[signal, 1, 1] == 0.25)
      #expect(trace[signal, 0] == free[signal, 0])
      #expect(trace[signal, 1, 0] == free[signal, 1, 0])
      for other in cell.graph.signals where other < signal {
        #expect(trace[other, 1] == free[other, 1])
      }
    }
  }

  @Test("The gradient of a clamped run agrees with central differences", arguments: everyKind)
  func gradient(kind: CellKind) {
    let free = GradientCheck(kind.graph, inputs: 2, units: 2, steps: 3, seed: 44)
    for signal in kind.graph.signals {
      let clamps = Interventions([
        Clamp(.signal(signal), to: 0.3, units: .one(0), steps: .from(1)),
        Clamp(.signal(signal), to: -0.2, units: .all, steps: .at(2)),
      ])
      let check = GradientCheck(
        kind.graph, inputs: 2, units: 2, steps: 3, seed: 44, interventions: clamps)
      #expect(check.count == free.count)
      #expect(check.worst <= 1e-6, "\(signal): \(check)")
    }
  }

  @Test("A clamped gate keeps its adjoint and passes nothing to its weights")
  func adjoint() throws {
    var draw = Draw(seed: 45)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let (inputs, loss) = (draw.inputs(cell, steps: 2), draw.loss(cell, steps: 2))
    let forget = try #require(cell.graph.signal(.forget))
    let sum = try #require(cell.graph[forget].operation.operands.first)
    let clamps = Interventions([Clamp(.role(.forget), to: 0.5)])
    let trace = cell.trace(inputs, initial: draw.states(cell), interventions: clamps)
    var direct = Trace<Double>(layout: trace.layout, steps: 2)
    direct[cell.graph.output, 1] = loss[cell.graph.output, 1]
    let gradient = cell.gradient(of: trace, direct: direct, interventions: clamps)
    #expect(gradient.adjoints[forget, 1].allSatisfy { $0 != 0 })
    #expect(gradient.adjoints[sum, 1].allSatisfy { $0 == 0 })
    let bias = try #require(cell.parameter(named: "forget.bias"))
    #expect(gradient.parameters[cell.parameterLayout[bias.index]].allSatisfy { $0 == 0 })
  }

  @Test("The later of two clamps on a number counts")
  func order() throws {
    let graph = CellKind.lecture.graph
    let place = ValuePlace(try #require(graph.signal(.update)), unit: 2, step: 4)
    let clamps = Interventions([
      Clamp(.role(.update), to: 1), Clamp(.role(.update), to: 0, steps: .from(4)),
      Clamp(.role(.update), to: 0.5, units: .one(1)),
    ])
    #expect(clamps.value(at: place, in: graph) == 0)
  }

  @Test("A role that a cell does not have is not clamped")
  func missingRole() {
    var draw = Draw(seed: 46)
    let cell = draw.cell(CellKind.rnn(RNN()).graph, inputs: 2, units: 3)
    let inputs = draw.inputs(cell, steps: 2)
    let clamps = Interventions([Clamp(.role(.forget), to: 1)])
    #expect(cell.trace(inputs, interventions: clamps) == cell.trace(inputs))
  }
}
