import CKernels
import CellEngine

/// What the readout's outputs are compared with.
enum BatchTargets<Scalar: CellScalar> {
  /// Numbers, [T · B][outputs]: the mean of the squared errors.
  case numbers(UnsafeBufferPointer<Scalar>)
  /// The right one of the outputs, [T · B]: the mean of the cross entropies.
  case tokens(UnsafeBufferPointer<Int32>)
}

extension BatchPass {
  /// Computes the loss and the slopes of all parameters, block after block from the last.
  ///
  /// - Returns: the mean loss.
  func runBackward(_ targets: BatchTargets<Scalar>) -> Double {
    let gradient = start + memory.gradient
    gradient.update(repeating: 0, count: plan.parameterCount)
    (start + memory.adjoints).update(repeating: 0, count: 2 * sequences * plan.adjointStep)
    var total = 0.0
    var end = steps
    while end > 0 {
      // Full blocks from the front, so that the first one met may be shorter.
      let first = (end - 1) / memory.stepsPerBlock * memory.stepsPerBlock
      total += readOut(first..<end, targets)
      for step in (first..<end).reversed() { runBackward(step, first: first) }
      gatherSlopes(first..<end)
      end = first
    }
    return total
  }

  /// The readout of a block: loss, its slopes and what it passes back.
  private func readOut(_ block: Range<Int>, _ targets: BatchTargets<Scalar>) -> Double {
    let rows = block.count * sequences
    guard let place = plan.place(plan.graph.output.index) else { return 0 }
    let outputs = values(block.lowerBound) + Int(place.offset)
    let parameters = start + memory.parameters
    let slopes = start + memory.readoutSlopes
    let width = Padding.width(plan.outputs)
    let panel = plan.units * Padding.panel
    kernels.multiply(
      MatrixProduct(
        rows: rows, columns: width, depth: plan.units, left: outputs,
        leftRow: plan.places.valueStep, leftColumn: 1, right: parameters + plan.readoutStart,
        rightPanel: panel, rightRow: Padding.panel, start: parameters + plan.readoutBiasStart,
        startPanel: Padding.panel, startRow: 0, result: slopes, resultPanel: Padding.panel,
        resultRow: memory.readoutStep))
    let loss = compare(slopes, block, targets)
    let gradient = start + memory.gradient
    kernels.multiply(
      MatrixProduct(
        rows: plan.units, columns: width, depth: rows, left: outputs, leftRow: 1,
        leftColumn: plan.places.valueStep, right: slopes, rightPanel: Padding.panel,
        rightRow: memory.readoutStep, start: gradient + plan.readoutStart, startPanel: panel,
        startRow: Padding.panel, result: gradient + plan.readoutStart, resultPanel: panel,
        resultRow: Padding.panel))
    set(.outputSlopes, slopes, memory.readoutStep)
    kernels.run(
      plan.readoutBiasSlopes.instructions[...], rows: rows, bases: bases, steps: distances)
    kernels.multiply(
      MatrixProduct(
        rows: rows, columns: plan.places.unitWidth, depth: plan.outputs, left: slopes,
        leftRow: memory.readoutStep, leftColumn: 1,
        right: start + memory.prepared + plan.readoutTransposedStart,
        rightPanel: plan.outputs * Padding.panel, rightRow: Padding.panel, start: nil,
        startPanel: 0, startRow: 0, result: start + memory.outputSlopes,
        resultPanel: Padding.panel, resultRow: plan.places.unitWidth))
    return loss
  }

  private func compare(
    _ outputs: UnsafeMutablePointer<Scalar>, _ block: Range<Int>, _ targets: BatchTargets<Scalar>
  ) -> Double {
    let (rows, first) = (block.count * sequences, block.lowerBound * sequences)
    switch targets {
    case .numbers(let buffer):
      guard let numbers = buffer.baseAddress else { return 0 }
      let count = Double(steps * sequences * plan.outputs)
      let sum = kernels.squaredError(
        rows: rows, columns: plan.outputs, outputs, step: memory.readoutStep,
        targets: numbers + first * plan.outputs, targetStep: plan.outputs,
        scale: Scalar(2 / count))
      return sum / count
    case .tokens(let buffer):
      guard let tokens = buffer.baseAddress else { return 0 }
      let count = Double(steps * sequences)
      let sum = kernels.crossEntropy(
        rows: rows, columns: plan.outputs, outputs, step: memory.readoutStep,
        targets: tokens + first, scale: Scalar(1 / count))
      return sum / count
    }
  }

  @inline(__always)
  private func runBackward(_ step: Int, first: Int) {
    move(to: step)
    let half = sequences * plan.adjointStep
    let adjoints = start + memory.adjoints
    set(.adjoints, adjoints + step % 2 * half, plan.adjointStep)
    set(.adjointsBefore, adjoints + (step + 1) % 2 * half, plan.adjointStep)
    let row = (step - first) * sequences
    set(.slopes, start + memory.slopes + row * plan.places.slopeStep, plan.places.slopeStep)
    let width = plan.places.unitWidth
    set(.outputSlopes, start + memory.outputSlopes + row * width, width)
    for stage in plan.backward.stages {
      switch stage {
      case .run(let range):
        kernels.run(
          plan.backward.instructions[range], rows: sequences, bases: bases, steps: distances)
      case .multiply(let position, let adds):
        passBack(plan.stacks.all[position], adds: adds, step)
      }
    }
  }

  /// The operand's adjoint: the slopes times the transposed matrix.
  @inline(__always)
  private func passBack(_ stack: MatrixStack, adds: Bool, _ step: Int) {
    guard let place = plan.operandAdjoint(stack.operand) else { return }
    let (result, distance) = resolve(place)
    let (slopes, slopeStep) = resolve(kernels_batch_place(.slopes, stack.firstColumn))
    kernels.multiply(
      MatrixProduct(
        rows: sequences, columns: Padding.width(stack.depth), depth: stack.columns,
        left: slopes, leftRow: slopeStep, leftColumn: 1,
        right: start + memory.prepared + stack.transposedStart,
        rightPanel: stack.transposedPanel, rightRow: Padding.panel, start: adds ? result : nil,
        startPanel: Padding.panel, startRow: distance, result: result,
        resultPanel: Padding.panel, resultRow: distance, isBackwards: step % 2 == 1))
  }

  /// The slopes of matrices and biases over a block: one product for each stack.
  private func gatherSlopes(_ block: Range<Int>) {
    let rows = block.count * sequences
    let gradient = start + memory.gradient
    let slopes = start + memory.slopes
    move(to: block.lowerBound)
    set(.slopes, slopes, plan.places.slopeStep)
    for stack in plan.stacks.all {
      let columns = slopes + stack.firstColumn
      if stack.readsInput, let tokens {
        kernels.scatter(
          rows: rows, columns: stack.columns, places: tokens + block.lowerBound * sequences,
          matrix: gradient + stack.parameterStart, panel: stack.panel, values: columns,
          step: plan.places.slopeStep)
        continue
      }
      guard let place = plan.place(stack.operand) else { continue }
      let (operand, distance) = resolve(place)
      let result = gradient + stack.parameterStart
      kernels.multiply(
        MatrixProduct(
          rows: stack.depth, columns: stack.columns, depth: rows, left: operand, leftRow: 1,
          leftColumn: distance, right: columns, rightPanel: Padding.panel,
          rightRow: plan.places.slopeStep, start: result, startPanel: stack.panel,
          startRow: Padding.panel, result: result, resultPanel: stack.panel,
          resultRow: Padding.panel))
    }
    kernels.run(plan.biasSlopes.instructions[...], rows: rows, bases: bases, steps: distances)
  }
}
