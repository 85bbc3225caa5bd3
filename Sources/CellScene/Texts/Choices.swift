import CellEngine

extension Session {
  /// The symbol of what a switch of the cell is about.
  func symbol(of option: CellSwitch) -> String {
    switch option {
    case .peephole(let gate), .coupled(let gate), .missing(let gate): notation.bareSymbol(gate)
    case .outputReadsNewMemory: notation.bareSymbol(.output)
    case .memoryPassesTanh, .relu: notation.symbol(.activation, .general)
    case .candidatePassesTanh: notation.symbol(.candidate, .general)
    case .relevanceGate, .lateReset: notation.bareSymbol(.relevance)
    case .updateKeepsOld, .gateRecurrence: notation.bareSymbol(.update)
    }
  }

  /// What a switch set this way makes of the cell, read off the graph that it gives.
  func choice(_ option: CellSwitch, isOn: Bool) -> Choice {
    switch option {
    case .peephole, .relevanceGate: return .phrase(isOn ? .on : .off)
    case .outputReadsNewMemory:
      return .symbols(notation.symbol(.memory, .general, previous: !isOn))
    case .memoryPassesTanh:
      let graph = run.kind.setting(option, to: isOn).graph
      let equation = graph.equations(notation).first { graph[$0.signal].role == .activation }
      return .symbols(equation?.right.map(\.text).joined() ?? "")
    case .candidatePassesTanh: return function(of: .candidate, option, isOn: isOn)
    case .coupled(let gate):
      let other = notation.bareSymbol(gate == .forget ? .update : .forget)
      return isOn ? .symbols("1 − " + other) : .phrase(.ownGate)
    case .missing: return .phrase(isOn ? .leftOut : .ownGate)
    case .gateRecurrence: return .phrase(isOn ? .theLastGates : .notTheGates)
    case .lateReset: return .phrase(isOn ? .afterTheProduct : .beforeTheProduct)
    case .updateKeepsOld: return .phrase(isOn ? .keepsTheOld : .takesTheNew)
    case .relu: return function(of: .activation, option, isOn: isOn)
    }
  }

  /// The function that a signal's sum passes with a switch set this way.
  private func function(of role: Role, _ option: CellSwitch, isOn: Bool) -> Choice {
    let isSo = run.kind.isOn(option) == isOn
    let graph = isSo ? run.cell.graph : run.kind.setting(option, to: isOn).graph
    guard let signal = graph.signal(role),
      case .activation(let function, _) = graph[signal].operation
    else { return .phrase(.noFunction) }
    return .symbols(notation.symbol(function))
  }
}

/// One of the two sides of a switch.
public enum Choice: Hashable, Sendable {
  /// In the notation's symbols.
  case symbols(String)
  /// In words.
  case phrase(Word)

  /// The words that a choice can be.
  public enum Word: Hashable, Sendable {
    /// Switched on or off.
    case on, off
    /// A gate with weights of its own, or none.
    case ownGate, leftOut
    /// Nothing squashes the sum.
    case noFunction
    /// What the gates read beside the activation and the input.
    case notTheGates, theLastGates
    /// Where the relevance gate acts.
    case beforeTheProduct, afterTheProduct
    /// What an open update gate does.
    case takesTheNew, keepsTheOld
  }
}

extension Language {
  /// The text of a choice.
  func text(_ choice: Choice) -> String {
    switch (self, choice) {
    case (_, .symbols(let symbols)): symbols
    case (.english, .phrase(let word)): English.text(word)
    case (.traditionalChinese, .phrase(let word)): TraditionalChinese.text(word)
    }
  }
}
