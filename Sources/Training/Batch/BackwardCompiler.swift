import CKernels
import CellEngine

/// Writes the program of one time step backward.
///
/// The adjoint of a signal is set by the first of its readers on the way back and added to by the
/// others. A state's adjoint is that of its signal in the step before.
struct BackwardCompiler {
  private let graph: CellGraph
  private let plan: BatchPlan
  private var program = BatchProgram()
  /// The signals whose adjoint has been set, in this step and in the step before.
  private var isSet: Set<Int>
  private var isSetBefore: Set<Int> = []

  /// The program of a plan.
  static func program(for plan: BatchPlan) -> BatchProgram {
    let carried = Set(plan.graph.states.map(\.next.index))
    var compiler = BackwardCompiler(graph: plan.graph, plan: plan, isSet: carried)
    compiler.readOutput()
    for index in plan.graph.nodes.indices.reversed() { compiler.compile(index) }
    compiler.clearUnreadStates()
    return compiler.program
  }

  private init(graph: CellGraph, plan: BatchPlan, isSet: Set<Int>) {
    self.graph = graph
    self.plan = plan
    self.isSet = isSet
  }

  /// Adds what the readout passes back.
  private mutating func readOutput() {
    let output = graph.output.index
    add(to: output, kernels_batch_copy, .init(.outputSlopes), nil)
  }

  /// Sets an adjoint or adds to it, wherever it stands.
  private mutating func add(
    to signal: Int, _ operation: Int, _ left: kernels_batch_place, _ right: kernels_batch_place?,
    function: Activation? = nil
  ) {
    guard let (place, adds) = target(signal) else { return }
    program.append(
      .init(
        operation, place, left, right, width: plan.places.width(graph.nodes[signal]), adds: adds,
        function: function))
  }

  /// The place of an operand's adjoint, and whether something stands there; nil if nobody needs it.
  private mutating func target(_ signal: Int) -> (place: kernels_batch_place, adds: Bool)? {
    if let state = plan.stateRead(by: signal) {
      guard let place = plan.adjoint(state.next.index) else { return nil }
      let adds = !isSetBefore.insert(state.next.index).inserted
      return (.init(.adjointsBefore, Int(place.offset)), adds)
    }
    guard let place = plan.adjoint(signal) else { return nil }
    return (place, !isSet.insert(signal).inserted)
  }

  private mutating func compile(_ index: Int) {
    let node = graph.nodes[index]
    if case .affine(let terms) = node.operation {
      compile(terms, of: index)
      return
    }
    guard isSet.contains(index), let adjoint = plan.adjoint(index) else { return }
    switch node.operation {
    case .input, .state, .affine:
      return
    case .activation(let function, let operand):
      add(
        to: operand.index, kernels_batch_slope, adjoint, plan.place(index), function: function)
    case .product(let left, let right):
      add(to: left.index, kernels_batch_multiply, adjoint, plan.place(right.index))
      add(to: right.index, kernels_batch_multiply, adjoint, plan.place(left.index))
    case .sum(let left, let right):
      for operand in [left.index, right.index] {
        if plan.sharesAdjoint(operand) {
          isSet.insert(operand)
        } else {
          add(to: operand, kernels_batch_copy, adjoint, nil)
        }
      }
    case .complement(let operand):
      add(to: operand.index, kernels_batch_negate, adjoint, nil)
    }
  }

  private mutating func compile(_ terms: [Term], of index: Int) {
    let width = plan.places.width(graph.nodes[index])
    guard let slope = plan.slope(index) else { return }
    if !isSet.contains(index) {
      program.append(.init(kernels_batch_clear, slope, width: width))
    } else if let adjoint = plan.adjoint(index), adjoint.base != slope.base {
      program.append(.init(kernels_batch_copy, slope, adjoint, width: width))
    }
    for term in terms {
      guard case .diagonal(let parameter, let signal) = term,
        let weight = plan.vectorStarts[parameter.index], let value = plan.place(signal.index)
      else { continue }
      program.append(
        .init(kernels_batch_sum_products, .init(.gradient, weight), slope, value, width: width))
      add(to: signal.index, kernels_batch_multiply, slope, .init(.parameters, weight))
    }
    for (position, stack) in plan.stacks.all.enumerated()
    where !stack.readsInput && stack.targets[0].signal == index {
      guard let (_, adds) = target(stack.operand) else { continue }
      program.multiply(position, adds: adds)
    }
  }

  /// A state that nobody reads passes nothing back.
  private mutating func clearUnreadStates() {
    for state in graph.states where !isSetBefore.contains(state.next.index) {
      guard let place = plan.adjoint(state.next.index) else { continue }
      isSetBefore.insert(state.next.index)
      program.append(
        .init(
          kernels_batch_clear, .init(.adjointsBefore, Int(place.offset)),
          width: plan.places.width(graph[state.next])))
    }
  }
}
