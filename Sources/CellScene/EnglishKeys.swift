import CellEngine

extension KeyMap.Group {
  /// The group's heading in the help.
  var english: String {
    switch self {
    case .step: "step"
    case .look: "look"
    case .peephole: "peepholes"
    case .cell: "cell"
    case .view: "view"
    case .system: "program"
    case .popup: "in a pop-up"
    }
  }
}

extension Command {
  /// What the command does, for the help.
  var english: String {
    switch self {
    case .nextMicroStep: "next micro-step"
    case .previousMicroStep: "previous micro-step"
    case .nextTimeStep: "next word (time step)"
    case .previousTimeStep: "previous word"
    case .firstMicroStep: "first micro-step of this word"
    case .lastMicroStep: "last micro-step of this word"
    case .firstTimeStep: "first word"
    case .lastTimeStep: "last word; with a number, that word"
    case .nextUnit: "next unit"
    case .previousUnit: "previous unit"
    case .tenUnitsOn: "ten units on"
    case .tenUnitsBack: "ten units back"
    case .togglePlay: "play, stop"
    case .faster: "play faster"
    case .slower: "play slower"
    case .toggleAllPeepholes: "all peepholes on, off"
    case .togglePeephole(let gate): "the \(English.name(gate))’s peephole alone"
    case .showVariants: "variants of the cell"
    case .toggleVariant(let number): "switch variant \(number)"
    case .toggleNumbers: "equations in symbols or numbers"
    case .showHelp: "this help"
    case .scrollDown: "scroll down"
    case .scrollUp: "scroll up"
    case .dismiss: "close a pop-up (never quits)"
    case .close: "close a pop-up, else quit"
    case .quit: "quit at once"
    case .interrupt: "quit, pressed twice"
    case .redraw: "draw everything anew"
    case .suspend: "stop, as the shell’s job control does"
    }
  }

  /// One word for the footer.
  var englishInFooter: String {
    switch self {
    case .nextMicroStep: "next"
    case .previousMicroStep: "back"
    case .nextTimeStep: "word"
    case .lastMicroStep: "all"
    case .nextUnit: "unit"
    case .togglePlay: "play"
    case .toggleAllPeepholes: "peepholes"
    case .showVariants: "variants"
    case .toggleVariant(let number): "switch \(number)"
    case .toggleNumbers: "numbers"
    case .showHelp: "help"
    case .close: "quit"
    case .scrollDown: "down"
    case .scrollUp: "up"
    case .previousTimeStep, .firstMicroStep, .firstTimeStep, .lastTimeStep, .previousUnit,
      .tenUnitsOn, .tenUnitsBack, .faster, .slower, .togglePeephole, .dismiss, .quit, .interrupt,
      .redraw, .suspend:
      english
    }
  }
}
