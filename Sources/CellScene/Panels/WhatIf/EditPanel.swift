import CellEngine
import Screen

/// What can be edited at the shown place, below the picture.
struct EditPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// Draws the entries in two columns where they fit, over the first equations.
  func draw(
    chosen: Int, below narration: Rectangle, above footer: Rectangle, on canvas: inout Canvas
  ) {
    let targets = session.editTargets
    let width = min(footer.size.columns, 96)
    let columns = width >= 80 ? 2 : 1
    let rows = (targets.count + columns - 1) / columns
    let shown = window(of: rows, showing: chosen % rows, fitting: min(rows, footer.top - 5))
    let box = Rectangle.popup(
      below: narration, on: footer, rows: shown.count + 2, mostColumns: width)
    drawPopup(box, title: title, on: &canvas)
    let room = (width - 2) / columns
    for (place, target) in targets.enumerated() where shown.contains(place % rows) {
      let entry = Rectangle(
        x: box.left + 1 + place / rows * room, y: box.top + 1 + place % rows - shown.lowerBound,
        columns: room, rows: 1)
      draw(target, at: place, isChosen: place == chosen, in: entry, on: &canvas)
    }
    let places = targets.indices.map { $0 % rows }
    drawMore(
      above: places.count { $0 < shown.lowerBound }, below: places.count { $0 >= shown.upperBound },
      on: box, language, on: &canvas)
  }

  private var title: String {
    language.text(.edit(.title(word: session.words[session.time], unit: session.unit + 1)))
  }

  /// The title and the entries, one to a line in their order.
  func told(chosen: Int) -> [String] {
    let entries = session.editTargets.enumerated().map { place, target in
      let parts = [
        place == chosen ? "▸" : "", key(at: place), text(of: target),
        number(of: target)?.text ?? "",
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return [title] + entries
  }

  private func key(at place: Int) -> String {
    session.keyMap.shortName(of: .whatIf(.choose(place + 1)), in: .edit)
  }

  private func text(of target: EditTarget) -> String {
    language.text(.edit(session.phrase(for: target, column: session.column(of: target))))
  }

  /// The number of a target, with a star if it was edited; nil for a word.
  private func number(of target: EditTarget) -> (text: String, isEdited: Bool)? {
    session.place(of: target, column: session.column(of: target)).map { place in
      let isEdited = session.experiment.edits.numbers[place] != nil
      let text = Figure.label(session.number(at: place), sign: .always)
      return (text + (isEdited ? "*" : ""), isEdited)
    }
  }

  private func draw(
    _ target: EditTarget, at place: Int, isChosen: Bool, in area: Rectangle,
    on canvas: inout Canvas
  ) {
    let ground = drawLine(isChosen: isChosen, in: area, on: &canvas)
    let style = Style(.key, on: ground, .strong)
    let start = canvas.write(key(at: place), at: Point(area.left + 1, area.top), style) + 1
    var end = area.right - 1
    if let (text, isEdited) = number(of: target) {
      end -= text.columns
      canvas.write(
        text, at: Point(end, area.top), Style(isEdited ? .alert : .plain, on: ground, .strong))
    }
    canvas.write(
      text(of: target), at: Point(max(area.left + 4, start), area.top), Style(on: ground),
      limit: end - 1)
  }
}

extension Session {
  /// An entry of the list of what can be edited.
  func phrase(for target: EditTarget, column: Int) -> EditPhrase {
    switch target {
    case .word: .word(words[time], model.piece)
    case .insertion: .insertion(words[time], model.piece)
    case .sentence: .sentenceMark(model.piece)
    case .removal: .removal(words[time], model.piece)
    case .input: .number(.input, name: name(of: target, column: column))
    case .initial: .number(.initial, name: name(of: target, column: column))
    case .state: .number(.state(model.piece), name: name(of: target, column: column))
    case .parameter(let id):
      .number(run.cell.graph[id].kind.phrase, name: name(of: target, column: column))
    }
  }

  /// What stands before the line in which a target's word or number is typed.
  func mark(for target: EditTarget) -> EditPhrase {
    switch target {
    case .word: .wordMark(model.piece)
    case .insertion: .insertionMark(model.piece)
    case .sentence: .sentenceMark(model.piece)
    case .removal, .input, .parameter, .initial, .state:
      .numberMark(name: name(of: target, column: column(of: target)))
    }
  }

  /// What helps with the open line.
  func hint(for prompt: Prompt) -> Phrase {
    guard case .edit(let target) = prompt.purpose else {
      return .promptHint(prompt.purpose, model.piece)
    }
    guard !target.takesWord else { return .edit(.completions(completions(of: prompt))) }
    guard let place = place(of: target, column: column(of: target)) else {
      return .promptHint(prompt.purpose, model.piece)
    }
    let number = Figure.label(number(at: place), sign: .always)
    return .edit(.now(number, otherwise: otherSource(of: target)))
  }

  /// How another input or unit than the one that is meant anyway is named.
  private func otherSource(of target: EditTarget) -> String? {
    switch target {
    case .word, .insertion, .removal, .sentence, .initial, .state: return nil
    case .input: return otherInput
    case .parameter(let id):
      switch run.cell.graph[id].columns {
      case nil: return nil
      case .inputs: return otherInput
      case .units: return sourceSymbol(of: id) + "\((unit + 1) % run.cell.unitCount + 1)"
      }
    }
  }

  private var otherInput: String? {
    guard model.reading.isOneHot else {
      return run.cell.inputCount > 1 ? notation.bareSymbol(.input) + "2" : nil
    }
    return model.vocabulary.words.first { $0 != words[time] }
  }
}

extension Parameter.Kind {
  fileprivate var phrase: EditPhrase.Kind {
    switch self {
    case .weight: .weight
    case .peephole: .peephole
    case .bias: .bias
    }
  }
}
