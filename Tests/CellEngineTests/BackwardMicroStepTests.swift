import CellEngine
import Testing

@Suite("The backward pass, micro-step by micro-step")
struct BackwardMicroStepTests {
  private func stages(
    _ kind: CellKind, _ clamps: Interventions, at step: Int,
    _ body: ([BackwardMicroStep], Cell<Double>, Gradient<Double>) -> Void
  ) {
    var draw = Draw(seed: 76)
    let cell = draw.cell(kind.graph, inputs: 2, units: 3)
    let trace = cell.trace(
      draw.inputs(cell, steps: 4), initial: draw.states(cell), interventions: clamps)
    let objective = Objective.value(ValuePlace(cell.graph.output, unit: 1, step: 2))
    let gradient = cell.gradient(of: objective, in: trace, interventions: clamps)
    body(
      cell.backwardMicroSteps(
        at: step, of: objective, in: trace, gradient: gradient, interventions: clamps),
      cell, gradient)
  }

  /// What a signal has been passed by the end of some stages, [units].
  private func sum(
    of signal: SignalID, _ stages: ArraySlice<BackwardMicroStep>, units: Int
  ) -> [Double] {
    let shares = stages.flatMap(\.shares).filter { $0.target == signal }
    return shares.reduce(Array(repeating: 0, count: units)) { zip($0, $1.values).map(+) }
  }

  @Test("Its stages are the micro-steps from right to left", arguments: everyKind)
  func order(kind: CellKind) {
    stages(kind, .none, at: 1) { stages, cell, _ in
      #expect(stages.map(\.step) == cell.graph.microSteps.reversed())
    }
  }

  @Test("A completed adjoint is the gradient's and no longer changes", arguments: everyKind)
  func completed(kind: CellKind) {
    for step in 0..<4 {
      stages(kind, .none, at: step) { stages, cell, gradient in
        var comparison = Comparison(absolute: 1e-14, relative: 1e-12)
        var complete: [SignalID] = []
        for (place, stage) in stages.enumerated() {
          complete += stage.completed
          for signal in complete {
            let whole = gradient.adjoints[signal, step]
            comparison.compare(
              "\(signal)", sum(of: signal, stages[...place], units: whole.count), whole)
          }
        }
        #expect(complete.sorted() == cell.graph.signals)
        #expect(comparison.holds, "\(comparison)")
      }
    }
  }

  @Test("A signal is passed on only when its adjoint is complete", arguments: everyKind)
  func completeFirst(kind: CellKind) {
    stages(kind, .none, at: 1) { stages, _, _ in
      var complete: Set<SignalID> = []
      for stage in stages {
        if case .computation(let signal) = stage.step { #expect(complete.contains(signal)) }
        complete.formUnion(stage.completed)
      }
    }
  }

  @Test("Clamped runs come out the same way", arguments: everyKind)
  func clamped(kind: CellKind) {
    for signal in kind.graph.signals {
      let clamps = Interventions([Clamp(.signal(signal), to: 0.3, units: .one(1))])
      stages(kind, clamps, at: 1) { stages, cell, gradient in
        var comparison = Comparison(absolute: 1e-14, relative: 1e-12)
        for other in cell.graph.signals {
          let whole = gradient.adjoints[other, 1]
          comparison.compare("\(other)", sum(of: other, stages[...], units: whole.count), whole)
        }
        #expect(comparison.holds, "\(comparison)")
      }
    }
  }

  @Test("A gate's stage names its function and the factor it met")
  func rules() throws {
    let graph = CellKind.lstm(LSTM(peepholes: [.forget])).graph
    stages(.lstm(LSTM(peepholes: [.forget])), .none, at: 1) { stages, _, _ in
      let forget = graph.signal(.forget)
      let stage = stages.first { $0.step == forget.map(MicroStep.computation) }
      #expect(stage?.shares.first?.rule == .slope(.sigmoid))
      let factors = stages.flatMap(\.shares).filter { $0.target == forget }.map(\.rule)
      #expect(factors == graph.previous(.memory).map { [.times($0)] })
    }
  }
}
