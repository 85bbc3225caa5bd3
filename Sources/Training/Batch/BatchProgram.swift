import CKernels
import CellEngine

/// What the places of instructions refer to.
enum BatchBase: Int32, CaseIterable {
  /// The rows of values of the step and of the step before.
  case values, before
  /// Values that only the next operations read.
  case scratch
  /// ∂loss/∂value of the step and of the step before.
  case adjoints, adjointsBefore
  /// ∂loss/∂sum of the affine signals, kept for the gradient of the matrices.
  case slopes
  /// ∂loss/∂output, as far as the readout reads it.
  case outputSlopes
  /// The input.
  case input
  /// Parameters, their slopes and the prepared biases: one row for all.
  case parameters, gradient, biases
}

/// One part of the work of a time step.
enum BatchStage: Sendable {
  /// A matrix product; on the way back the operand's adjoint, added or not.
  case multiply(stack: Int, adds: Bool)
  /// Some of the instructions.
  case run(Range<Int>)
}

/// The work of one time step as a flat list for the kernels, in one direction.
struct BatchProgram: Sendable {
  /// The parts in order.
  private(set) var stages: [BatchStage] = []
  /// The instructions of all parts.
  private(set) var instructions: [kernels_batch_instruction] = []

  /// Adds an instruction; those that follow one another become one part.
  mutating func append(_ instruction: kernels_batch_instruction) {
    instructions.append(instruction)
    if case .run(let range) = stages.last {
      stages[stages.count - 1] = .run(range.lowerBound..<instructions.count)
    } else {
      stages.append(.run((instructions.count - 1)..<instructions.count))
    }
  }

  /// Adds a matrix product.
  mutating func multiply(_ stack: Int, adds: Bool) {
    stages.append(.multiply(stack: stack, adds: adds))
  }
}

extension kernels_batch_place {
  /// An offset from a base.
  init(_ base: BatchBase, _ offset: Int = 0) {
    self.init(base: base.rawValue, offset: Int32(offset))
  }
}

extension kernels_batch_instruction {
  /// Makes an instruction; an operand that it does not have is the target.
  init(
    _ operation: Int, _ target: kernels_batch_place, _ left: kernels_batch_place? = nil,
    _ right: kernels_batch_place? = nil, width: Int, adds: Bool = false, function: Activation? = nil
  ) {
    self.init(
      operation: Int32(operation), function: function?.kernel ?? 0, count: Int32(width),
      adds: adds ? 1 : 0, target: target, left: left ?? target, right: right ?? left ?? target)
  }
}
