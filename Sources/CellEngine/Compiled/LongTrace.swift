/// Every value of a sequence of any length, held as the states before every thousandth step.
///
/// Opening runs the whole sequence once and keeps those states alone; a step that is asked for is
/// computed again from the states before it, together with its neighbours. The values are those of
/// the whole trace bit for bit, because no value depends on where a run begins.
///
///     memory = (T / interval) · states + interval · row        time of a step = interval steps
public struct LongTrace<Scalar: CellScalar>: Sendable {
  /// The cell that runs.
  public let compiled: CompiledCell<Scalar>
  /// The inputs.
  public let inputs: LongInput<Scalar>
  /// How many steps are computed at a time.
  public let interval: Int
  /// The states before every interval: [intervals, states, H].
  private var starts: [Scalar] = []
  private var window: CompiledTrace<Scalar>
  /// The interval whose values stand in the window.
  private var opened: Int

  /// Runs a sequence.
  ///
  /// - Parameters:
  ///   - inputs: T inputs of the cell's width.
  ///   - initial: states before the first step, each [H]; a state that is not given is 0.
  ///   - interval: how many steps are computed at a time, at least 1.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(
    _ compiled: CompiledCell<Scalar>, inputs: LongInput<Scalar>,
    initial: [Role: [Scalar]] = [:], interval: Int = 1000
  ) {
    precondition(inputs.width == compiled.cell.inputCount, "inputs of \(inputs.width) numbers")
    precondition(interval > 0, "an interval of \(interval) steps")
    (self.compiled, self.inputs, self.interval) = (compiled, inputs, interval)
    window = compiled.emptyTrace(steps: min(interval, inputs.stepCount))
    window.begin(with: initial)
    opened = 0
    for first in stride(from: 0, to: inputs.stepCount, by: interval) {
      if first > 0 { window.continueAfterLast() }
      starts += window.initialStates
      opened = first / interval
      compute()
    }
  }

  /// The number of time steps, T.
  public var stepCount: Int { inputs.stepCount }

  /// The numbers of a signal at a step, [I] or [H]; opens the step's interval.
  public mutating func numbers(of signal: SignalID, at step: Int) -> [Scalar] {
    open(step)
    return window[signal, step - opened * interval]
  }

  /// Computes the interval of a step, if it is not the one that was asked for last.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func open(_ step: Int) {
    precondition((0..<stepCount).contains(step), "step \(step) of \(stepCount)")
    guard step / interval != opened else { return }
    opened = step / interval
    let count = compiled.cell.graph.states.count * compiled.cell.unitCount
    window.begin(withStates: starts[(opened * count)..<((opened + 1) * count)])
    compute()
  }

  /// Runs the interval that is open; its states stand before the window's first row.
  @inline(__always)
  private mutating func compute() {
    let first = opened * interval
    let inputs = inputs
    compiled.run(&window, steps: min(interval, stepCount - first)) { step, x in
      inputs.write(first + step, to: x)
    }
  }
}

extension CompiledTrace {
  /// The states before the first step, [states, H].
  fileprivate var initialStates: [Scalar] {
    rows.withNumbers { rows in
      zip(layout.graph.states, layout.carried).flatMap { state, place in
        rows[place..<(place + layout.count(state.previous))]
      }
    }
  }

  /// Begins with states, [states, H].
  fileprivate mutating func begin(withStates states: ArraySlice<Scalar>) {
    var next = states.startIndex
    let layout = layout
    rows.withMutableNumbers { rows in
      for (state, place) in zip(layout.graph.states, layout.carried) {
        for unit in 0..<layout.count(state.previous) {
          rows[place + unit] = states[next]
          next += 1
        }
      }
    }
  }

  /// Begins with the states that the last step has left.
  fileprivate mutating func continueAfterLast() {
    let last = stepCount * layout.stride
    let layout = layout
    rows.withMutableNumbers { rows in
      for (state, place) in zip(layout.graph.states, layout.carried) {
        for unit in 0..<layout.count(state.previous) {
          rows[place + unit] = rows[last + place + unit]
        }
      }
    }
  }
}
