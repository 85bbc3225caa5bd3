import CellEngine

/// The switches of the cell, their sources, and why one is refused.
extension English {
  /// The start of a line whose end is a choice: “Γf is” “1 − Γu”.
  static func variant(_ option: CellSwitch, _ symbol: String) -> String {
    switch option {
    case .peephole: "\(symbol)’s peephole is"
    case .outputReadsNewMemory: "\(symbol)’s peephole reads"
    case .memoryPassesTanh: "\(symbol) ="
    case .candidatePassesTanh, .relu: "\(symbol) passes"
    case .relevanceGate, .coupled, .missing: "\(symbol) is"
    case .gateRecurrence: "gates read"
    case .lateReset: "\(symbol) acts"
    case .updateKeepsOld: "\(symbol) = 1"
    }
  }

  /// What a switch's side makes of the cell, as the answer to a key.
  static func answer(_ option: CellSwitch, _ symbol: String, _ choice: Choice) -> String {
    switch choice {
    case .phrase(.theLastGates): "The gates read the last step’s gates too now"
    case .phrase(.notTheGates): "The gates read no other gates now"
    case .phrase(.afterTheProduct): "\(symbol) acts after the product now"
    case .phrase(.takesTheNew): "\(symbol) = 1 takes the new value now"
    case .phrase(.keepsTheOld): "\(symbol) = 1 keeps the old value now"
    case .symbols, .phrase(.on), .phrase(.off), .phrase(.ownGate), .phrase(.leftOut),
      .phrase(.noFunction), .phrase(.beforeTheProduct):
      side(option, symbol, choice) + " now"
    }
  }

  /// What a switch's side makes of the cell, inside a sentence: “Γf is 1 − Γu”.
  static func side(_ option: CellSwitch, _ symbol: String, _ choice: Choice) -> String {
    variant(option, symbol) + " " + Language.english.text(choice)
  }

  /// The same where there is less room.
  static func shortAnswer(_ option: CellSwitch, _ symbol: String, _ choice: Choice) -> String {
    switch choice {
    case .phrase(.theLastGates): "Gates read the last gates now"
    case .phrase(.notTheGates): "Gates read no gates now"
    case .symbols, .phrase: answer(option, symbol, choice)
    }
  }

  /// Where a switch comes from, in a few characters.
  static func variantSource(_ option: CellSwitch) -> String {
    switch option {
    case .peephole: "Gers & Schmidhuber 2000"
    case .outputReadsNewMemory: "new: Gers 2000, Olah 2015"
    case .memoryPassesTanh: "the lecture’s picture has tanh"
    case .candidatePassesTanh: "without: Greff 2017"
    case .relevanceGate: "Cho 2014, the lecture"
    case .coupled(.update): "TensorFlow 2016"
    case .coupled: "Greff 2017"
    case .missing(.forget): "Hochreiter & Schmidhuber 1997"
    case .missing: "Greff 2017"
    case .gateRecurrence: "Greff 2017"
    case .lateReset: "after: cuDNN 2014, PyTorch"
    case .updateKeepsOld: "keeps: Cho 2014, PyTorch"
    case .relu: "relu: Le 2015"
    }
  }

  static func text(_ word: Choice.Word) -> String {
    switch word {
    case .on: "on"
    case .off: "off"
    case .ownGate: "a gate of its own"
    case .leftOut: "left out"
    case .noFunction: "no function"
    case .notTheGates: "no gates"
    case .theLastGates: "the last step’s gates too"
    case .beforeTheProduct: "before the product"
    case .afterTheProduct: "after it"
    case .takesTheNew: "takes the new"
    case .keepsTheOld: "keeps the old"
    }
  }

  /// Why a switch is refused, short enough for the line below the picture.
  static func shortText(_ error: SwitchError) -> String {
    switch error {
    case .notAGate(let role): "The \(name(role)) has no such switch."
    case .outputCannotBeCoupled: "The output gate cannot be coupled."
    case .coupledToNothing(let gate, let missing) where gate == missing:
      "The \(name(gate)) is left out and cannot be coupled."
    case .coupledToNothing(let gate, let missing):
      "The \(name(gate)) is coupled to the \(name(missing))."
    case .peepholeWithoutWeights(let gate): "Switch the \(name(gate))’s peephole off first."
    case .noOutputGate: "No output gate: its peephole reads nothing."
    case .noGateToRead: "No gate has weights: none can read the last ones."
    case .coupledBothWays: "Uncouple the other gate first."
    case .nothingToReset: "This needs the relevance gate, and before it."
    case .otherCell: "This cell has no such switch."
    }
  }
}
