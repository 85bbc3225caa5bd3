import CellEngine

extension English {
  /// The group's heading in the help.
  static func name(_ group: KeyMap.Group) -> String {
    switch group {
    case .step: "step"
    case .look: "look"
    case .peephole: "peepholes"
    case .whatIf: "what if"
    case .cell: "cell"
    case .learn: "learn"
    case .view: "view"
    case .timeline: "in the timeline"
    case .gradient: "gradient"
    case .training: "in the training"
    case .find: "find"
    case .share: "share"
    case .system: "program"
    case .popup: "in a pop-up"
    }
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: Command) -> String {
    switch command {
    case .nextMicroStep: "next micro-step"
    case .previousMicroStep: "micro-step back"
    case .nextTimeStep: "next word"
    case .previousTimeStep: "word back"
    case .firstMicroStep: "first micro-step"
    case .lastMicroStep: "last micro-step"
    case .firstTimeStep: "first word"
    case .lastTimeStep: "last word; 5: word 5"
    case .nextUnit: "next unit"
    case .previousUnit: "unit back"
    case .tenUnitsOn: "ten units on"
    case .tenUnitsBack: "ten units back"
    case .togglePlay: "play, stop"
    case .faster: "play faster"
    case .slower: "play slower"
    case .toggleAllPeepholes: "all peepholes on, off"
    case .togglePeephole(let gate): "\(name(gate))’s peephole"
    case .showVariants: "variants of the cell"
    case .toggleVariant(let number): "switch variant \(number)"
    case .nextModel: "LSTM, GRU, RNN in turn"
    case .undo: "undo"
    case .redo: "redo"
    case .reset: "undo everything"
    case .openPrompt: "command; 12: word 12"
    case .whatIf(let command): text(command)
    case .compare(let command): text(command)
    case .acceptPrompt: "do it"
    case .eraseInPrompt: "erase"
    case .toggleNumbers: "symbols or numbers"
    case .chain(let command): text(command)
    case .why(let command): text(command)
    case .gradient(let command): text(command)
    case .showHelp: "this help"
    case .scrollDown: "next page"
    case .scrollUp: "page back"
    case .dismiss: "close, else to the cell"
    case .close: "close, else quit"
    case .quit: "leave at once"
    case .interrupt: "leave, pressed twice"
    case .appearance(let command): text(command)
    case .redraw: "draw everything anew"
    case .suspend: "suspend (fg returns)"
    case .notation(let command): text(command)
    case .variants(let command): text(command)
    case .palette(let command): text(command)
    case .find(let command): text(command)
    case .timeline(let command): text(command)
    case .training(let command): text(command)
    case .lesson(let command): text(command)
    case .quiz(let command): text(command)
    case .export(let command): text(command)
    }
  }

  /// One word for the footer.
  static func footer(_ command: Command) -> String {
    switch command {
    case .nextMicroStep: "next"
    case .previousMicroStep: "back"
    case .nextTimeStep: "word"
    case .lastMicroStep: "last"
    case .nextUnit: "unit"
    case .togglePlay: "play"
    case .toggleAllPeepholes: "peepholes"
    case .showVariants: "variants"
    case .toggleVariant: "switch"
    case .toggleNumbers: "numbers"
    case .chain(let command): footer(command)
    case .why(let command): footer(command)
    case .gradient(let command): footer(command)
    case .showHelp: "help"
    case .close: "quit"
    case .acceptPrompt: "do it"
    case .dismiss: "cancel"
    case .undo: "undo"
    case .scrollDown: "page on"
    case .scrollUp: "page back"
    case .notation: "notation"
    case .variants(let command): footer(command)
    case .palette: "choose"
    case .timeline(let command): footer(command)
    case .training(let command): footer(command)
    case .lesson(let command): footer(command)
    case .export(let command): footer(command)
    case .whatIf(let command): footer(command)
    case .compare(let command): footer(command)
    case .previousTimeStep, .firstMicroStep, .firstTimeStep, .lastTimeStep, .previousUnit,
      .tenUnitsOn, .tenUnitsBack, .faster, .slower, .togglePeephole, .quit, .interrupt, .nextModel,
      .redo, .reset, .openPrompt, .eraseInPrompt, .appearance,
      .redraw, .suspend, .find, .quiz:
      text(command)
    }
  }
}
