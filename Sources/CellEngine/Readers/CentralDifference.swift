/// One slope of a gradient beside what two runs measure.
///
///     measured = (objective(p + h) − objective(p − h)) / 2h
///
/// Its error falls with h² until rounding, about 1e-16 · |objective| / h, outweighs it; near
/// h = 1e-5 both are smallest.
public struct CentralDifference: Hashable, Sendable {
  /// The number that is varied.
  public enum Entry: Hashable, Sendable {
    /// A weight, by its place in `Cell.parameters`.
    case parameter(Int)
    /// A number of the input x<t>; both from 0.
    case input(step: Int, column: Int)
    /// A unit of a state before the first step, from 0.
    case initialState(Role, unit: Int)
  }

  /// The number that is varied.
  public let entry: Entry
  /// The slope that the backward pass gives.
  public let analytic: Double
  /// The objective with the number h smaller.
  public let below: Double
  /// The objective with the number h larger.
  public let above: Double
  /// h.
  public let width: Double

  /// The slope that two runs measure.
  public var measured: Double { (above - below) / (2 * width) }

  /// |analytic − measured| / max(|analytic|, |measured|, 0.01).
  public var relativeError: Double {
    let size = max(analytic.magnitude, measured.magnitude, 0.01)
    let error = (analytic - measured).magnitude / size
    return error.isNaN ? .infinity : error
  }
}

extension Cell<Double> {
  /// Measures one slope and holds it beside the backward pass's.
  ///
  /// - Parameters:
  ///   - inputs: x<1> … x<T>, each [I].
  ///   - initial: states before the first step, each [H].
  ///   - width: h, how far the number is moved.
  public func centralDifference(
    of objective: Objective, by entry: CentralDifference.Entry, inputs: [[Double]],
    initial: [Role: [Double]] = [:], interventions: Interventions = .none, width: Double = 1e-5
  ) -> CentralDifference {
    func value(movedBy distance: Double) -> Double {
      var (cell, inputs, initial) = (self, inputs, initial)
      switch entry {
      case .parameter(let index): cell.parameters[index] += distance
      case .input(let step, let column): inputs[step][column] += distance
      case .initialState(let role, let unit):
        initial[role, default: Array(repeating: 0, count: unitCount)][unit] += distance
      }
      let trace = cell.trace(inputs, initial: initial, interventions: interventions)
      return objective.value(in: trace, of: graph)
    }
    let trace = trace(inputs, initial: initial, interventions: interventions)
    let gradient = gradient(of: objective, in: trace, interventions: interventions)
    return CentralDifference(
      entry: entry, analytic: slope(of: entry, gradient, interventions),
      below: value(movedBy: -width), above: value(movedBy: width), width: width)
  }

  /// A slope of a gradient; 0 for a number that a clamp replaces.
  private func slope(
    of entry: CentralDifference.Entry, _ gradient: Gradient<Double>, _ interventions: Interventions
  ) -> Double {
    let place: ValuePlace?
    switch entry {
    case .parameter(let index):
      return gradient.parameters[index]
    case .input(let step, let column):
      place = ValuePlace(graph.input, unit: column, step: step)
    case .initialState(let role, let unit):
      place = graph.previous(role).map { ValuePlace($0, unit: unit, step: 0) }
    }
    guard let place, !interventions.contains(place, in: graph) else { return 0 }
    return gradient.adjoints[place]
  }
}
