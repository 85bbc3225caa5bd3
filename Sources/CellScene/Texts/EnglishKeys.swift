import CellEngine

extension KeyMap.Group {
  /// The group's heading in the help.
  var english: String {
    switch self {
    case .step: "step"
    case .look: "look"
    case .peephole: "peepholes"
    case .whatIf: "what if"
    case .cell: "cell"
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

extension Command {
  /// What the command does, for the help.
  var english: String {
    switch self {
    case .nextMicroStep: "next micro-step"
    case .previousMicroStep: "micro-step back"
    case .nextTimeStep: "next word"
    case .previousTimeStep: "word back"
    case .firstMicroStep: "first micro-step"
    case .lastMicroStep: "last micro-step"
    case .firstTimeStep: "first word"
    case .lastTimeStep: "last word; 5G: word 5"
    case .nextUnit: "next unit"
    case .previousUnit: "unit back"
    case .tenUnitsOn: "ten units on"
    case .tenUnitsBack: "ten units back"
    case .togglePlay: "play, stop"
    case .faster: "play faster"
    case .slower: "play slower"
    case .toggleAllPeepholes: "all peepholes on, off"
    case .togglePeephole(let gate): "\(English.name(gate))’s alone"
    case .showVariants: "variants of the cell"
    case .toggleVariant(let number): "switch variant \(number)"
    case .nextModel: "LSTM, GRU, RNN in turn"
    case .undo: "undo"
    case .redo: "redo"
    case .reset: "undo everything"
    case .openPrompt: "command; :12 word 12"
    case .whatIf(let command): command.english
    case .compare(let command): command.english
    case .acceptPrompt: "do it"
    case .eraseInPrompt: "erase"
    case .toggleNumbers: "symbols or numbers"
    case .chain(let command): command.english
    case .why(let command): command.english
    case .gradient(let command): command.english
    case .showHelp: "this help"
    case .scrollDown: "next page"
    case .scrollUp: "page back"
    case .dismiss: "close a pop-up"
    case .close: "close, else quit"
    case .quit: "quit at once"
    case .interrupt: "quit, pressed twice"
    case .appearance(let command): command.english
    case .redraw: "draw everything anew"
    case .suspend: "suspend (fg returns)"
    case .notation(let command): English.text(command)
    case .variants(let command): English.text(command)
    case .palette(let command): English.text(command)
    case .find(let command): English.text(command)
    case .timeline(let command): English.text(command)
    case .training(let command): English.text(command)
    case .export(let command): English.text(command)
    }
  }

  /// One word for the footer.
  var englishInFooter: String {
    switch self {
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
    case .chain(let command): command.englishInFooter
    case .why(let command): command.englishInFooter
    case .gradient(let command): command.englishInFooter
    case .showHelp: "help"
    case .close: "quit"
    case .acceptPrompt: "do it"
    case .dismiss: "cancel"
    case .undo: "undo"
    case .scrollDown: "page on"
    case .scrollUp: "page back"
    case .notation: "notation"
    case .variants(let command): English.footer(command)
    case .palette: "choose"
    case .timeline(let command): English.footer(command)
    case .training(let command): English.footer(command)
    case .export(let command): English.footer(command)
    case .whatIf(let command): command.englishInFooter
    case .compare(let command): command.englishInFooter
    case .previousTimeStep, .firstMicroStep, .firstTimeStep, .lastTimeStep, .previousUnit,
      .tenUnitsOn, .tenUnitsBack, .faster, .slower, .togglePeephole, .quit, .interrupt, .nextModel,
      .redo, .reset, .openPrompt, .eraseInPrompt, .appearance,
      .redraw, .suspend, .find:
      english
    }
  }
}
