import CKernels

/// The tables of a cell's program.
struct ProgramTables {
  private(set) var stages: [kernels_stage] = []
  private(set) var passes: [kernels_pass] = []
  private(set) var operations: [kernels_operation] = []
  private(set) var panels: PanelPlan

  /// Plans all stages.
  ///
  /// - Parameter lanes: numbers in a vector.
  init(_ plan: StagePlan, _ layout: RowLayout, _ constants: ConstantLayout, lanes: Int) {
    panels = PanelPlan(lanes: lanes)
    for (index, stage) in plan.stages.enumerated() {
      var kernel = kernels_stage()
      kernel.first_panel = Int32(panels.panels.count)
      let behindPanels = ElementwisePlan(behindPanelsOf: stage, layout, constants)
      kernel.shape = behindPanels?.shape ?? -1
      for product in stage.products {
        panels.add(product, layout, constants, isJoined: behindPanels != nil)
      }
      kernel.panel_count = Int32(panels.panels.count) - kernel.first_panel
      kernel.first_pass = Int32(passes.count)
      let elementwise = behindPanels ?? ElementwisePlan(stage, plan, layout, constants)
      add(elementwise.passes)
      if index == plan.stages.count - 1 { add(layout.copyPasses) }
      kernel.pass_count = Int32(passes.count) - kernel.first_pass
      stages.append(kernel)
    }
  }

  private mutating func add(_ planned: [ElementwisePlan.Pass]) {
    for pass in planned {
      passes.append(
        kernels_pass(
          first_operation: Int32(operations.count),
          operation_count: Int32(pass.operations.count), block_count: Int32(pass.lineCount)))
      operations += pass.operations
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
