/// The place of a signal in its graph.
public struct SignalID: Hashable, Comparable, Sendable {
  /// The position in evaluation order, from 0.
  public let index: Int

  /// Names the signal at a position.
  public init(_ index: Int) { self.index = index }

  /// Whether the left signal is computed first.
  public static func < (left: SignalID, right: SignalID) -> Bool { left.index < right.index }
}

/// The place of a parameter in its graph's table.
public struct ParameterID: Hashable, Sendable {
  /// The position in the table, from 0.
  public let index: Int

  /// Names the parameter at a position.
  public init(_ index: Int) { self.index = index }
}

/// How many numbers a signal has.
public enum Width: Hashable, Sendable {
  /// One for each input, I.
  case inputs
  /// One for each unit of the cell, H.
  case units
}

/// One summand of an affine signal.
public enum Term: Hashable, Sendable {
  /// W v, a full matrix.
  case matrix(ParameterID, SignalID)
  /// v ∘ s, one weight for each unit: a peephole.
  case diagonal(ParameterID, SignalID)
  /// b, a constant for each unit.
  case bias(ParameterID)

  /// The signal that the term reads, if it reads one.
  public var operand: SignalID? {
    switch self {
    case .matrix(_, let signal), .diagonal(_, let signal): signal
    case .bias: nil
    }
  }

  /// The parameter that the term uses.
  public var parameter: ParameterID {
    switch self {
    case .matrix(let parameter, _), .diagonal(let parameter, _), .bias(let parameter): parameter
    }
  }
}

/// One of the seven operations that every recurrent cell is made of.
public enum Operation: Hashable, Sendable {
  /// x<t>, from outside.
  case input
  /// A state as the last time step left it.
  case state(Int)
  /// A sum of matrix products, peepholes and biases.
  case affine([Term])
  /// A function of each unit.
  case activation(Activation, SignalID)
  /// The element-wise product a ∘ b.
  case product(SignalID, SignalID)
  /// The sum a + b.
  case sum(SignalID, SignalID)
  /// The complement 1 − a.
  case complement(SignalID)

  /// The signals that the operation reads, in the order of writing.
  public var operands: [SignalID] {
    switch self {
    case .input, .state: []
    case .affine(let terms): terms.compactMap(\.operand)
    case .activation(_, let operand), .complement(let operand): [operand]
    case .product(let left, let right), .sum(let left, let right): [left, right]
    }
  }
}

extension Operation {
  /// Whether a signal is among the operands.
  func reads(_ signal: SignalID) -> Bool {
    switch self {
    case .input, .state: false
    case .affine(let terms): terms.contains { $0.operand == signal }
    case .activation(_, let operand), .complement(let operand): operand == signal
    case .product(let left, let right), .sum(let left, let right): left == signal || right == signal
    }
  }
}

/// A recurrent cell, described once: a list of operations in evaluation order.
///
/// Everything else reads this value: forward, backward, equations, picture, micro-steps. No reader
/// knows a cell by name, so no reader changes for a new one.
public struct CellGraph: Hashable, Sendable {
  /// One signal and how it is computed.
  public struct Node: Hashable, Sendable {
    /// How the signal is computed; all operands stand earlier in the list.
    public var operation: Operation
    /// How many numbers it has.
    public var width: Width
    /// What it is, if it has an equation of its own (or is an input or a state).
    public var role: Role?

    /// Makes a node.
    public init(_ operation: Operation, width: Width, role: Role? = nil) {
      self.operation = operation
      self.width = width
      self.role = role
    }
  }

  /// What is carried from one time step to the next.
  public struct State: Hashable, Sendable {
    /// What the state is.
    public let role: Role
    /// The signal that holds the state as the last step left it.
    public let previous: SignalID
    /// The signal that the next step will find there.
    public let next: SignalID

    /// Makes a state.
    public init(role: Role, previous: SignalID, next: SignalID) {
      self.role = role
      self.previous = previous
      self.next = next
    }
  }

  /// What people call the cell, such as `LSTM`.
  public let name: String
  /// The signals in evaluation order.
  public let nodes: [Node]
  /// The parameters in the order of their first use.
  public let parameters: [Parameter]
  /// The states, at least one.
  public let states: [State]
  /// What the cell shows to the outside: the readout's and the next layer's input.
  public let output: SignalID

  /// Checks a description and makes the graph.
  ///
  /// - Throws: `GraphError` if an operand is not computed earlier, widths do not match, there is
  ///   not exactly one input, a state is not carried exactly once, a role has two equations, or a
  ///   parameter is not used exactly once.
  public init(
    name: String, nodes: [Node], parameters: [Parameter], states: [State], output: SignalID
  ) throws(GraphError) {
    self.name = name
    self.nodes = nodes
    self.parameters = parameters
    self.states = states
    self.output = output
    try validate()
  }

  /// The node of a signal.
  public subscript(signal: SignalID) -> Node { nodes[signal.index] }
  /// The entry of a parameter.
  public subscript(parameter: ParameterID) -> Parameter { parameters[parameter.index] }

  /// All signals in evaluation order.
  public var signals: [SignalID] { nodes.indices.map(SignalID.init) }

  /// x<t>, the one signal that arrives from outside the cell.
  public var input: SignalID {
    // There is exactly one, or the description was refused.
    SignalID(nodes.firstIndex { $0.operation == .input } ?? 0)
  }

  /// The state that remembers: the memory, or the activation of a cell without one.
  public var memoryState: State { states.first { $0.role == .memory } ?? states[0] }

  /// The state that keeps what the cell shows; nil if nothing carries that on.
  public var shownState: State? { states.first { $0.next == output } }

  /// The signal with an equation for this role, such as c<t> for `.memory`.
  public func signal(_ role: Role) -> SignalID? {
    signals.first { self[$0].role == role && !isGiven($0) }
  }

  /// The signal that holds the role's value of the last time step.
  public func previous(_ role: Role) -> SignalID? {
    states.first { $0.role == role }?.previous
  }

  /// The state that a signal holds as the last step left it; nil of all other signals.
  public func state(heldBy signal: SignalID) -> State? {
    states.first { $0.previous == signal }
  }

  /// Whether the signal arrives from outside the step: the input or a state.
  public func isGiven(_ signal: SignalID) -> Bool {
    switch self[signal].operation {
    case .input, .state: true
    case .affine, .activation, .product, .sum, .complement: false
    }
  }

  /// The signals that read this one in the same step.
  public func readers(of signal: SignalID) -> [SignalID] {
    signals.filter { self[$0].operation.reads(signal) }
  }

  /// The signals that this one is multiplied with, element by element.
  public func factors(beside signal: SignalID) -> [SignalID] {
    readers(of: signal).compactMap { reader in
      guard case .product(let left, let right) = self[reader].operation else { return nil }
      return left == signal ? right : left
    }
  }

  /// Whether a signal is a gate, or one minus a gate.
  public func isGate(_ signal: SignalID) -> Bool {
    if case .complement(let operand) = self[signal].operation { return isGate(operand) }
    return self[signal].role?.isGate == true
  }
}
