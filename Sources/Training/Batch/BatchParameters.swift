import CellEngine

/// Copies parameters between the order of `Cell.parameters` and `Readout.parameters` and a batch's.
struct BatchParameters {
  let plan: BatchPlan
  /// Where each parameter stands in `Cell.parameters`.
  let layout: Layout

  init(_ plan: BatchPlan) {
    self.plan = plan
    layout = Layout(
      counts: plan.graph.parameters.map { parameter in
        parameter.shape(inputs: plan.inputs, units: plan.units).reduce(1, *)
      })
  }

  /// Calls `body` with the place in `Cell.parameters` and in the batch for each number.
  func forEachOfCell(_ body: (Int, Int) -> Void) {
    for stack in plan.stacks.all {
      for (position, target) in stack.targets.enumerated() {
        let first = layout[target.parameter.index].lowerBound
        for unit in 0..<plan.units {
          for column in 0..<stack.depth {
            let place = Padding.place(
              row: column, column: position * plan.places.unitWidth + unit, rows: stack.depth)
            body(first + unit * stack.depth + column, stack.parameterStart + place)
          }
        }
      }
    }
    for (parameter, start) in plan.vectorStarts.enumerated() {
      guard let start else { continue }
      for unit in 0..<plan.units { body(layout[parameter].lowerBound + unit, start + unit) }
    }
  }

  /// Calls `body` with the place in `Readout.parameters` and in the batch for each number.
  func forEachOfReadout(_ body: (Int, Int) -> Void) {
    let units = plan.units
    for output in 0..<plan.outputs {
      for unit in 0..<units {
        let place = Padding.place(row: unit, column: output, rows: units)
        body(output * units + unit, plan.readoutStart + place)
      }
      body(plan.outputs * units + output, plan.readoutBiasStart + output)
    }
  }
}
