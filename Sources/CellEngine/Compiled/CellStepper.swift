import CKernels

/// A compiled cell that takes one time step at a time and keeps all values of the last few steps.
public struct CellStepper<Scalar: CellScalar>: Sendable {
  /// The cell that runs.
  public let compiled: CompiledCell<Scalar>
  /// How many steps were taken.
  public private(set) var stepCount = 0
  /// How many of the last steps are kept.
  public let capacity: Int
  private var ring: CompiledTrace<Scalar>
  private let input: Int

  /// Starts before the first step.
  ///
  /// - Parameters:
  ///   - initial: states before the first step, each [H]; a state that is not given is 0.
  ///   - keeping: how many of the last steps can be read, at least 1.
  public init(
    _ compiled: CompiledCell<Scalar>, initial: [Role: [Scalar]] = [:], keeping capacity: Int = 1
  ) {
    precondition(capacity > 0, "a stepper keeps at least the last step")
    self.compiled = compiled
    self.capacity = capacity
    input = compiled.program.layout.input
    ring = CompiledTrace(compiled.program.layout, steps: capacity)
    ring.begin(with: initial)
  }

  /// Takes one time step.
  ///
  /// - Parameter x: the input, [I].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func step(_ x: UnsafeBufferPointer<Scalar>) {
    precondition(x.count == compiled.cell.inputCount, "\(x.count) inputs")
    // The rows stand in a ring: the first row holds the step before the oldest.
    let stride = ring.layout.stride
    let previous = stepCount % (capacity + 1) * stride
    let row = (stepCount + 1) % (capacity + 1) * stride
    ring.rows.withMutableNumbers { rows in
      let first = row + input
      _ = rows[first..<(first + x.count)].update(fromContentsOf: x)
      let now = rows.baseAddress?.advanced(by: row)
      let before = rows.baseAddress?.advanced(by: previous)
      compiled.program.withKernel { kernels_step($0, now, before, stepCount) }
    }
    stepCount += 1
  }

  /// Takes one time step.
  public mutating func step(_ x: [Scalar]) { x.withUnsafeBufferPointer { step($0) } }

  /// The numbers of a signal at one of the last steps: 0 is the last, 1 the one before.
  public subscript(signal: SignalID, back: Int) -> [Scalar] {
    precondition((0..<min(capacity, stepCount)).contains(back), "step \(back) back")
    let place = ring.layout[signal]
    let step = stepCount - back - (place.isPrevious ? 1 : 0)
    let start = step % (capacity + 1) * ring.layout.stride + place.offset
    return ring.rows.withNumbers { rows in
      Array(rows[start..<(start + ring.layout.count(signal))])
    }
  }
}
