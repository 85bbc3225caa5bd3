import CKernels

/// A cell as a flat program for the kernels: panels to multiply and operations to do, with all
/// weights packed.
struct CellProgram<Scalar: CellScalar>: Sendable {
  /// Where each signal stands in a row.
  let layout: RowLayout
  let instructionSet: InstructionSet
  private let stages: [kernels_stage]
  private let panels: [kernels_panel]
  private let segments: [kernels_segment]
  private let passes: [kernels_pass]
  private let operations: [kernels_operation]
  private let weights: AlignedNumbers<Scalar>
  private let constants: AlignedNumbers<Scalar>

  /// Plans a cell for an instruction set.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  init(_ cell: Cell<Scalar>, _ instructionSet: InstructionSet) {
    self.instructionSet = instructionSet
    let plan = StagePlan(cell.graph)
    let line = AlignedNumbers<Scalar>.lineCount
    layout = RowLayout(
      cell.graph, plan, inputs: cell.inputCount, units: cell.unitCount, line: line)
    let width = (cell.unitCount + line - 1) / line * line
    let constantLayout = ConstantLayout(cell.graph, plan, width: width)
    var cut = PanelPlan(lanes: instructionSet.vectorBytes / MemoryLayout<Scalar>.size)
    var stages: [kernels_stage] = []
    var passes: [kernels_pass] = []
    var operations: [kernels_operation] = []
    for (index, stage) in plan.stages.enumerated() {
      var kernel = kernels_stage()
      kernel.first_panel = Int32(cut.panels.count)
      for product in stage.products { cut.add(product, layout, constantLayout) }
      kernel.panel_count = Int32(cut.panels.count) - kernel.first_panel
      kernel.first_pass = Int32(passes.count)
      var planned = ElementwisePlan(stage, plan, cell.graph, layout, constantLayout).passes
      if index == plan.stages.count - 1 { planned += layout.copyPasses }
      for pass in planned {
        passes.append(
          kernels_pass(
            first_operation: Int32(operations.count),
            operation_count: Int32(pass.operations.count), block_count: Int32(pass.lineCount)))
        operations += pass.operations
      }
      kernel.pass_count = Int32(passes.count) - kernel.first_pass
      stages.append(kernel)
    }
    (self.stages, self.passes, self.operations) = (stages, passes, operations)
    panels = cut.panels.map(\.kernel)
    segments = cut.segments
    weights = cut.weights(of: cell, layout)
    constants = constantLayout.constants(of: cell)
  }

  /// Hands the program to a kernel.
  @inline(__always)
  func withKernel<Result>(_ body: (UnsafePointer<kernels_program>) -> Result) -> Result {
    stages.withUnsafeBufferPointer { stages in
      panels.withUnsafeBufferPointer { panels in
        segments.withUnsafeBufferPointer { segments in
          passes.withUnsafeBufferPointer { passes in
            operations.withUnsafeBufferPointer { operations in
              weights.withNumbers { weights in
                constants.withNumbers { constants in
                  var program = kernels_program(
                    instruction_set: instructionSet.rawValue,
                    number_bytes: Int32(MemoryLayout<Scalar>.size),
                    stage_count: Int32(stages.count), row_stride: Int32(layout.stride),
                    stages: stages.baseAddress, panels: panels.baseAddress,
                    segments: segments.baseAddress, passes: passes.baseAddress,
                    operations: operations.baseAddress, weights: weights.baseAddress,
                    constants: constants.baseAddress)
                  return body(&program)
                }
              }
            }
          }
        }
      }
    }
  }
}

extension RowLayout {
  /// Copies of what more than one state carries on.
  fileprivate var copyPasses: [ElementwisePlan.Pass] {
    copies.map { index in
      var copy = kernels_operation()
      copy.code = Int32(kernels_copy)
      copy.left = kernels_place(
        base: Int32(kernels_row), offset: Int32(self[graph.states[index].next].offset))
      copy.output = Int32(carried[index])
      return ElementwisePlan.Pass(
        operations: [copy], lineCount: lineCount(graph.states[index].previous))
    }
  }
}
