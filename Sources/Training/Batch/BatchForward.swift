import CKernels
import CellEngine

extension BatchPass {
  /// Computes all values of all steps.
  ///
  /// The products with the input are known beforehand: one product for a block of steps.
  func runForward() {
    var first = 0
    while first < steps {
      let count = min(memory.stepsPerBlock, steps - first)
      for stack in plan.stacks.all where stack.readsInput { project(stack, first, count) }
      for step in first..<(first + count) { runForward(step) }
      first += count
    }
  }

  private func project(_ stack: MatrixStack, _ first: Int, _ count: Int) {
    let matrix = start + memory.parameters + stack.parameterStart
    let result = values(first) + stack.firstColumn
    let bias = start + memory.prepared + plan.biasStart + stack.firstColumn
    let step = plan.places.valueStep
    if let tokens {
      kernels.gather(
        rows: count * sequences, columns: stack.columns, places: tokens + first * sequences,
        matrix: matrix, panel: stack.panel, start: stack.startsFromBias ? bias : result,
        startStep: stack.startsFromBias ? 0 : step, result: result, step: step)
      return
    }
    kernels.multiply(
      MatrixProduct(
        rows: count * sequences, columns: stack.columns, depth: stack.depth,
        left: inputs(first), leftRow: memory.inputStep, leftColumn: 1, right: matrix,
        rightPanel: stack.panel, rightRow: Padding.panel,
        start: stack.startsFromBias ? bias : result, startPanel: Padding.panel,
        startRow: stack.startsFromBias ? 0 : step, result: result, resultPanel: Padding.panel,
        resultRow: step))
  }

  @inline(__always)
  private func runForward(_ step: Int) {
    move(to: step)
    for stage in plan.forward.stages {
      switch stage {
      case .run(let range):
        kernels.run(
          plan.forward.instructions[range], rows: sequences, bases: bases, steps: distances)
      case .multiply(let position, let adds):
        multiply(plan.stacks.all[position], adds: adds, step)
      }
    }
  }

  @inline(__always)
  private func multiply(_ stack: MatrixStack, adds: Bool, _ step: Int) {
    guard let place = plan.place(stack.operand) else { return }
    let (left, distance) = resolve(place)
    let valueStep = plan.places.valueStep
    let result = values(step) + stack.firstColumn
    let bias = start + memory.prepared + plan.biasStart + stack.firstColumn
    kernels.multiply(
      MatrixProduct(
        rows: sequences, columns: stack.columns, depth: stack.depth, left: left,
        leftRow: distance, leftColumn: 1,
        right: start + memory.parameters + stack.parameterStart, rightPanel: stack.panel,
        rightRow: Padding.panel, start: adds ? result : bias, startPanel: Padding.panel,
        startRow: adds ? valueStep : 0, result: result, resultPanel: Padding.panel,
        resultRow: valueStep, isBackwards: step % 2 == 1))
  }
}
