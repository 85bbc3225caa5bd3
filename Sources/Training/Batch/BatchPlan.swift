import CKernels
import CellEngine

/// Everything about a batch of one cell that does not change: places, matrices and programs.
struct BatchPlan: Sendable {
  /// The cell.
  let graph: CellGraph
  /// The number of inputs I, of units H and of the readout's outputs.
  let inputs: Int, units: Int, outputs: Int
  /// Where values stand.
  let places: BatchPlaces
  /// The matrices.
  let stacks: MatrixStacks
  /// Where each peephole and each bias stands among the parameters; nil for matrices.
  let vectorStarts: [Int?]
  /// Where the peepholes and biases stand among the parameters.
  let vectorRange: Range<Int>
  /// Where the readout's matrix, in panels [H][outputs], and its bias stand.
  let readoutStart: Int, readoutBiasStart: Int
  /// The number of all parameters with their padding.
  let parameterCount: Int
  /// Where the readout's transposed matrix and the biases of the affine signals are prepared.
  let readoutTransposedStart: Int, biasStart: Int
  /// The number of prepared numbers.
  let preparedCount: Int
  /// The distance of rows of adjoints.
  private(set) var adjointStep = 0
  private var adjoints: [kernels_batch_place?] = []
  private var shared: Set<Int> = []
  /// One time step in both directions, and the biases' slopes from those of the affine signals.
  private(set) var forward = BatchProgram()
  private(set) var backward = BatchProgram()
  private(set) var biasSlopes = BatchProgram()
  /// The slopes of the readout's bias from those of its outputs, which stand for `outputSlopes`.
  private(set) var readoutBiasSlopes = BatchProgram()

  /// Plans the work for a cell with a readout.
  init(_ graph: CellGraph, inputs: Int, units: Int, outputs: Int) {
    self.graph = graph
    (self.inputs, self.units, self.outputs) = (inputs, units, outputs)
    places = BatchPlaces(graph, inputs: inputs, units: units)
    stacks = MatrixStacks(graph, places: places, inputs: inputs, units: units)
    var end = stacks.parameterEnd
    let unitWidth = places.unitWidth
    vectorStarts = graph.parameters.map { parameter in
      guard parameter.kind != .weight else { return nil }
      defer { end += unitWidth }
      return end
    }
    vectorRange = stacks.parameterEnd..<end
    let outputWidth = Padding.width(outputs)
    readoutStart = end
    readoutBiasStart = end + Padding.matrix(rows: units, columns: outputWidth)
    parameterCount = readoutBiasStart + outputWidth
    readoutTransposedStart = stacks.preparedEnd
    biasStart = readoutTransposedStart + Padding.matrix(rows: outputs, columns: unitWidth)
    preparedCount = biasStart + Padding.width(places.affineWidth)
    placeAdjoints()
    forward = ForwardCompiler.program(for: self)
    backward = BackwardCompiler.program(for: self)
    for signal in places.affines { appendBiasSlopes(of: signal) }
    readoutBiasSlopes.append(
      .init(
        kernels_batch_sum_rows, .init(.gradient, readoutBiasStart), .init(.outputSlopes),
        width: outputWidth))
  }

  /// Where a signal's value stands; nil for a product that its sum absorbs.
  func place(_ signal: Int) -> kernels_batch_place? {
    switch places.homes[signal] {
    case .values(let offset): kernels_batch_place(.values, offset)
    case .before(let offset): kernels_batch_place(.before, offset)
    case .scratch(let offset): kernels_batch_place(.scratch, offset)
    case .input: kernels_batch_place(.input)
    case .absorbed: nil
    }
  }

  /// Where a signal's adjoint is gathered; nil where nobody needs it.
  func adjoint(_ signal: Int) -> kernels_batch_place? { adjoints[signal] }

  /// Whether a summand's adjoint is the sum's, which nothing else reads.
  func sharesAdjoint(_ signal: Int) -> Bool { shared.contains(signal) }

  /// Where an affine signal's adjoint stands for the gradient of the matrices.
  func slope(_ signal: Int) -> kernels_batch_place? {
    places.affinePlace(signal).map { kernels_batch_place(.slopes, $0 * places.unitWidth) }
  }

  /// The state that a signal is.
  func stateRead(by signal: Int) -> CellGraph.State? {
    guard case .state(let position) = graph.nodes[signal].operation else { return nil }
    return graph.states[position]
  }

  /// Whether the input meets nothing but matrices: then it may be a place in a vocabulary.
  var inputIsOnlyMultiplied: Bool {
    graph.signals.allSatisfy { signal in
      guard graph[signal].operation == .input else { return true }
      return graph.readers(of: signal).allSatisfy { slope($0.index) != nil }
    }
  }

  /// Where the adjoint of a signal that matrices multiply is gathered.
  func operandAdjoint(_ signal: Int) -> kernels_batch_place? {
    guard let state = stateRead(by: signal) else { return adjoints[signal] }
    return adjoints[state.next.index].map { kernels_batch_place(.adjointsBefore, Int($0.offset)) }
  }

  private mutating func placeAdjoints() {
    let carried = Set(graph.states.map(\.next.index))
    adjoints = Array(repeating: nil, count: graph.nodes.count)
    var end = 0
    for (index, node) in graph.nodes.enumerated().reversed() {
      if node.operation == .input || stateRead(by: index) != nil { continue }
      let isOpen = carried.contains(index) || graph.output.index == index
      if let slope = slope(index), !isOpen {
        adjoints[index] = slope
      } else if !isOpen, slope(index) == nil, let sum = onlySum(reading: index) {
        adjoints[index] = adjoints[sum]
        shared.insert(index)
      } else {
        adjoints[index] = kernels_batch_place(.adjoints, end)
        end += places.width(node)
      }
    }
    adjointStep = Padding.step(end)
  }

  /// The sum that alone reads a signal, and reads it once.
  private func onlySum(reading signal: Int) -> Int? {
    let readers = graph.readers(of: SignalID(signal))
    guard readers.count == 1, case .sum(let left, let right) = graph[readers[0]].operation,
      left != right, adjoints[readers[0].index] != nil
    else { return nil }
    return readers[0].index
  }

  private mutating func appendBiasSlopes(of signal: Int) {
    guard case .affine(let terms) = graph.nodes[signal].operation, let slope = slope(signal)
    else { return }
    for term in terms {
      guard case .bias(let parameter) = term, let start = vectorStarts[parameter.index]
      else { continue }
      biasSlopes.append(
        .init(kernels_batch_sum_rows, .init(.gradient, start), slope, width: places.unitWidth))
    }
  }
}
