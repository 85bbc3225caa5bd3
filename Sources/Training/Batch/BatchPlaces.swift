import CellEngine

/// Where the values of a cell stand in the rows of a batch.
///
/// A row holds what the way back needs of one sequence at one time step: first all affine sums side
/// by side, so that one matrix product fills several, then the other values. What only the next
/// operation reads stands in a scratch row.
struct BatchPlaces: Sendable {
  /// Where one signal's value stands.
  enum Home: Hashable, Sendable {
    /// In the step's own row.
    case values(Int)
    /// In the row of the step before: a state.
    case before(Int)
    /// In the scratch row.
    case scratch(Int)
    /// In the row of the input.
    case input
    /// Nowhere: the sum that reads the product adds it up itself.
    case absorbed
  }

  /// The place of each signal, in the graph's order.
  private(set) var homes: [Home] = []
  /// The affine signals in the order in which they stand in a row.
  let affines: [Int]
  /// The width of the affine signals, the beginning of a row.
  let affineWidth: Int
  /// The distance of rows of values, of scratch and of slopes of the affine signals.
  private(set) var valueStep = 0
  private(set) var scratchStep = 0
  let slopeStep: Int
  /// The padded width of one unit signal, and of the input.
  let unitWidth: Int, inputWidth: Int

  /// Finds a place for each signal.
  init(_ graph: CellGraph, inputs: Int, units: Int) {
    let uses = SignalUses(graph)
    unitWidth = Padding.width(units)
    inputWidth = Padding.width(inputs)
    affines = uses.affines
    affineWidth = affines.count * unitWidth
    slopeStep = Padding.step(affineWidth)
    homes = Array(repeating: .absorbed, count: graph.nodes.count)
    for (place, signal) in affines.enumerated() { homes[signal] = .values(place * unitWidth) }
    var (valueEnd, scratchEnd) = (affineWidth, 0)
    for (index, node) in graph.nodes.enumerated() where !affines.contains(index) {
      let width = node.width == .inputs ? inputWidth : unitWidth
      if let sum = uses.rides[index] {
        homes[index] = homes[sum]
      } else if uses.isKept[index] {
        homes[index] = .values(valueEnd)
        valueEnd += width
      } else if case .input = node.operation {
        homes[index] = .input
      } else if case .state = node.operation {
        continue
      } else if !uses.isAbsorbed[index] {
        homes[index] = .scratch(scratchEnd)
        scratchEnd += width
      }
    }
    for state in graph.states {
      guard case .values(let place) = homes[state.next.index] else { continue }
      homes[state.previous.index] = .before(place)
    }
    valueStep = Padding.step(valueEnd)
    scratchStep = Padding.step(scratchEnd)
  }

  /// The padded width of a signal.
  func width(_ node: CellGraph.Node) -> Int { node.width == .inputs ? inputWidth : unitWidth }

  /// The place of a signal among the affine ones.
  func affinePlace(_ signal: Int) -> Int? { affines.firstIndex(of: signal) }
}

/// What the operations of a graph need of one another.
struct SignalUses: Sendable {
  /// The affine signals in evaluation order.
  let affines: [Int]
  /// For an activation that alone reads its sum: the sum, whose place it takes.
  private(set) var rides: [Int: Int] = [:]
  /// Whether the value must outlive its step.
  private(set) var isKept: [Bool]
  /// Whether the value is a product that only a sum reads, once or twice.
  private(set) var isAbsorbed: [Bool]

  /// Reads a graph.
  init(_ graph: CellGraph) {
    let count = graph.nodes.count
    affines = (0..<count).filter { Self.isAffine(graph.nodes[$0]) }
    isKept = Array(repeating: false, count: count)
    isAbsorbed = Array(repeating: false, count: count)
    let carried = Set(graph.states.map(\.next.index) + [graph.output.index])
    for signal in graph.signals {
      let (index, node) = (signal.index, graph[signal])
      let readers = graph.readers(of: signal)
      let isRead = readers.contains { reader in
        switch graph[reader].operation {
        case .product, .affine: true
        case .input, .state, .activation, .sum, .complement: false
        }
      }
      switch node.operation {
      case .input, .state:
        continue
      case .affine:
        isKept[index] = true
        guard let reader = readers.first, readers.count == 1, !carried.contains(index) else {
          continue
        }
        if case .activation = graph[reader].operation { rides[reader.index] = index }
      case .activation:
        isKept[index] = true
      case .product, .sum, .complement:
        isKept[index] = isRead || carried.contains(index)
        guard case .product = node.operation, !isKept[index], readers.count == 1,
          case .sum = graph[readers[0]].operation
        else { continue }
        isAbsorbed[index] = true
      }
    }
  }

  private static func isAffine(_ node: CellGraph.Node) -> Bool {
    if case .affine = node.operation { true } else { false }
  }
}
