/// A cell graph with sizes and weights.
public struct Cell<Scalar: CellScalar>: Sendable {
  /// What is computed.
  public let graph: CellGraph
  /// The number of inputs, I.
  public let inputCount: Int
  /// The number of units, H.
  public let unitCount: Int
  /// Where each parameter stands in `parameters`.
  public let parameterLayout: Layout
  /// Where each signal stands in the values of one step.
  public let valueLayout: Layout
  /// All weights in one array, laid out by `parameterLayout`, matrices row by row.
  ///
  /// A gradient has the same layout, so an optimiser is one loop.
  public var parameters: [Scalar]

  /// Makes a cell with all weights 0.
  public init(_ graph: CellGraph, inputs: Int, units: Int) {
    precondition(inputs > 0 && units > 0, "a cell of \(inputs) inputs and \(units) units")
    self.graph = graph
    inputCount = inputs
    unitCount = units
    parameterLayout = Layout(
      counts: graph.parameters.map { $0.shape(inputs: inputs, units: units).reduce(1, *) })
    valueLayout = Layout(counts: graph.nodes.map { $0.width == .inputs ? inputs : units })
    parameters = Array(repeating: 0, count: parameterLayout.total)
  }

  /// The numbers of one parameter, row by row.
  public subscript(parameter: ParameterID) -> ArraySlice<Scalar> {
    get { parameters[parameterLayout[parameter.index]] }
    set {
      let range = parameterLayout[parameter.index]
      precondition(newValue.count == range.count, "\(newValue.count) numbers for \(range.count)")
      parameters.replaceSubrange(range, with: newValue)
    }
  }

  /// The shape of a parameter: [H, I], [H, H] or [H].
  public func shape(_ parameter: ParameterID) -> [Int] {
    graph[parameter].shape(inputs: inputCount, units: unitCount)
  }

  /// The parameter with a name, such as `forget.bias`.
  public func parameter(named name: String) -> ParameterID? {
    graph.parameters.firstIndex { $0.name == name }.map(ParameterID.init)
  }
}

/// Where each of several blocks of numbers stands in one flat array.
public struct Layout: Hashable, Sendable {
  private let ranges: [Range<Int>]
  /// The length of the array.
  public let total: Int

  /// Lays out blocks one after the other.
  public init(counts: [Int]) {
    var start = 0
    ranges = counts.map { count in
      defer { start += count }
      return start..<(start + count)
    }
    total = start
  }

  /// The place of a block.
  public subscript(index: Int) -> Range<Int> { ranges[index] }
  /// The number of blocks.
  public var count: Int { ranges.count }
}
