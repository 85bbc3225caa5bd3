import CKernels

/// The element-wise operations of a stage in an order that keeps results in registers.
///
/// Activations of neighbouring sums that take the same function become one pass over all of them.
/// All else is done in one pass a few lines at a time, each operation after the one whose result
/// it reads, if that can be.
struct ElementwisePlan {
  /// Operations over the same number of lines.
  struct Pass {
    var operations: [kernels_operation]
    let lineCount: Int
  }

  private struct Item {
    let operation: kernels_operation
    let lineCount: Int
    /// What it reads in this stage, and the operations before it on the same sum.
    let waitsFor: [Int]
  }

  private let graph: CellGraph
  private let layout: RowLayout
  private let constants: ConstantLayout
  private var items: [Item] = []
  /// The item that finishes a signal.
  private var finished: [SignalID: Int] = [:]
  private var wide: [Pass] = []

  /// The passes in order.
  private(set) var passes: [Pass] = []
  /// The kernels' number of the compiled shape, if the only pass is done behind the stage's panels.
  private(set) var shape: Int32?

  /// Plans a stage whose operations are done behind its panels, if the kernels have a compiled
  /// shape for them: each operation after those it reads, what most wait for first.
  init?(
    behindPanelsOf stage: StagePlan.Stage, _ layout: RowLayout, _ constants: ConstantLayout
  ) {
    guard stage.products.count == 1, let product = stage.products.first,
      let sum = product.sums.first
    else { return nil }
    (graph, self.layout, self.constants) = (layout.graph, layout, constants)
    for signal in stage.elementwise { add(signal) }
    let heights = heights
    let order = items.indices.sorted { (-heights[$0], $0) < (-heights[$1], $1) }
    let operations = order.map { items[$0].operation }
    let shape = kernels_shape_of(
      operations, Int32(operations.count), Int32(layout[sum].offset), Int32(product.sums.count),
      Int32(layout.lineCount(sum) * layout.line))
    guard shape >= 0 else { return nil }
    self.shape = shape
    passes = [Pass(operations: operations, lineCount: layout.lineCount(sum))]
  }

  /// Plans a stage.
  init(
    _ stage: StagePlan.Stage, _ plan: StagePlan, _ layout: RowLayout, _ constants: ConstantLayout
  ) {
    (graph, self.layout, self.constants) = (layout.graph, layout, constants)
    let joined = joinActivations(stage, plan)
    for signal in stage.elementwise where !joined.contains(signal) { add(signal) }
    passes = wide + ordered()
  }

  /// Passes of one function over the sums of several signals; gives the activations done so.
  private mutating func joinActivations(
    _ stage: StagePlan.Stage, _ plan: StagePlan
  ) -> Set<SignalID> {
    var joined: Set<SignalID> = []
    for product in stage.products {
      let activations = product.sums.map(plan.firstActivation)
      var first = 0
      while first < activations.count {
        var end = first + 1
        while end < activations.count, continues(activations, from: first, to: end) { end += 1 }
        if end - first > 1, let signal = activations[first] {
          joined.formUnion(activations[first..<end].compactMap(\.self))
          wide.append(
            Pass(
              operations: [operation(signal)], lineCount: layout.lineCount(signal) * (end - first)))
        }
        first = end
      }
    }
    return joined
  }

  /// Whether the activation at `end` takes the same function as the one at `first`, and each stands
  /// right behind the one before.
  private func continues(_ activations: [SignalID?], from first: Int, to end: Int) -> Bool {
    guard let one = activations[first], let other = activations[end],
      case .activation(let function, let sum) = graph[one].operation,
      case .activation(function, let next) = graph[other].operation
    else { return false }
    let between = layout[next].offset - layout[sum].offset
    return layout[other].offset - layout[one].offset == between
  }

  /// Adds what computes a signal.
  private mutating func add(_ signal: SignalID) {
    guard case .affine(let terms) = graph[signal].operation else {
      let reads = graph[signal].operation.operands.compactMap { finished[$0] }
      append(operation(signal), signal, reads)
      return
    }
    let hasMatrix = terms.contains { if case .matrix = $0 { true } else { false } }
    if !hasMatrix {
      var copy = kernels_operation()
      copy.code = Int32(kernels_copy)
      copy.left = constants.place(constants.biases[signal] ?? 0)
      append(copy, signal, [])
    }
    for case .diagonal(let parameter, let operand) in terms {
      var weighted = kernels_operation()
      weighted.code = Int32(kernels_weighted)
      weighted.left = constants.place(constants.diagonals[parameter] ?? 0)
      weighted.right = place(operand)
      append(weighted, signal, [finished[operand], finished[signal]].compactMap(\.self))
    }
  }

  private mutating func append(
    _ operation: kernels_operation, _ signal: SignalID, _ waitsFor: [Int]
  ) {
    var operation = operation
    operation.output = Int32(layout[signal].offset)
    items.append(
      Item(operation: operation, lineCount: layout.lineCount(signal), waitsFor: waitsFor))
    finished[signal] = items.count - 1
  }

  private func operation(_ signal: SignalID) -> kernels_operation {
    var operation = kernels_operation()
    operation.output = Int32(layout[signal].offset)
    let operands = graph[signal].operation.operands
    if let left = operands.first { operation.left = place(left) }
    if let right = operands.last { operation.right = place(right) }
    operation.code = code(graph[signal].operation)
    return operation
  }

  private func code(_ operation: Operation) -> Int32 {
    switch operation {
    case .activation(let function, _): function.kernel
    case .product: Int32(kernels_product)
    case .sum: Int32(kernels_sum)
    case .complement: Int32(kernels_complement)
    case .input, .state, .affine: Int32(kernels_copy)
    }
  }

  private func place(_ signal: SignalID) -> kernels_place {
    let place = layout[signal]
    let base = place.isPrevious ? kernels_previous_row : kernels_row
    return kernels_place(base: Int32(base), offset: Int32(place.offset))
  }
}

extension ElementwisePlan {
  /// Orders the items: what reads the last result comes next, and what most others wait for comes
  /// last of those that are left, so that its chain is not interrupted.
  private func ordered() -> [Pass] {
    let heights = heights
    var left = Set(items.indices)
    var passes: [Pass] = []
    var last: Int?
    while !left.isEmpty {
      let ready = left.filter { items[$0].waitsFor.allSatisfy { !left.contains($0) } }
      let next = ready.min { rank($0, last, heights) < rank($1, last, heights) }
      guard let next else { return passes }
      left.remove(next)
      var operation = items[next].operation
      if let pass = passes.last, pass.lineCount == items[next].lineCount,
        let before = pass.operations.last
      {
        operation.left_is_last = operation.left.isResult(of: before) ? 1 : 0
        operation.right_is_last = operation.right.isResult(of: before) ? 1 : 0
        passes[passes.count - 1].operations.append(operation)
      } else {
        passes.append(Pass(operations: [operation], lineCount: items[next].lineCount))
      }
      last = next
    }
    return passes
  }

  private func rank(_ item: Int, _ last: Int?, _ heights: [Int]) -> (Int, Int, Int) {
    let follows = last.map { items[item].waitsFor.contains($0) } ?? false
    return (follows ? 0 : 1, heights[item], item)
  }

  /// How long the work is that waits for each item, itself included; functions take ten times as
  /// long as sums and products.
  private var heights: [Int] {
    var heights = items.map { $0.operation.code < kernels_copy ? 10 : 1 }
    for index in items.indices.reversed() {
      let own = items[index].operation.code < kernels_copy ? 10 : 1
      let after = items.indices.filter { items[$0].waitsFor.contains(index) }
      heights[index] = own + (after.map { heights[$0] }.max() ?? 0)
    }
    return heights
  }
}

extension kernels_place {
  /// Whether the operand is what an operation has just put in the row.
  fileprivate func isResult(of operation: kernels_operation) -> Bool {
    base == kernels_row && offset == operation.output
  }
}

extension Activation {
  /// The function's code in the kernels.
  package var kernel: Int32 {
    switch self {
    case .sigmoid: Int32(kernels_sigmoid)
    case .tanh: Int32(kernels_tanh)
    case .relu: Int32(kernels_relu)
    case .doubleBipolarSigmoid: Int32(kernels_double_bipolar_sigmoid)
    case .bipolarSigmoid: Int32(kernels_bipolar_sigmoid)
    }
  }
}
