import CKernels
import CellEngine

/// Writes the program of one time step forward.
struct ForwardCompiler {
  private let graph: CellGraph
  private let plan: BatchPlan
  private var program = BatchProgram()

  /// The program of a plan.
  static func program(for plan: BatchPlan) -> BatchProgram {
    var compiler = ForwardCompiler(graph: plan.graph, plan: plan)
    for index in plan.graph.nodes.indices { compiler.compile(index) }
    return compiler.program
  }

  private mutating func compile(_ index: Int) {
    let node = graph.nodes[index]
    let width = plan.places.width(node)
    guard let target = plan.place(index) else { return }
    func value(_ signal: SignalID) -> kernels_batch_place { plan.place(signal.index) ?? target }
    switch node.operation {
    case .input, .state:
      return
    case .affine(let terms):
      compile(terms, of: index, target, width)
    case .activation(let function, let operand):
      program.append(
        .init(kernels_batch_activate, target, value(operand), width: width, function: function))
    case .product(let left, let right):
      program.append(.init(kernels_batch_multiply, target, value(left), value(right), width: width))
    case .sum(let left, let right):
      compileSum([left, right], target, width)
    case .complement(let operand):
      program.append(.init(kernels_batch_complement, target, value(operand), width: width))
    }
  }

  private mutating func compile(
    _ terms: [Term], of index: Int, _ target: kernels_batch_place, _ width: Int
  ) {
    for (position, stack) in plan.stacks.all.enumerated()
    where !stack.readsInput && stack.targets[0].signal == index {
      program.multiply(position, adds: !stack.startsFromBias)
    }
    if plan.stacks.isStarted[index] == nil {
      let bias = kernels_batch_place(.biases, Int(target.offset))
      program.append(.init(kernels_batch_copy, target, bias, width: width))
    }
    for term in terms {
      guard case .diagonal(let parameter, let signal) = term,
        let weight = plan.vectorStarts[parameter.index], let operand = plan.place(signal.index)
      else { continue }
      program.append(
        .init(
          kernels_batch_multiply, target, operand, .init(.parameters, weight), width: width,
          adds: true))
    }
  }

  /// A sum adds up the products that only it reads.
  private mutating func compileSum(
    _ operands: [SignalID], _ target: kernels_batch_place, _ width: Int
  ) {
    let values = operands.compactMap { plan.place($0.index) }
    if values.count == 2 {
      program.append(.init(kernels_batch_add, target, values[0], values[1], width: width))
      return
    }
    if let value = values.first {
      program.append(.init(kernels_batch_copy, target, value, width: width))
    }
    var adds = !values.isEmpty
    for operand in operands {
      guard plan.place(operand.index) == nil,
        case .product(let left, let right) = graph[operand].operation,
        let first = plan.place(left.index), let second = plan.place(right.index)
      else { continue }
      program.append(
        .init(kernels_batch_multiply, target, first, second, width: width, adds: adds))
      adds = true
    }
  }
}
