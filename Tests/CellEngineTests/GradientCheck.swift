import CellEngine

/// A gradient held against central differences, number by number.
///
///     (loss(p + h) − loss(p − h)) / 2h,  loss = Σ factor · value over all signals and steps
struct GradientCheck: CustomStringConvertible {
  /// |a − n| / max(|a|, |n|, 0.01), the largest over all numbers.
  private(set) var worst = 0.0
  private(set) var count = 0
  private var place = "nothing deviates"

  var description: String { "\(count) slopes, largest relative error \(worst): \(place)" }

  private var cell: Cell<Double>
  private var inputs: [[Double]]
  private var states: [[Double]]
  private let loss: Trace<Double>
  private let interventions: Interventions
  private let width = 1e-5

  /// Checks all parameters, inputs and initial states of a random cell.
  init(
    _ graph: CellGraph, inputs: Int, units: Int, steps: Int, seed: UInt64,
    interventions: Interventions = .none
  ) {
    self.interventions = interventions
    var draw = Draw(seed: seed)
    cell = draw.cell(graph, inputs: inputs, units: units)
    self.inputs = draw.inputs(cell, steps: steps)
    states = cell.graph.states.map { _ in draw.numbers(units) }
    loss = draw.loss(cell, steps: steps)
    let gradient = cell.gradient(of: trace, direct: loss, interventions: interventions)
    checkParameters(gradient)
    checkInputs(gradient)
    checkStates(gradient)
  }

  private mutating func checkParameters(_ gradient: Gradient<Double>) {
    for index in cell.parameters.indices {
      check("parameter \(index)", gradient.parameters[index], \.cell.parameters[index])
    }
  }

  private mutating func checkInputs(_ gradient: Gradient<Double>) {
    for signal in cell.graph.signals where cell.graph[signal].operation == .input {
      for step in inputs.indices {
        for index in inputs[step].indices {
          check(
            "x<\(step + 1)>[\(index)]",
            slope(ValuePlace(signal, unit: index, step: step), gradient),
            \.inputs[step][index])
        }
      }
    }
  }

  private mutating func checkStates(_ gradient: Gradient<Double>) {
    for (place, state) in cell.graph.states.enumerated() {
      for unit in 0..<cell.unitCount {
        check(
          "\(state.role)<0>[\(unit)]",
          slope(ValuePlace(state.previous, unit: unit, step: 0), gradient),
          \.states[place][unit])
      }
    }
  }

  /// ∂loss/∂number; a number that a clamp replaces has no influence.
  private func slope(_ place: ValuePlace, _ gradient: Gradient<Double>) -> Double {
    interventions.contains(place, in: cell.graph) ? 0 : gradient.adjoints[place]
  }

  private mutating func check(
    _ name: String, _ slope: Double, _ number: WritableKeyPath<GradientCheck, Double>
  ) {
    let middle = self[keyPath: number]
    self[keyPath: number] = middle + width
    let above = value()
    self[keyPath: number] = middle - width
    let below = value()
    self[keyPath: number] = middle
    let measured = (above - below) / (2 * width)
    let error = abs(slope - measured) / max(abs(slope), abs(measured), 0.01)
    count += 1
    if !(error <= worst) {
      worst = error.isNaN ? .infinity : error
      place = "\(name) is \(slope), measured \(measured)"
    }
  }

  private var trace: Trace<Double> {
    let initial = zip(cell.graph.states.map(\.role), states)
    return cell.trace(
      inputs, initial: Dictionary(uniqueKeysWithValues: initial), interventions: interventions)
  }

  private func value() -> Double {
    zip(trace.values, loss.values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
