/// Why a description is not a cell.
public enum GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A signal reads one that is not computed before it.
  case operandNotEarlier(signal: Int, operand: Int)
  /// An element-wise operation meets signals of different widths.
  case widthsDiffer(signal: Int)
  /// A sum has no terms.
  case emptySum(signal: Int)
  /// There is no input, or more than one, or another signal has the input's role.
  case badInput
  /// A signal that has an equation is given another role.
  case twoRoles(Role, Role)
  /// A state has no next value, or two.
  case stateNotCarriedOnce(Role)
  /// A signal is a state that is not among the cell's states.
  case orphanState(signal: Int)
  /// What is carried to the next time step is not a state.
  case notAState(signal: Int)
  /// A state's signals do not exist, are not computed or do not hold one number for each unit.
  case badState(Role)
  /// Two equations define the same role.
  case roleDefinedTwice(Role)
  /// A parameter is used by no term, or by more than one.
  case parameterNotUsedOnce(String)
  /// Two parameters have the same name, or a term names a parameter that is not in the table.
  case badParameter(String)
  /// The cell has no state, so it does not remember.
  case noState
  /// The output is not a computed signal with one number for each unit.
  case badOutput

  /// One sentence that names the place.
  public var description: String {
    switch self {
    case .operandNotEarlier(let signal, let operand):
      "Signal \(signal) reads signal \(operand), which is not computed before it."
    case .widthsDiffer(let signal):
      "Signal \(signal) joins signals that do not have the same width."
    case .emptySum(let signal):
      "Signal \(signal) is a sum without terms."
    case .badInput:
      "A cell has exactly one input, and no other signal has its role."
    case .twoRoles(let role, let other):
      "One signal cannot be both the \(role.rawValue) and the \(other.rawValue)."
    case .orphanState(let signal):
      "Signal \(signal) is a state that nothing carries to the next time step."
    case .notAState(let signal):
      "Signal \(signal) is carried to the next time step but is not a state."
    case .stateNotCarriedOnce(let role):
      "The state \(role.rawValue) must be carried to the next time step exactly once."
    case .badState(let role):
      "The state \(role.rawValue) must become a computed signal with one number for each unit."
    case .roleDefinedTwice(let role):
      "Two equations define the \(role.rawValue)."
    case .parameterNotUsedOnce(let name):
      "The parameter \(name) must be used exactly once."
    case .badParameter(let name):
      "The parameter \(name) is not in the table exactly once or does not fit its term."
    case .noState:
      "A recurrent cell needs at least one state."
    case .badOutput:
      "The output must be a computed signal with one number for each unit."
    }
  }
}

extension CellGraph {
  /// Checks everything that the readers rely on.
  func validate() throws(GraphError) {
    for signal in signals { try validate(signal) }
    try validateInput()
    try validateStates()
    try validateParameters()
    var defined: Set<Role> = []
    for signal in signals where !isGiven(signal) {
      if let role = self[signal].role, !defined.insert(role).inserted {
        throw .roleDefinedTwice(role)
      }
    }
    guard nodes.indices.contains(output.index), self[output].width == .units, !isGiven(output)
    else { throw .badOutput }
  }

  private func validate(_ signal: SignalID) throws(GraphError) {
    let node = self[signal]
    for operand in node.operation.operands where !(0..<signal.index).contains(operand.index) {
      throw .operandNotEarlier(signal: signal.index, operand: operand.index)
    }
    switch node.operation {
    case .input:
      guard node.width == .inputs else { throw .widthsDiffer(signal: signal.index) }
    case .state:
      guard node.width == .units else { throw .widthsDiffer(signal: signal.index) }
    case .affine(let terms):
      guard !terms.isEmpty else { throw .emptySum(signal: signal.index) }
      guard node.width == .units else { throw .widthsDiffer(signal: signal.index) }
      for term in terms { try validate(term, of: signal) }
    case .activation, .product, .sum, .complement:
      guard node.operation.operands.allSatisfy({ self[$0].width == node.width }) else {
        throw .widthsDiffer(signal: signal.index)
      }
    }
  }

  private func validate(_ term: Term, of signal: SignalID) throws(GraphError) {
    guard parameters.indices.contains(term.parameter.index) else {
      throw .badParameter("\(term.parameter.index)")
    }
    let parameter = self[term.parameter]
    switch term {
    case .matrix(_, let operand):
      guard parameter.kind == .weight, parameter.columns == self[operand].width else {
        throw .badParameter(parameter.name)
      }
    case .diagonal(_, let operand):
      guard parameter.kind == .peephole, parameter.columns == nil else {
        throw .badParameter(parameter.name)
      }
      guard self[operand].width == .units else { throw .widthsDiffer(signal: signal.index) }
    case .bias:
      guard parameter.kind == .bias, parameter.columns == nil else {
        throw .badParameter(parameter.name)
      }
    }
  }

  private func validateInput() throws(GraphError) {
    let inputs = signals.filter { self[$0].operation == .input }
    guard inputs.count == 1, signals.filter({ self[$0].role == .input }) == inputs else {
      throw .badInput
    }
  }

  private func validateStates() throws(GraphError) {
    guard !states.isEmpty else { throw .noState }
    for (position, state) in states.enumerated() {
      guard nodes.indices.contains(state.previous.index), nodes.indices.contains(state.next.index),
        self[state.next].width == .units, !isGiven(state.next),
        self[state.previous].operation == .state(position), self[state.previous].role == state.role
      else { throw .badState(state.role) }
    }
    for signal in signals {
      guard case .state = self[signal].operation else { continue }
      guard states.contains(where: { $0.previous == signal }) else {
        throw .orphanState(signal: signal.index)
      }
    }
    for state in states where states.filter({ $0.role == state.role }).count > 1 {
      throw .stateNotCarriedOnce(state.role)
    }
  }

  private func validateParameters() throws(GraphError) {
    var uses = Array(repeating: 0, count: parameters.count)
    for node in nodes {
      guard case .affine(let terms) = node.operation else { continue }
      for term in terms { uses[term.parameter.index] += 1 }
    }
    for (parameter, count) in zip(parameters, uses) where count != 1 {
      throw .parameterNotUsedOnce(parameter.name)
    }
    var names: Set<String> = []
    for parameter in parameters where !names.insert(parameter.name).inserted {
      throw .badParameter(parameter.name)
    }
  }
}
