import CKernels
import CellEngine

/// One run over a batch: all that the loops need, as pointers into one block of memory.
struct BatchPass<Scalar: CellScalar> {
  let plan: BatchPlan
  let memory: BatchMemory
  let kernels: Kernels<Scalar>
  /// The number of time steps T and of sequences B.
  let steps: Int, sequences: Int
  /// The block of memory.
  let start: UnsafeMutablePointer<Scalar>
  /// The inputs as places in a vocabulary, [T · B], if they are not numbers.
  let tokens: UnsafePointer<Int32>?
  /// What the places of instructions refer to, and the distance of rows there.
  let bases: UnsafeMutablePointer<UnsafeMutablePointer<Scalar>?>
  let distances: UnsafeMutablePointer<Int>

  /// Sets what is the same in all steps.
  func setUp() {
    set(.scratch, start + memory.scratch, plan.places.scratchStep)
    set(.parameters, start + memory.parameters, 0)
    set(.gradient, start + memory.gradient, 0)
    set(.biases, start + memory.prepared + plan.biasStart, 0)
  }

  /// Copies the parameters into the forms that the passes read.
  func prepare() {
    let parameters = start + memory.parameters
    let prepared = start + memory.prepared
    for stack in plan.stacks.all where !stack.readsInput {
      kernels.transpose(
        rows: stack.depth, columns: stack.columns, parameters + stack.parameterStart,
        panel: stack.panel, result: prepared + stack.transposedStart,
        resultPanel: stack.transposedPanel)
    }
    kernels.transpose(
      rows: plan.units, columns: plan.outputs, parameters + plan.readoutStart,
      panel: plan.units * Padding.panel, result: prepared + plan.readoutTransposedStart,
      resultPanel: plan.outputs * Padding.panel)
    let width = plan.places.unitWidth
    for (place, signal) in plan.places.affines.enumerated() {
      guard case .affine(let terms) = plan.graph.nodes[signal].operation else { continue }
      let row = prepared + plan.biasStart + place * width
      row.update(repeating: 0, count: width)
      for term in terms {
        guard case .bias(let parameter) = term, let from = plan.vectorStarts[parameter.index]
        else { continue }
        for unit in 0..<width { row[unit] += parameters[from + unit] }
      }
    }
  }

  /// Sets the states before the first step: to where the last batch ended, or to 0.
  func beginStates(carried: Bool) {
    let count = sequences * plan.places.valueStep
    if carried {
      values(-1).update(from: values(steps - 1), count: count)
    } else {
      values(-1).update(repeating: 0, count: count)
    }
  }

  /// The row of values of a step; step -1 holds the states before the first.
  @inline(__always)
  func values(_ step: Int) -> UnsafeMutablePointer<Scalar> {
    start + memory.values + (step + 1) * sequences * plan.places.valueStep
  }

  /// The inputs of a step.
  @inline(__always)
  func inputs(_ step: Int) -> UnsafeMutablePointer<Scalar> {
    start + memory.inputs + step * sequences * memory.inputStep
  }

  /// Sets a base.
  @inline(__always)
  func set(_ base: BatchBase, _ pointer: UnsafeMutablePointer<Scalar>, _ distance: Int) {
    bases[Int(base.rawValue)] = pointer
    distances[Int(base.rawValue)] = distance
  }

  /// Where a place is now, and the distance of rows there.
  @inline(__always)
  func resolve(_ place: kernels_batch_place) -> (UnsafeMutablePointer<Scalar>, Int) {
    guard let base = bases[Int(place.base)] else { preconditionFailure("a base is not set") }
    return (base + Int(place.offset), distances[Int(place.base)])
  }

  /// Sets the bases that move with the steps.
  @inline(__always)
  func move(to step: Int) {
    let valueStep = plan.places.valueStep
    set(.values, values(step), valueStep)
    set(.before, values(step - 1), valueStep)
    set(.input, inputs(step), memory.inputStep)
  }
}
