import CellEngine

extension Session {
  /// Does what a key of the edits asks for.
  mutating func perform(whatIf command: WhatIfCommand) {
    switch command {
    case .edit: if case .edit = popup { popup = nil } else { popup = .edit(line: 0) }
    case .choose(let number): choose(number)
    case .next: moveInEdits(by: 1)
    case .previous: moveInEdits(by: -1)
    case .chooseLine: if case .edit(let line) = popup { choose(line + 1) }
    case .complete: complete()
    case .sentence:
      if model.reading.takesWords {
        popup = .prompt(Prompt(.edit(.sentence)))
      } else {
        notice = .edit(.numbersOnly)
      }
    }
  }

  private mutating func moveInEdits(by steps: Int) {
    guard case .edit(let line) = popup else { return }
    popup = .edit(line: (line + steps).wrapped(in: editTargets.count))
  }

  private mutating func choose(_ number: Int) {
    let targets = editTargets
    guard targets.indices.contains(number - 1) else {
      notice = .keyUnknown("\(number % 10)")
      return
    }
    let target = targets[number - 1]
    guard target != .removal else {
      popup = nil
      removeWord()
      return
    }
    popup = .prompt(Prompt(.edit(target)))
  }

  /// Makes the edit that the open line says.
  mutating func accept(_ text: String, for target: EditTarget) {
    let parts = text.split(separator: " ").map(String.init)
    guard !parts.isEmpty, !target.takesWord || model.reading.takesWords else { return }
    guard target != .sentence else { return acceptSentence(text) }
    if target.takesWord {
      acceptWord(parts.joined(separator: " "), for: target)
    } else {
      acceptNumber(text, parts, for: target)
    }
  }

  private mutating func refuse(_ text: String, for target: EditTarget, _ why: EditNotice) {
    refuse(text, .edit(target), .edit(why))
  }

  private mutating func acceptWord(_ text: String, for target: EditTarget) {
    guard let token = model.vocabulary.token(completing: text) else {
      return refuse(
        text, for: target, .wordUnknown(text, nearest: model.vocabulary.nearest(to: text)))
    }
    if target == .insertion { insertWord(token) } else { replaceWord(with: token) }
  }

  /// Reads another sentence from its start; nothing is told from the one before.
  private mutating func acceptSentence(_ text: String) {
    do {
      let tokens = try model.tokens(of: text)
      guard change({ $0.read(tokens) }) else {
        notice = .edit(.unchanged)
        return
      }
      if view.context == .gradient { view = .cell }
      (time, microStep) = (0, 0)
      sayWhatChanged(.edit(.sentence))
    } catch {
      refuse(text, for: .sentence, .wordUnknown(error.word, nearest: error.nearest))
    }
  }

  private mutating func replaceWord(with token: Int) {
    let (time, was) = (time, words[time])
    guard token != tokens[time] else {
      notice = .edit(.unchanged)
      return
    }
    change {
      $0.tokens[time] = token
      $0.edits.numbers = $0.edits.numbers.filter { $0.key.inputStep != time }
    }
    sayWhatChanged(.edit(.word(words[time], was: was)))
  }

  private mutating func insertWord(_ token: Int) {
    let time = time
    change {
      $0.tokens.insert(token, at: time)
      $0.edits.moveSteps { $0 < time ? $0 : $0 + 1 }
    }
    sayWhatChanged(.edit(.inserted(words[time])))
  }

  private mutating func removeWord() {
    let (time, was) = (time, words[time])
    change {
      $0.tokens.remove(at: time)
      $0.edits.moveSteps { $0 == time ? nil : $0 < time ? $0 : $0 - 1 }
    }
    sayWhatChanged(.edit(.removed(was)))
  }

  /// A number, perhaps with the word or unit before it that it is for.
  private mutating func acceptNumber(_ text: String, _ parts: [String], for target: EditTarget) {
    guard let number = parts.last, parts.count <= 2 else {
      return refuse(text, for: target, .notANumber(parts.joined(separator: " ")))
    }
    let column = parts.count == 2 ? self.column(named: parts[0], of: target) : column(of: target)
    guard let column, let place = place(of: target, column: column) else {
      return refuse(text, for: target, .sourceUnknown(parts[0]))
    }
    do {
      put(try NumberText.value(of: number), at: place, of: target, column: column)
    } catch {
      refuse(text, for: target, error == .tooLarge ? .tooLarge(number) : .notANumber(number))
    }
  }

  private mutating func put(
    _ number: Double, at place: Edits.Place, of target: EditTarget, column: Int
  ) {
    let (was, own) = (self.number(at: place), ownNumber(at: place))
    guard number != was else {
      notice = .edit(.unchanged)
      return
    }
    change { $0.edits.numbers[place] = number == own ? nil : number }
    sayWhatChanged(
      .edit(
        .number(
          name(of: target, column: column), now: Figure.label(number, sign: .always),
          was: Figure.label(was, sign: .always))))
  }

  /// The input or the unit that a text names: a word, or a unit's number as in a3.
  private func column(named text: String, of target: EditTarget) -> Int? {
    switch target {
    case .word, .insertion, .removal, .sentence, .initial, .state: return nil
    case .input: return inputColumn(named: text)
    case .parameter(let id):
      switch run.cell.graph[id].columns {
      case nil: return nil
      case .inputs: return inputColumn(named: text)
      case .units: return Self.place(text, of: run.cell.unitCount)
      }
    }
  }

  private func inputColumn(named text: String) -> Int? {
    model.reading.isOneHot
      ? model.vocabulary.token(completing: text) : Self.place(text, of: run.cell.inputCount)
  }

  /// The place that a text such as `a3` or `3` names, from 0.
  private static func place(_ text: String, of count: Int) -> Int? {
    Int(text.drop { !$0.isWholeNumber }).flatMap { (1...count).contains($0) ? $0 - 1 : nil }
  }
}

extension Edits {
  /// Moves the edited inputs, states and what is held to other steps; nil takes them away.
  mutating func moveSteps(_ moved: (Int) -> Int?) {
    var kept: [Place: Double] = [:]
    for (place, number) in numbers {
      switch place {
      case .input(let step, let column):
        if let there = moved(step) { kept[.input(step: there, column: column)] = number }
      case .state(let role, let step, let unit):
        if let there = moved(step) { kept[.state(role, step: there, unit: unit)] = number }
      case .weight, .initial: kept[place] = number
      }
    }
    numbers = kept
    clamps.moveSteps(moved)
  }
}

extension Edits.Place {
  /// The step whose input the place belongs to; nil if it is no input.
  var inputStep: Int? {
    if case .input(let step, _) = self { step } else { nil }
  }
}
