/// The name of every signal, free of any notation: what `cellscope trace` writes.
///
/// A signal with a role has the role's name (`forget`, `memory`), its value of the last step
/// `previous_memory`, what an activation reads `forget_preactivation`. All others are named by
/// what they are: `forget_times_previous_memory`, `tanh_memory`, `one_minus_update`.
public struct SignalNames: Sendable {
  private var names: [String] = []

  /// Names the signals of a graph.
  public init(_ graph: CellGraph) { self.init(nodes: graph.nodes, parameters: graph.parameters) }

  init(nodes: [CellGraph.Node], parameters: [Parameter]) {
    let preactivations = Self.preactivations(nodes)
    for (index, node) in nodes.enumerated() {
      var name: String
      if case .state = node.operation {
        name = "previous_" + (node.role?.rawValue ?? "state")
      } else if let role = node.role {
        name = role.rawValue
      } else if let role = preactivations[index] {
        name = role.rawValue + "_preactivation"
      } else {
        name = Self.derived(node.operation, names: names, parameters: parameters)
      }
      while names.contains(name) { name += "_again" }
      names.append(name)
    }
  }

  /// The name of a signal.
  public subscript(signal: SignalID) -> String { names[signal.index] }

  /// The signal with a name.
  public func signal(named name: String) -> SignalID? {
    names.firstIndex(of: name).map(SignalID.init)
  }

  /// Signals without a role that an activation with a role reads.
  private static func preactivations(_ nodes: [CellGraph.Node]) -> [Int: Role] {
    var found: [Int: Role] = [:]
    for node in nodes {
      guard case .activation(_, let operand) = node.operation, let role = node.role else {
        continue
      }
      if nodes[operand.index].role == nil { found[operand.index] = role }
    }
    return found
  }

  private static func derived(
    _ operation: Operation, names: [String], parameters: [Parameter]
  ) -> String {
    func name(_ signal: SignalID) -> String { names[signal.index] }
    switch operation {
    case .input: return "input"
    case .state: return "previous_state"
    case .affine(let terms):
      let target = terms.first.map { parameters[$0.parameter.index].target.rawValue } ?? "sum"
      let sources = terms.compactMap(\.operand).map(name)
      return ([target + "_from"] + sources).joined(separator: "_")
    case .activation(let function, let operand): return function.rawValue + "_" + name(operand)
    case .product(let left, let right): return name(left) + "_times_" + name(right)
    case .sum(let left, let right): return name(left) + "_plus_" + name(right)
    case .complement(let operand): return "one_minus_" + name(operand)
    }
  }
}
