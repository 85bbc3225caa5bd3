import CKernels

/// A compiled cell that takes one time step at a time and keeps all values of the last few steps.
///
/// It owns its memory, and only `copy()` makes a second one: a step of a small cell is so short that
/// asking whether others share the memory would be a tenth of it.
public struct CellStepper<Scalar: CellScalar>: ~Copyable, Sendable {
  /// The cell that runs.
  public let compiled: CompiledCell<Scalar>
  /// How many steps were taken.
  public private(set) var stepCount = 0
  /// How many of the last steps are kept.
  public let capacity: Int
  /// A copy of what a step reads of the program and, behind it, the rows in a ring.
  ///
  /// At first the initial states stand in the first row. Nobody else knows the memory.
  private let memory: AlignedMemory
  /// Where the rows stand, the distance of two, and the row of the last step; in bytes.
  private let rows: Range<Int>
  private let stride: Int
  private var last: Int
  private let inputCount: Int

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
    let size = MemoryLayout<Scalar>.size
    let bytes = compiled.program.steppedCount * size
    stride = compiled.program.layout.stride * size
    (rows, last) = (bytes..<(bytes + (capacity + 1) * stride), bytes)
    inputCount = compiled.cell.inputCount
    memory = AlignedMemory(rows.upperBound)
    var first = CompiledTrace<Scalar>(compiled.program.layout, steps: 0)
    first.begin(with: initial)
    compiled.program.block.numbers.withNumbers { program in
      memory.start.copyMemory(from: program.baseAddress.unsafelyUnwrapped, byteCount: bytes)
    }
    first.rows.withNumbers { states in
      (memory.start + bytes)
        .copyMemory(from: states.baseAddress.unsafelyUnwrapped, byteCount: stride)
    }
  }

  private init(copying other: borrowing CellStepper) {
    (compiled, capacity, stepCount) = (other.compiled, other.capacity, other.stepCount)
    (rows, stride, last, inputCount) = (other.rows, other.stride, other.last, other.inputCount)
    memory = other.memory.copy()
  }

  /// Another stepper that stands where this one does and goes on by itself.
  public func copy() -> CellStepper { CellStepper(copying: self) }

  /// Takes one time step.
  ///
  /// - Parameter x: the input, [I].
  public mutating func step(_ x: UnsafeBufferPointer<Scalar>) {
    precondition(x.count == inputCount, "\(x.count) inputs for \(inputCount)")
    let previous = last
    last = previous + stride == rows.upperBound ? rows.lowerBound : previous + stride
    let start = memory.start
    kernels_step(
      UnsafePointer(start.assumingMemoryBound(to: kernels_program.self)), start + last,
      start + previous, x.baseAddress, stepCount)
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
    let row = memory.start + rows.lowerBound + step % (capacity + 1) * stride
    let numbers = row.assumingMemoryBound(to: Scalar.self) + place.offset
    return Array(UnsafeBufferPointer(start: numbers, count: layout.count(signal)))
  }
}
