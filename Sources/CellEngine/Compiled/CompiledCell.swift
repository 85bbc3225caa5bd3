import CKernels

/// A cell made ready for speed: all weights packed, every step one call of a vector kernel.
///
/// It computes what `Cell` computes, for any graph and with every value kept. `Cell` stays the
/// reference: sums are added up in another order here and functions are within 2.5 units in the
/// last place (Float) or 2.6 (Double), so the values agree within a few roundings and not bit for
/// bit. On one instruction set a value does not depend on whether steps come one by one or as a
/// sequence.
public struct CompiledCell<Scalar: CellScalar>: Sendable {
  /// The cell that was compiled.
  public let cell: Cell<Scalar>
  let program: CellProgram<Scalar>

  /// Compiles a cell for this processor; later changes of the cell's weights are not seen.
  public init(_ cell: Cell<Scalar>) { self.init(cell, for: .best) }

  /// Compiles for one of the processor's instruction sets.
  public init(_ cell: Cell<Scalar>, for instructionSet: InstructionSet) {
    precondition(
      kernels_supports(instructionSet.rawValue), "this processor has no \(instructionSet)")
    self.cell = cell
    program = CellProgram(cell, instructionSet)
  }

  /// A trace of zeros, to be filled.
  public func emptyTrace(steps: Int) -> CompiledTrace<Scalar> {
    CompiledTrace(program.layout, steps: steps)
  }

  /// Runs the cell over a sequence and keeps every value of every step.
  ///
  /// - Parameters:
  ///   - inputs: x<1> … x<T>, each [I].
  ///   - initial: states before the first step, each [H]; a state that is not given is 0.
  public func trace(_ inputs: [[Scalar]], initial: [Role: [Scalar]] = [:]) -> CompiledTrace<Scalar>
  {
    precondition(inputs.allSatisfy { $0.count == cell.inputCount }, "inputs of another size")
    var trace = emptyTrace(steps: inputs.count)
    inputs.flatMap(\.self).withUnsafeBufferPointer { fill(&trace, inputs: $0, initial: initial) }
    return trace
  }

  /// Runs the cell over a sequence that stands in one array; a trace can be used again and again.
  ///
  /// - Parameters:
  ///   - trace: what `emptyTrace(steps:)` or an earlier run has left, T steps.
  ///   - inputs: [T, I], step after step.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func fill(
    _ trace: inout CompiledTrace<Scalar>, inputs: UnsafeBufferPointer<Scalar>,
    initial: [Role: [Scalar]] = [:]
  ) {
    precondition(trace.layout.graph == cell.graph, "another cell's trace")
    precondition(
      inputs.count == trace.stepCount * cell.inputCount,
      "\(inputs.count) inputs for \(trace.stepCount) steps")
    trace.begin(with: initial)
    let (stride, steps) = (program.layout.stride, trace.stepCount)
    trace.rows.withMutableNumbers { rows in
      let first = rows.baseAddress?.advanced(by: stride)
      program.block.withKernel { kernels_run($0, first, inputs.baseAddress, steps) }
    }
  }

  /// Computes the first steps of a trace from the states that stand before them; the inputs are
  /// written into the trace one by one.
  @inline(__always)
  func run(
    _ trace: inout CompiledTrace<Scalar>, steps: Int,
    _ input: (Int, UnsafeMutableBufferPointer<Scalar>) -> Void
  ) {
    let stride = program.layout.stride
    trace.rows.withMutableNumbers { rows in
      for step in 0..<steps {
        let first = (step + 1) * stride + program.layout.input
        input(step, UnsafeMutableBufferPointer(rebasing: rows[first..<(first + cell.inputCount)]))
      }
      let first = rows.baseAddress?.advanced(by: stride)
      program.block.withKernel { kernels_run($0, first, nil, steps) }
    }
  }
}
