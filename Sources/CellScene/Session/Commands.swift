import CellEngine
public import Screen

extension Session {
  /// Does what a key asks for.
  ///
  /// - Returns: what else the program has to do.
  @discardableResult
  public mutating func handle(_ key: Key) -> Effect {
    if isBlank {
      isBlank = false
      return .show
    }
    let previousNotice = notice
    let wasOpen = popup != nil
    let marks = (before, notice)
    before = nil
    notice = nil
    if context == .cell, let digit = digit(of: key) {
      count = min((count ?? 0) * 10 + digit, 99_999)
      return .show
    }
    defer { count = nil }
    if case .prompt(let prompt) = popup, let character = Prompt.character(of: key) {
      type(character, into: prompt)
      return .show
    }
    guard let command = keyMap.command(for: key, in: context) else {
      notice = .keyUnknown(key.name)
      return .show
    }
    if command != .togglePlay, command != .faster, command != .slower { isPlaying = false }
    if command == .close, popup == nil, isWhatIf, previousNotice != .quitAgain {
      notice = .quitAgain
      return .show
    }
    if command == .interrupt, previousNotice != .interruptAgain {
      notice = .interruptAgain
      return .show
    }
    let effect = perform(command)
    // Closing a pop-up shows what was behind it: the marks have not been seen yet.
    if wasOpen, popup == nil, marks.0 != nil { (before, notice) = marks }
    return effect
  }

  /// A digit that counts: 0 only after another.
  private func digit(of key: Key) -> Int? {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    return digit == 0 && count == nil ? nil : digit
  }

  /// Plays one micro-step on; at the end of the sentence it stops.
  public mutating func tick() {
    guard isPlaying else { return }
    before = nil
    notice = nil
    if time == lastTime, microStep == lastMicroStep {
      isPlaying = false
    } else {
      advance(1)
    }
  }

  /// Does what a command says.
  mutating func perform(_ command: Command) -> Effect {
    switch command {
    case .nextMicroStep: advance(count ?? 1)
    case .previousMicroStep: advance(-(count ?? 1))
    case .nextTimeStep: goTo(time: time + (count ?? 1))
    case .previousTimeStep: goTo(time: time - (count ?? 1))
    case .firstMicroStep: microStep = 0
    case .lastMicroStep: microStep = lastMicroStep
    case .firstTimeStep: goTo(time: 0)
    case .lastTimeStep: goTo(time: count.map { $0 - 1 } ?? lastTime)
    case .nextUnit: select(unit + (count ?? 1), from: unit)
    case .previousUnit: select(unit - (count ?? 1), from: unit)
    case .tenUnitsOn: select(unit + 10 * (count ?? 1), from: unit)
    case .tenUnitsBack: select(unit - 10 * (count ?? 1), from: unit)
    case .togglePlay, .faster, .slower: setPlaying(command)
    case .toggleAllPeepholes: toggleAllPeepholes()
    case .togglePeephole(let gate): togglePeephole(of: gate)
    case .toggleVariant(let number): toggleVariant(number)
    case .nextModel: changeModel()
    case .undo: undo()
    case .redo: redo()
    case .reset: reset()
    case .openPrompt: popup = .prompt(Prompt(.command))
    case .acceptPrompt: return acceptPrompt()
    case .eraseInPrompt: eraseInPrompt()
    case .toggleNumbers: showsNumbers.toggle()
    case .showVariants: popup = popup == .variants ? nil : .variants
    case .showHelp: if case .help = popup { popup = nil } else { popup = .help(firstLine: 0) }
    case .scrollDown: scrollHelp(by: count ?? 1)
    case .scrollUp: scrollHelp(by: -(count ?? 1))
    case .dismiss: popup = nil
    case .close:
      if popup == nil { return .quit }
      popup = nil
    case .quit, .interrupt: return .quit
    case .appearance(let command): perform(appearance: command)
    case .redraw: return .redraw
    case .suspend: return .suspend
    }
    return .show
  }

  /// Moves by micro-steps through the whole sentence.
  private mutating func advance(_ steps: Int) {
    let perTime = lastMicroStep + 1
    let here = time * perTime + microStep
    let there = min(max(0, here + steps), tokens.count * perTime - 1)
    if there == here { notice = steps > 0 ? .endOfSentence : .startOfSentence }
    (time, microStep) = there.quotientAndRemainder(dividingBy: perTime)
  }

  private mutating func goTo(time wanted: Int) {
    let there = min(max(0, wanted), lastTime)
    if there == time, wanted != time { notice = wanted > time ? .lastWord : .firstWord }
    time = there
  }

  /// Selects a unit; from the last one the next is the first, and the other way round.
  private mutating func select(_ wanted: Int, from here: Int) {
    let last = run.cell.unitCount - 1
    if here == last, wanted > last {
      unit = 0
    } else if here == 0, wanted < 0 {
      unit = last
    } else {
      unit = min(max(0, wanted), last)
    }
  }

  private mutating func setPlaying(_ command: Command) {
    if command == .faster {
      speed = min(speed + 1, Self.speeds.count - 1)
    } else if command == .slower {
      speed = max(speed - 1, 0)
    } else {
      isPlaying.toggle()
    }
    let rate = Self.speeds[speed]
    notice = isPlaying ? .playing(perSecond: rate) : .stopped(perSecond: rate)
  }

  /// The help ends where its last line is on the screen; the scene knows where that is.
  private mutating func scrollHelp(by lines: Int) {
    guard case .help(let first) = popup else { return }
    popup = .help(firstLine: min(max(0, first + lines), HelpPanel.lines(keyMap).count - 1))
  }
}
