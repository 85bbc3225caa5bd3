import CKernels

/// A compiled cell that takes one time step at a time and keeps all values of the last few steps.
public struct CellStepper<Scalar: CellScalar>: Sendable {
  /// The cell that runs.
  public let compiled: CompiledCell<Scalar>
  /// How many steps were taken.
  public private(set) var stepCount = 0
  /// How many of the last steps are kept.
  public let capacity: Int
  /// A copy of what a step reads of the program and, behind it, the rows in a ring.
  ///
  /// It is one array, so that a step counts no references. At first the initial states stand in the
  /// first row.
  private var memory: AlignedNumbers<Scalar>
  /// Where the row of the last step begins.
  private var last: Int
  private let rows: Range<Int>
  private let stride: Int
  private let inputCount: Int

  /// Starts before the first step.
  ///
  /// - Parameters:
  ///   - initial: states before the first step, each [H]; a state that is not given is 0.
  ///   - keeping: how many of the last steps can be read, at least 1.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(
    _ compiled: CompiledCell<Scalar>, initial: [Role: [Scalar]] = [:], keeping capacity: Int = 1
  ) {
    precondition(capacity > 0, "a stepper keeps at least the last step")
    self.compiled = compiled
    self.capacity = capacity
    let layout = compiled.program.layout
    var first = CompiledTrace<Scalar>(layout, steps: 0)
    first.begin(with: initial)
    let (program, count) = (compiled.program.block.numbers, compiled.program.steppedCount)
    rows = count..<(count + (capacity + 1) * layout.stride)
    memory = AlignedNumbers(count: rows.upperBound)
    last = rows.lowerBound
    (stride, inputCount) = (layout.stride, compiled.cell.inputCount)
    memory.withMutableNumbers { memory in
      let start = program.withNumbers { memory.update(fromContentsOf: $0[..<count]) }
      first.rows.withNumbers { _ = memory[start...].update(fromContentsOf: $0) }
    }
  }

  /// Takes one time step.
  ///
  /// - Parameter x: the input, [I].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func step(_ x: UnsafeBufferPointer<Scalar>) {
    precondition(x.count == inputCount, "\(x.count) inputs for \(inputCount)")
    let previous = last
    last = previous + stride == rows.upperBound ? rows.lowerBound : previous + stride
    memory.withMutableNumbers { memory in
      guard let start = memory.baseAddress else { return }
      let program = UnsafeRawPointer(start).assumingMemoryBound(to: kernels_program.self)
      kernels_step(program, start + last, start + previous, x.baseAddress, stepCount)
    }
    stepCount += 1
  }

  /// Takes one time step.
  public mutating func step(_ x: [Scalar]) { x.withUnsafeBufferPointer { step($0) } }

  /// The numbers of a signal at one of the last steps: 0 is the last, 1 the one before.
  public subscript(signal: SignalID, back: Int) -> [Scalar] {
    precondition((0..<min(capacity, stepCount)).contains(back), "step \(back) back")
    let layout = compiled.program.layout
    let place = layout[signal]
    let step = stepCount - back - (place.isPrevious ? 1 : 0)
    let start = rows.lowerBound + step % (capacity + 1) * stride + place.offset
    return memory.withNumbers { memory in Array(memory[start..<(start + layout.count(signal))]) }
  }
}
