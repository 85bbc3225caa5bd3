import CellEngine

/// The matrices that multiply one signal and whose results stand side by side, as one matrix.
struct MatrixStack: Sendable {
  /// The signal that is multiplied.
  let operand: Int
  /// The affine signals that the products belong to, and their matrices, in the order of columns.
  let targets: [(signal: Int, parameter: ParameterID)]
  /// The numbers of the operand.
  let depth: Int
  /// The first column of the result in a row, and the number of columns.
  let firstColumn: Int, columns: Int
  /// Whether nothing stands there yet: then the sums start from the biases.
  let startsFromBias: Bool
  /// Whether the operand is the input, known for all steps beforehand.
  let readsInput: Bool
  /// Where the matrix stands among the parameters, in panels [depth][columns].
  let parameterStart: Int
  /// Where its transposed copy for the way back stands among the prepared numbers.
  let transposedStart: Int

  /// The distance of panels in the matrix, and in its transposed copy.
  var panel: Int { depth * Padding.panel }
  var transposedPanel: Int { columns * Padding.panel }
}

/// All matrices of a cell in as few stacks as its order of evaluation allows.
struct MatrixStacks: Sendable {
  /// The stacks in the order of computation, those that read the input first.
  private(set) var all: [MatrixStack] = []
  /// Whether an affine signal starts with a product; if not, it starts with its bias.
  private(set) var isStarted: [Int: Bool] = [:]
  /// The end of the parameters and of the prepared numbers so far.
  private(set) var parameterEnd = 0
  private(set) var preparedEnd = 0

  private var pending: [Int: [(parameter: ParameterID, operand: Int)]] = [:]
  private let places: BatchPlaces
  private let depths: [Int]

  /// Gathers the matrices of a graph.
  init(_ graph: CellGraph, places: BatchPlaces, inputs: Int, units: Int) {
    self.places = places
    depths = graph.nodes.map { $0.width == .inputs ? inputs : units }
    for signal in places.affines {
      guard case .affine(let terms) = graph.nodes[signal].operation else { continue }
      pending[signal] = terms.compactMap { term in
        guard case .matrix(let parameter, let operand) = term else { return nil }
        return (parameter, operand.index)
      }
    }
    let given = graph.nodes.indices.filter { graph.nodes[$0].operation == .input }
    for signal in places.affines {
      for input in given { gather(operand: input, from: signal, readsInput: true) }
    }
    for signal in places.affines {
      while let next = pending[signal]?.first {
        gather(operand: next.operand, from: signal, readsInput: false)
      }
    }
  }

  /// Makes a stack of the matrices that multiply `operand`, from one signal on.
  private mutating func gather(operand: Int, from first: Int, readsInput: Bool) {
    var targets: [(signal: Int, parameter: ParameterID)] = []
    let begins = isStarted[first] == nil
    for signal in places.affines.drop(while: { $0 != first }) {
      guard (isStarted[signal] == nil) == begins,
        let found = pending[signal]?.firstIndex(where: { $0.operand == operand }),
        let taken = pending[signal]?.remove(at: found)
      else { break }
      targets.append((signal, taken.parameter))
    }
    guard !targets.isEmpty else { return }
    for target in targets { isStarted[target.signal] = true }
    let columns = targets.count * places.unitWidth
    let depth = depths[operand]
    all.append(
      MatrixStack(
        operand: operand, targets: targets, depth: depth,
        firstColumn: (places.affinePlace(first) ?? 0) * places.unitWidth, columns: columns,
        startsFromBias: begins, readsInput: readsInput, parameterStart: parameterEnd,
        transposedStart: preparedEnd))
    parameterEnd += Padding.matrix(rows: depth, columns: columns)
    preparedEnd += readsInput ? 0 : Padding.matrix(rows: columns, columns: Padding.width(depth))
  }
}
