import CellEngine

/// Where the parts of a batch stand in one block of memory, in numbers from its start.
struct BatchMemory: Sendable {
  /// The parameters, and their slopes.
  let parameters: Int, gradient: Int
  /// The copies of the parameters that a pass needs.
  let prepared: Int
  /// The inputs [T · B].
  let inputs: Int
  /// The values [(T + 1) · B]; the first B rows are the states before the first step.
  let values: Int
  /// The scratch rows [B].
  let scratch: Int
  /// The adjoints of two steps, [2][B].
  let adjoints: Int
  /// The slopes of the affine signals and of the readout of one block of steps.
  let slopes: Int, readoutSlopes: Int, outputSlopes: Int
  /// The length of the block.
  let total: Int
  /// The distance of rows of inputs and of the readout's slopes.
  let inputStep: Int, readoutStep: Int
  /// The steps whose matrix gradients are taken at once.
  let stepsPerBlock: Int

  /// About as many rows as fit into the second cache with all that belongs to them.
  private static let rowsPerBlock = 128

  /// Lays out the parts.
  init(_ plan: BatchPlan, steps: Int, sequences: Int) {
    stepsPerBlock = max(1, min(steps, Self.rowsPerBlock / sequences))
    inputStep = plan.places.inputWidth
    readoutStep = Padding.step(plan.outputs)
    let (rows, blockRows) = (steps * sequences, stepsPerBlock * sequences)
    var end = 0
    func part(_ count: Int) -> Int {
      defer { end += Padding.width(count) }
      return end
    }
    parameters = part(plan.parameterCount)
    gradient = part(plan.parameterCount)
    prepared = part(plan.preparedCount)
    inputs = part(rows * inputStep)
    values = part((rows + sequences) * plan.places.valueStep)
    scratch = part(sequences * plan.places.scratchStep)
    adjoints = part(2 * sequences * plan.adjointStep)
    slopes = part(blockRows * plan.places.slopeStep)
    readoutSlopes = part(blockRows * readoutStep)
    outputSlopes = part(blockRows * plan.places.unitWidth)
    total = end
  }
}
