/// What a cell costs: its parameters and the multiplications of one step.
public struct Inventory: Hashable, Sendable {
  /// One line of the parameter table.
  public struct Entry: Hashable, Sendable {
    /// The parameter's name, such as `forget.weight.input`.
    public let name: String
    /// [H, I], [H, H] or [H].
    public let shape: [Int]
    /// The number of weights.
    public let count: Int
  }

  /// The parameter table in the order of the flat array.
  public let entries: [Entry]
  /// All weights together.
  public let parameterCount: Int
  /// The multiplications of one time step: matrix products, peepholes and element-wise products.
  public let multiplicationsPerStep: Int
}

extension Cell {
  /// The parameter table and the costs.
  public var inventory: Inventory {
    let entries = graph.parameters.indices.map { index in
      let id = ParameterID(index)
      return Inventory.Entry(
        name: graph[id].name, shape: shape(id), count: parameterLayout[index].count)
    }
    var multiplications = 0
    for (index, node) in graph.nodes.enumerated() {
      switch node.operation {
      case .affine(let terms):
        for term in terms where graph[term.parameter].kind != .bias {
          multiplications += parameterLayout[term.parameter.index].count
        }
      case .product: multiplications += valueLayout[index].count
      case .input, .state, .activation, .sum, .complement: continue
      }
    }
    return Inventory(
      entries: entries, parameterCount: parameters.count,
      multiplicationsPerStep: multiplications)
  }
}
