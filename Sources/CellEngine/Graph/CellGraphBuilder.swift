/// The element-wise product of the lecture.
infix operator ∘ : MultiplicationPrecedence

/// A right-hand side under construction.
///
/// It becomes signals of the graph when the builder defines or computes it.
public indirect enum Formula: Hashable, Sendable {
  /// A signal that is already in the graph.
  case signal(SignalID)
  /// A sum of matrix products, peepholes and biases.
  case affine([Term])
  /// A function of each unit.
  case activation(Activation, Formula)
  /// a ∘ b.
  case product(Formula, Formula)
  /// a + b.
  case sum(Formula, Formula)
  /// 1 − a.
  case complement(Formula)

  /// The element-wise product a ∘ b.
  public static func ∘ (left: Formula, right: Formula) -> Formula { .product(left, right) }

  /// The sum a + b; terms of one affine signal become one signal.
  public static func + (left: Formula, right: Formula) -> Formula {
    if case .affine(let first) = left, case .affine(let second) = right {
      return .affine(first + second)
    }
    return .sum(left, right)
  }

  /// The complement 1 − a, the only difference that cells need.
  public static func - (one: One, right: Formula) -> Formula { .complement(right) }

  /// The literal 1 of `1 - a`.
  public enum One: ExpressibleByIntegerLiteral, Sendable {
    /// The number one.
    case one

    /// Accepts the literal 1 only.
    public init(integerLiteral value: Int) {
      precondition(value == 1, "a complement is written 1 - a, not \(value) - a")
      self = .one
    }
  }
}

/// The logistic function of a formula.
public func σ(_ formula: Formula) -> Formula { .activation(.sigmoid, formula) }

/// The hyperbolic tangent of a formula.
public func tanh(_ formula: Formula) -> Formula { .activation(.tanh, formula) }

/// Builds a graph from equations that read like the lecture's.
///
///     let Γf = cell.define(.forget, σ(cell.W(.forget, a, x) + cell.b(.forget)))
///     let c = cell.define(.memory, Γu ∘ candidate + Γf ∘ previous)
///
/// The order of the definitions is the order of evaluation, and so of the micro-steps.
public struct CellGraphBuilder: Sendable {
  private let name: String
  private var nodes: [CellGraph.Node] = []
  private var parameters: [Parameter] = []
  private var states: [(role: Role, previous: SignalID, next: [SignalID])] = []
  /// The first thing that went wrong, reported when the graph is asked for.
  private var mistake: GraphError?

  /// Starts a cell with the name that people call it.
  public init(_ name: String) { self.name = name }

  /// Declares x<t>, the input.
  public mutating func input() -> Formula {
    .signal(append(.input, width: .inputs, role: .input))
  }

  /// Declares a state and gives its value of the last time step.
  public mutating func previous(_ role: Role) -> Formula {
    let signal = append(.state(states.count), width: .units, role: role)
    states.append((role, signal, []))
    return .signal(signal)
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// Matrix products, as in W[a<t-1>, x<t>]: one matrix for each signal.
  public mutating func W(_ target: Role, _ sources: Formula...) -> Formula { W(target, sources) }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  /// Matrix products with as many signals as the list has.
  public mutating func W(_ target: Role, _ sources: [Formula]) -> Formula {
    .affine(
      sources.map { source in
        let signal = lower(source)
        let entry = Parameter(
          target: target, kind: .weight, source: sourceName(signal),
          columns: nodes[signal.index].width)
        return .matrix(add(entry), signal)
      })
  }

  /// A peephole, v ∘ s: one weight for each unit.
  public mutating func v(_ target: Role, _ source: Formula) -> Formula {
    let signal = lower(source)
    let entry = Parameter(
      target: target, kind: .peephole, source: sourceName(signal), columns: nil)
    return .affine([.diagonal(add(entry), signal)])
  }

  /// A bias; `beside` names the signal it stands beside where a gate has more than one.
  public mutating func b(_ target: Role, beside source: Formula? = nil) -> Formula {
    let name = source.map { sourceName(lower($0)) } ?? ""
    return .affine([
      .bias(add(Parameter(target: target, kind: .bias, source: name, columns: nil)))
    ])
  }

  /// Adds an equation: the signal with this role has this value.
  ///
  /// A signal has one role: where a<t> = c<t>, the output is the memory itself.
  public mutating func define(_ role: Role, _ value: Formula) -> Formula {
    let signal = lower(value)
    if let known = nodes[signal.index].role {
      note(known == role ? .roleDefinedTwice(role) : .twoRoles(known, role))
    }
    nodes[signal.index].role = role
    return .signal(signal)
  }

  /// Computes a value now, without an equation of its own.
  ///
  /// It fixes the value's place in the order of evaluation.
  public mutating func compute(_ value: Formula) -> Formula { .signal(lower(value)) }

  /// Says what the next time step will find in a state.
  public mutating func carry(_ state: Formula, _ next: Formula) {
    let holder = lower(state)
    let value = lower(next)
    guard let position = states.firstIndex(where: { $0.previous == holder }) else {
      return note(.notAState(signal: holder.index))
    }
    states[position].next.append(value)
  }

  /// Checks what has been built and gives the graph.
  ///
  /// - Throws: `GraphError` as `CellGraph.init`.
  public func validated(output: Formula) throws(GraphError) -> CellGraph {
    if let mistake { throw mistake }
    guard case .signal(let shown) = output else { throw .badOutput }
    var carried: [CellGraph.State] = []
    for state in states {
      guard state.next.count == 1 else { throw .stateNotCarriedOnce(state.role) }
      carried.append(
        CellGraph.State(role: state.role, previous: state.previous, next: state.next[0]))
    }
    return try CellGraph(
      name: name, nodes: nodes, parameters: parameters, states: carried, output: shown)
  }

  /// The graph of a cell that is known to be right; a wrong one is a programmer's mistake.
  func graph(output: Formula) -> CellGraph {
    do {
      return try validated(output: output)
    } catch {
      preconditionFailure("the catalogue's \(name) is not a cell: \(error)")
    }
  }

  private mutating func note(_ error: GraphError) {
    if mistake == nil { mistake = error }
  }

  private mutating func add(_ parameter: Parameter) -> ParameterID {
    parameters.append(parameter)
    return ParameterID(parameters.count - 1)
  }

  private mutating func append(
    _ operation: Operation, width: Width = .units, role: Role? = nil
  ) -> SignalID {
    nodes.append(CellGraph.Node(operation, width: width, role: role))
    return SignalID(nodes.count - 1)
  }

  private mutating func lower(_ formula: Formula) -> SignalID {
    switch formula {
    case .signal(let signal):
      return admit(signal) ? signal : append(.affine([]))
    case .affine(let terms):
      return append(.affine(terms.filter { admit($0) }))
    case .activation(let function, let operand):
      let signal = lower(operand)
      return append(.activation(function, signal), width: nodes[signal.index].width)
    case .product(let left, let right):
      let (first, second) = (lower(left), lower(right))
      return append(.product(first, second), width: nodes[first.index].width)
    case .sum(let left, let right):
      let (first, second) = (lower(left), lower(right))
      return append(.sum(first, second), width: nodes[first.index].width)
    case .complement(let operand):
      let signal = lower(operand)
      return append(.complement(signal), width: nodes[signal.index].width)
    }
  }

  /// Notes a signal that does not stand in this graph, such as another builder's.
  private mutating func admit(_ signal: SignalID) -> Bool {
    let isHere = nodes.indices.contains(signal.index)
    if !isHere { note(.operandNotEarlier(signal: nodes.count, operand: signal.index)) }
    return isHere
  }

  private mutating func admit(_ term: Term) -> Bool {
    let isHere = parameters.indices.contains(term.parameter.index)
    if !isHere { note(.badParameter("\(term.parameter.index)")) }
    return isHere && (term.operand.map { admit($0) } ?? true)
  }

  private func sourceName(_ signal: SignalID) -> String {
    nodes[signal.index].role?.rawValue ?? SignalNames(nodes: nodes, parameters: parameters)[signal]
  }
}
