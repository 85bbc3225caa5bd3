/// What of a cell can be computed together: a reader of the graph like all others.
///
/// A stage multiplies matrices whose operands are all there, stacked, and then does everything
/// element by element that needs no further product.
///
///     product stage of a sum = 1 + the last stage of the signals that its matrices read
struct StagePlan: Sendable {
  /// Sums whose matrices read the same signals, stacked into one product.
  struct Product: Sendable {
    /// What the matrices read: the input first.
    let operands: [SignalID]
    /// The sums in the order of their rows.
    var sums: [SignalID]
    /// How many of the operands are the input.
    let knownCount: Int
  }

  /// One product of stacked matrices, and what follows from it.
  struct Stage: Sendable {
    var products: [Product] = []
    /// The signals that are computed element by element, in the graph's order.
    var elementwise: [SignalID] = []
  }

  /// The stages in order, at least one.
  private(set) var stages: [Stage] = [Stage()]

  private let graph: CellGraph
  /// The stage after which each signal is there; −1 for what arrives from outside.
  private var last: [Int] = []

  /// Plans a graph.
  init(_ graph: CellGraph) {
    self.graph = graph
    for signal in graph.signals { place(signal) }
    for index in stages.indices {
      for product in stages[index].products.indices { sort(&stages[index].products[product]) }
    }
  }

  private mutating func place(_ signal: SignalID) {
    guard !graph.isGiven(signal) else {
      last.append(-1)
      return
    }
    let operation = graph[signal].operation
    guard case .affine(let terms) = operation else {
      let stage = max(0, operation.operands.map { last[$0.index] }.max() ?? 0)
      last.append(stage)
      stages[stage].elementwise.append(signal)
      return
    }
    let read = matrixOperands(terms)
    let multiplied = read.map { last[$0.index] + 1 }.max() ?? 0
    while stages.count <= multiplied { stages.append(Stage()) }
    if !read.isEmpty { stack(signal, reading: read, at: multiplied) }
    let finished = terms.compactMap(\.operand).map { last[$0.index] }.max() ?? 0
    let stage = max(multiplied, read.isEmpty || hasDiagonal(terms) ? finished : 0)
    last.append(stage)
    if read.isEmpty || hasDiagonal(terms) { stages[stage].elementwise.append(signal) }
  }

  private mutating func stack(_ signal: SignalID, reading operands: [SignalID], at stage: Int) {
    let products = stages[stage].products
    if let index = products.firstIndex(where: { $0.operands == operands }) {
      stages[stage].products[index].sums.append(signal)
    } else {
      let known = operands.prefix { graph[$0].operation == .input }.count
      stages[stage].products.append(
        Product(operands: operands, sums: [signal], knownCount: known))
    }
  }

  /// What the matrices of a sum read: the input first, then in the graph's order.
  private func matrixOperands(_ terms: [Term]) -> [SignalID] {
    let read = terms.compactMap { term -> SignalID? in
      guard case .matrix(_, let operand) = term else { return nil }
      return operand
    }
    return read.sorted {
      let (left, right) = (graph[$0].operation == .input, graph[$1].operation == .input)
      return left == right ? $0 < $1 : left
    }
  }

  private func hasDiagonal(_ terms: [Term]) -> Bool {
    terms.contains { term in
      switch term {
      case .diagonal: true
      case .matrix, .bias: false
      }
    }
  }

  /// Puts sums of which the same function is taken next to each other.
  private func sort(_ product: inout Product) {
    let order = Dictionary(
      uniqueKeysWithValues: product.sums.map { ($0, (self.function(of: $0), $0.index)) })
    product.sums.sort { (order[$0] ?? (0, 0)) < (order[$1] ?? (0, 0)) }
  }

  /// A number for the first function that is taken of a sum; one larger than all if there is none.
  private func function(of sum: SignalID) -> Int {
    guard let reader = firstActivation(of: sum),
      case .activation(let function, _) = graph[reader].operation
    else { return Activation.allCases.count }
    return Activation.allCases.firstIndex(of: function) ?? 0
  }

  /// The first activation of a sum that is finished by its product; others are computed on their own.
  func firstActivation(of sum: SignalID) -> SignalID? {
    guard case .affine(let terms) = graph[sum].operation, !hasDiagonal(terms) else { return nil }
    return graph.readers(of: sum).first { reader in
      if case .activation = graph[reader].operation { true } else { false }
    }
  }
}
