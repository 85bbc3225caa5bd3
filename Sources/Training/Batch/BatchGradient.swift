public import CellEngine

/// The loss of a cell with a linear readout over a batch of sequences, and its gradient.
///
/// Forward and backward through time for B sequences of T steps at once, for any cell: the work is
/// read from the graph. The products with the input are one matrix product for many steps, those
/// with the states one for each step, the element-wise operations run over blocks of rows, and the
/// slopes of the matrices are one product for many steps. The numbers agree with `Cell.gradient`
/// up to the order of summation. Everything is kept in one block of memory; no step allocates.
/// Source: Werbos 1990.
public struct BatchGradient<Scalar: CellScalar>: Sendable {
  /// What a cell reads at each step, in the order [T][B].
  public enum Inputs: Sendable {
    /// Numbers, [T · B][I].
    case numbers([Scalar])
    /// Places in a vocabulary of I words, [T · B]: the input is 1 there and 0 elsewhere.
    case tokens([Int32])
  }

  /// What the readout's outputs should be, in the order [T][B].
  public enum Targets: Sendable {
    /// Numbers, [T · B][outputs]; the loss is the mean of the squared differences.
    case numbers([Scalar])
    /// Places among the outputs, [T · B]; the loss is the mean cross entropy of their softmax.
    case tokens([Int32])
  }

  /// The number of time steps, T.
  public let stepCount: Int
  /// The number of sequences, B.
  public let sequenceCount: Int
  /// Which vector instructions compute it.
  public let instructionSet: InstructionSet
  let plan: BatchPlan
  let memory: BatchMemory
  var numbers: AlignedNumbers<Scalar>

  /// Prepares for batches of one size; all parameters and states are 0.
  ///
  /// - Parameters:
  ///   - graph: any cell.
  ///   - inputs: I.
  ///   - units: H.
  ///   - outputs: how many numbers the readout gives.
  ///   - steps: T.
  ///   - sequences: B.
  public init(
    _ graph: CellGraph, inputs: Int, units: Int, outputs: Int, steps: Int, sequences: Int,
    instructionSet: InstructionSet = .best
  ) {
    precondition(
      inputs > 0 && units > 0 && outputs > 0 && steps > 0 && sequences > 0,
      "a batch of \(sequences) × \(steps) steps of \(inputs), \(units), \(outputs) numbers")
    precondition(InstructionSet.available.contains(instructionSet), "\(instructionSet)")
    plan = BatchPlan(graph, inputs: inputs, units: units, outputs: outputs)
    memory = BatchMemory(plan, steps: steps, sequences: sequences)
    stepCount = steps
    sequenceCount = sequences
    self.instructionSet = instructionSet
    numbers = AlignedNumbers(count: memory.total)
  }

  /// Computes the loss and the gradient.
  ///
  /// - Parameters:
  ///   - carriesStates: whether the states go on from where the last batch ended; they begin at 0
  ///     otherwise. The gradient ends at the batch's first step in either case.
  /// - Returns: the mean loss.
  public mutating func compute(
    _ inputs: Inputs, _ targets: Targets, carriesStates: Bool = false
  ) -> Double {
    let rows = stepCount * sequenceCount
    switch (inputs, targets) {
    case (.numbers(let inputs), .numbers(let targets)):
      store(inputs)
      precondition(targets.count == rows * plan.outputs, "\(targets.count) targets")
      return targets.withUnsafeBufferPointer { pass(nil, .numbers($0), carriesStates) }
    case (.numbers(let inputs), .tokens(let targets)):
      store(inputs)
      check(targets, below: plan.outputs)
      return targets.withUnsafeBufferPointer { pass(nil, .tokens($0), carriesStates) }
    case (.tokens(let inputs), .numbers(let targets)):
      check(inputs, below: plan.inputs)
      precondition(targets.count == rows * plan.outputs, "\(targets.count) targets")
      return inputs.withUnsafeBufferPointer { places in
        targets.withUnsafeBufferPointer { pass(places, .numbers($0), carriesStates) }
      }
    case (.tokens(let inputs), .tokens(let targets)):
      check(inputs, below: plan.inputs)
      check(targets, below: plan.outputs)
      return inputs.withUnsafeBufferPointer { places in
        targets.withUnsafeBufferPointer { pass(places, .tokens($0), carriesStates) }
      }
    }
  }

  /// Copies the inputs into rows of their own.
  private mutating func store(_ inputs: [Scalar]) {
    let (count, step) = (plan.inputs, memory.inputStep)
    let rows = stepCount * sequenceCount
    precondition(inputs.count == rows * count, "\(inputs.count) inputs for \(rows) × \(count)")
    let start = memory.inputs
    numbers.withMutableNumbers { all in
      inputs.withUnsafeBufferPointer { from in
        guard let source = from.baseAddress, let all = all.baseAddress else { return }
        for row in 0..<rows {
          (all + start + row * step).update(from: source + row * count, count: count)
        }
      }
    }
  }

  private func check(_ tokens: [Int32], below count: Int) {
    precondition(tokens.count == stepCount * sequenceCount, "\(tokens.count) tokens")
    precondition(tokens.allSatisfy { (0..<Int32(count)).contains($0) }, "no such token")
  }

  /// Runs forward and backward.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private mutating func pass(
    _ tokens: UnsafeBufferPointer<Int32>?, _ targets: BatchTargets<Scalar>, _ carries: Bool
  ) -> Double {
    precondition(tokens == nil || plan.inputIsOnlyMultiplied, "this cell reads its input itself")
    let (plan, memory, steps, sequences) = (plan, memory, stepCount, sequenceCount)
    let kernels = Kernels<Scalar>(set: instructionSet.rawValue)
    return numbers.withMutableNumbers { all in
      let count = BatchBase.allCases.count
      return withUnsafeTemporaryAllocation(
        of: UnsafeMutablePointer<Scalar>?.self, capacity: count
      ) { bases in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { distances in
          bases.initialize(repeating: nil)
          distances.initialize(repeating: 0)
          guard let start = all.baseAddress, let base = bases.baseAddress,
            let distance = distances.baseAddress
          else { preconditionFailure("there is memory") }
          let pass = BatchPass(
            plan: plan, memory: memory, kernels: kernels, steps: steps, sequences: sequences,
            start: start, tokens: tokens?.baseAddress, bases: base, distances: distance)
          pass.setUp()
          pass.prepare()
          pass.beginStates(carried: carries)
          pass.runForward()
          return pass.runBackward(targets)
        }
      }
    }
  }
}
