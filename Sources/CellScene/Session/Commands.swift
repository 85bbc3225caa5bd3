import CellEngine
public import Screen

extension Session {
  /// Does what a key asks for.
  ///
  /// - Returns: what else the program has to do.
  @discardableResult
  public mutating func handle(_ key: Key) -> Effect {
    defer { keepReach() }
    if isBlank {
      isBlank = false
      return .show
    }
    // What is drawn anew is what is there: nothing else happens, notices and marks stay.
    if !isPlaying, keyMap.command(for: key, in: context) == .redraw { return .redraw }
    let previousNotice = notice
    let wasOpen = popup != nil
    let marks = (before, notice)
    let givenStep = lesson?.place
    before = nil
    notice = nil
    if context.isView, let digit = digit(of: key) {
      count = min((count ?? 0) * 10 + digit, 99_999)
      return .show
    }
    defer { count = nil }
    guard !takesCharacter(of: key) else { return .show }
    guard let command = command(for: key) else {
      notice = .keyUnknown(key.name)
      return .show
    }
    let effect = request(command, after: previousNotice)
    if leadsAway(command) { lesson?.isUntouched = false }
    keepQuestion(after: command)
    history.arrival = history.arrival ?? place
    // Closing a pop-up shows what was behind it: the marks have not been seen yet. A screen that is
    // written into a file is the one that was there.
    if wasOpen && popup == nil || popup == .export, lesson?.place == givenStep, before == nil,
      let seen = marks.0
    {
      (before, notice) = (seen, notice ?? marks.1)
    }
    if standpoint?.isAt(time, microStep) == false { standpoint = nil }
    return effect
  }

  /// Gives a character to the open line, or a letter to the bookmarks; false where neither is open.
  private mutating func takesCharacter(of key: Key) -> Bool {
    if case .prompt(let prompt) = popup, let character = Prompt.character(of: key) {
      type(character, into: prompt)
      return true
    }
    guard popup == .bookmarks, let letter = key.letter else { return false }
    popup = nil
    if letter.isUppercase { setBookmark(letter) } else { goToBookmark(letter) }
    return true
  }

  /// Does what a key or a typed line asks for, unless it must be asked twice.
  mutating func request(_ command: Command, after previousNotice: Notice?) -> Effect {
    if context == .training, command.concernsCell {
      notice = .training(.cellUnseen)
      return .show
    }
    if command != .togglePlay, command != .faster, command != .slower { isPlaying = false }
    if command == .close, popup == nil, isChanged, previousNotice != .quitAgain {
      notice = .quitAgain
      return .show
    }
    if command == .interrupt, previousNotice != .interruptAgain {
      notice = .interruptAgain
      return .show
    }
    return perform(command)
  }

  /// Whether leaving would lose something; behind a lesson waits what was there before it.
  private var isChanged: Bool {
    isWhatIf || takenUpdates != nil || lesson?.interrupted.contains(where: \.isChanged) == true
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
    guard view != .training else { return trainOn() }
    before = nil
    notice = nil
    let isAtEnd =
      view.isBackward
      ? time == 0 && microStep == 0 : time == lastTime && microStep == lastMicroStep
    if isAtEnd {
      isPlaying = false
    } else {
      advance(1)
    }
  }

  /// Does what a command says.
  mutating func perform(_ command: Command) -> Effect {
    switch command {
    case .nextMicroStep: askOrAdvance()
    case .previousMicroStep: advance(-(count ?? 1))
    case .nextTimeStep: goTo(time: time + (count ?? 1))
    case .previousTimeStep: goTo(time: time - (count ?? 1))
    case .firstMicroStep: microStep = view.isBackward ? lastMicroStep : 0
    case .lastMicroStep: microStep = view.isBackward ? 0 : lastMicroStep
    case .firstTimeStep: goTo(time: 0)
    case .lastTimeStep: goToWord(count)
    case .nextUnit: selectUnit(count ?? 1)
    case .previousUnit: selectUnit(-(count ?? 1))
    case .tenUnitsOn: selectUnit(10 * (count ?? 1))
    case .tenUnitsBack: selectUnit(-10 * (count ?? 1))
    case .togglePlay: togglePlay()
    case .faster: changeSpeed(by: 1)
    case .slower: changeSpeed(by: -1)
    case .toggleAllPeepholes: toggleAllPeepholes()
    case .togglePeephole(let gate): togglePeephole(of: gate)
    case .toggleVariant(let number): toggleVariant(number)
    case .nextModel: changeModel()
    case .undo: undo()
    case .redo: redo()
    case .reset: reset()
    case .whatIf(let command): perform(whatIf: command)
    case .compare(let command): return perform(compare: command)
    case .openPrompt: popup = .prompt(Prompt(.command))
    case .acceptPrompt: return acceptPrompt()
    case .eraseInPrompt: eraseInPrompt()
    case .toggleNumbers:
      showsNumbers.toggle()
      // Where no equation has numbers yet, or none stands, nothing else would say so.
      if view != .cell || stage == .arrival { notice = .equations(haveNumbers: showsNumbers) }
    case .chain(let command): perform(chain: command)
    case .showVariants:
      if case .variants = popup { popup = nil } else { popup = .variants(line: 0) }
    case .showHelp: if case .help = popup { popup = nil } else { popup = .help(page: 0) }
    case .scrollDown: turnHelp(by: 1)
    case .scrollUp: turnHelp(by: -1)
    case .dismiss: if popup == nil { view = .cell } else { popup = nil }
    case .close:
      if popup == nil { return .quit }
      popup = nil
    case .quit, .interrupt: return .quit
    case .appearance(let command): perform(appearance: command)
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .notation(let command): perform(notation: command)
    case .variants(let command): perform(variants: command)
    case .palette(let command): perform(palette: command)
    case .find(let command): perform(find: command)
    case .timeline(let command): perform(timeline: command)
    case .why(let command): perform(why: command)
    case .gradient(let command): perform(gradient: command)
    case .training(let command): perform(training: command)
    case .lesson(let command): return perform(lesson: command)
    case .quiz(let command): perform(quiz: command)
    case .export(let command): return perform(export: command)
    }
    return .show
  }

  /// Moves by micro-steps through the whole sentence; in the backward pass from right to left.
  mutating func advance(_ wanted: Int) {
    let steps = view.isBackward ? -wanted : wanted
    let perTime = lastMicroStep + 1
    let here = time * perTime + microStep
    let there = min(max(0, here + steps), tokens.count * perTime - 1)
    if there == here { notice = steps > 0 ? .endOfSentence : .startOfSentence }
    (time, microStep) = there.quotientAndRemainder(dividingBy: perTime)
  }

  mutating func goTo(time wanted: Int) {
    let there = min(max(0, wanted), lastTime)
    if there == time, wanted != time { notice = wanted > time ? .lastWord : .firstWord }
    time = there
  }

  /// Goes to a word by its number, from 1, or to the last one.
  private mutating func goToWord(_ number: Int?) {
    goTo(time: number.map { $0 - 1 } ?? lastTime)
    if let number, number > tokens.count {
      notice = .find(.lastWord(of: tokens.count))
    }
  }

  /// Selects a unit so many on; from the last one the next is the first, and the other way round.
  ///
  /// The order is that of the view: in the timeline units can be sorted.
  private mutating func selectUnit(_ steps: Int) {
    let order = unitOrder
    let (here, last) = (order.firstIndex(of: unit) ?? 0, order.count - 1)
    let wanted = here + steps
    if here == last, wanted > last {
      unit = order[0]
    } else if here == 0, wanted < 0 {
      unit = order[last]
    } else {
      unit = order[min(max(0, wanted), last)]
    }
  }

  /// The units in the order of the view.
  private var unitOrder: [Int] {
    switch view {
    case .timeline: timelineUnits
    case .training: Array(0..<min(training?.unitCount ?? 1, run.cell.unitCount))
    case .cell, .chain, .peepholes, .compare, .gradient, .reach: Array(0..<run.cell.unitCount)
    }
  }

  private mutating func togglePlay() {
    guard view != .training || training?.isFinished == false else {
      isPlaying = false
      notice = .training(.finished)
      return
    }
    isPlaying.toggle()
    saySpeed()
  }

  private mutating func changeSpeed(by step: Int) {
    speed = max(0, min(speed + step, Self.speeds.count - 1))
    saySpeed()
  }

  private mutating func saySpeed() {
    let rate = Self.speeds[speed]
    notice =
      if view == .training {
        .training(isPlaying ? .playing(updatesPerSecond) : .stopped)
      } else {
        isPlaying ? .playing(perSecond: rate) : .stopped(perSecond: rate)
      }
  }

  /// Turns a page of the help; after the last comes the first.
  private mutating func turnHelp(by pages: Int) {
    guard case .help(let page) = popup else { return }
    popup = .help(page: (page + pages) % HelpPanel.mostPages)
  }
}
