import CellEngine

extension Session {
  /// The symbol of what a switch of the cell is about.
  func symbol(of option: CellSwitch) -> String {
    switch option {
    case .peephole(let gate): notation.bareSymbol(gate)
    case .outputReadsNewMemory: notation.bareSymbol(.output)
    case .memoryPassesTanh: notation.symbol(.activation, .general)
    }
  }

  /// What a switch set this way makes of the cell, read off the graph that it gives.
  func choice(_ option: CellSwitch, isOn: Bool) -> Choice {
    switch option {
    case .peephole: return .phrase(isOn ? .on : .off)
    case .outputReadsNewMemory:
      return .symbols(notation.symbol(.memory, .general, previous: !isOn))
    case .memoryPassesTanh:
      let graph = run.kind.setting(option, to: isOn).graph
      let equation = graph.equations(notation).first { graph[$0.signal].role == .activation }
      return .symbols(equation?.right.map(\.text).joined() ?? "")
    }
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
  }
}

extension Language {
  /// The text of a choice.
  func text(_ choice: Choice) -> String {
    switch choice {
    case .symbols(let symbols): symbols
    case .phrase(.on): text(Phrase.on)
    case .phrase(.off): text(Phrase.off)
    }
  }
}
