/// Why a description is not a cell.
public enum GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A signal reads one that is not computed before it.
  case operandNotEarlier(signal: Int, operand: Int)
  /// An element-wise operation meets signals of different widths.
  case widthsDiffer(signal: Int)
  /// A state has no next value, or two.
  case stateNotCarriedOnce(Role)
  /// A state's signals do not exist or do not hold one number for each unit.
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
    case .stateNotCarriedOnce(let role):
      "The state \(role.rawValue) must be carried to the next time step exactly once."
    case .badState(let role):
      "The state \(role.rawValue) must hold one number for each unit."
    case .roleDefinedTwice(let role):
      "Two equations define the \(role.rawValue)."
    case .parameterNotUsedOnce(let name):
      "The parameter \(name) must be used exactly once."
    case .badParameter(let name):
      "The parameter \(name) is not in the table exactly once or does not fit its term."
    case .noState:
      "A recurrent cell needs at least one state."
    case .badOutput:
      "The output must be a signal with one number for each unit."
    }
  }
}

extension CellGraph {
  /// Checks everything that the readers rely on.
  func validate() throws(GraphError) {
    for signal in signals { try validate(signal) }
    try validateStates()
    try validateParameters()
    var defined: Set<Role> = []
    for signal in signals where !isGiven(signal) {
      if let role = self[signal].role, !defined.insert(role).inserted {
        throw .roleDefinedTwice(role)
      }
    }
    guard nodes.indices.contains(output.index), self[output].width == .units else {
      throw .badOutput
    }
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
      guard node.width == .units, !terms.isEmpty else {
        throw .widthsDiffer(signal: signal.index)
      }
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

  private func validateStates() throws(GraphError) {
    guard !states.isEmpty else { throw .noState }
    for (position, state) in states.enumerated() {
      guard nodes.indices.contains(state.previous.index), nodes.indices.contains(state.next.index),
        self[state.next].width == .units, !isGiven(state.next),
        self[state.previous].operation == .state(position), self[state.previous].role == state.role
      else { throw .badState(state.role) }
    }
    let holders = nodes.filter {
      if case .state = $0.operation { true } else { false }
    }
    for state in states {
      guard holders.filter({ $0.role == state.role }).count == 1 else {
        throw .stateNotCarriedOnce(state.role)
      }
    }
    guard holders.count == states.count else { throw .noState }
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
