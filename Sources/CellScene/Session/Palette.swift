public import CellEngine

/// What can be asked while a line finds commands.
public enum PaletteCommand: Hashable, Sendable {
  /// The next and the previous command of those that are found.
  case next, previous
}

/// Something that a typed line can find and do.
public enum PaletteItem: Hashable, Sendable {
  /// What a key of the table asks for.
  case key(KeyMap.Binding)
  /// A notation.
  case notation(Notation.Convention)
  /// A cell of the literature.
  case cell(CatalogueEntry)
  /// The word of a time step, from 0.
  case word(Int)
  /// A unit, from 0.
  case unit(Int)
  /// A word or a unit whose number has not been typed.
  case anyWord, anyUnit
  /// A place that was marked.
  case bookmark(Character)
  /// The training of a small model.
  case training
  /// A lesson, by its place from 0.
  case lesson(Int)
  /// A model, by its place in the session.
  case model(Int)
  /// A model with other words, by its name.
  case modelApart(String)
}

/// A found command and where the typed letters stand in its text.
public struct PaletteEntry: Hashable, Sendable {
  /// What is done.
  public let item: PaletteItem
  /// What it is called.
  public let text: String
  /// The places of the letters that were typed.
  public let places: [Int]
}

extension Session {
  /// What a line finds, the best first; an empty line finds everything.
  ///
  /// What has the letters only by chance is not found: Enter would do it before anybody has read it.
  public func palette(_ line: String) -> [PaletteEntry] {
    if let numbered = numbered(line) { return [entry(numbered, [])] }
    // What is no number of a word must not be found inside a year.
    let isNumber = line.contains(where: \.isNumber) && !line.contains(where: \.isLetter)
    guard !isNumber else { return [] }
    return [numberless(line)].compactMap { $0.map { entry($0, []) } } + fitting(line)
  }

  private func fitting(_ line: String) -> [PaletteEntry] {
    let found = searchedItems(for: line).enumerated().compactMap { place, item -> Found? in
      let text = language.text(phrase(for: item))
      let names = [text] + aliases(of: item) + englishName(of: item)
      let matches = names.map { FuzzyMatch(line, in: $0).flatMap { $0.isScattered ? nil : $0 } }
      guard let best = isName(line, of: item) ? Int.max : matches.compactMap({ $0?.score }).max()
      else { return nil }
      let places = matches[0]?.score == best ? matches[0]?.places ?? [] : []
      return Found(
        score: best, place: place, entry: PaletteEntry(item: item, text: text, places: places))
    }
    return found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.entry)
  }

  /// What a line is looked for in: in a stack the name of a layer is never a command's letters.
  private func searchedItems(for line: String) -> [PaletteItem] {
    let isLayer = !model.reading.isOneHot && line.wholeMatch(of: /[lL][0-9]+(_reverse)?/) != nil
    return isLayer ? paletteItems.filter { isName(line, of: $0) } : paletteItems
  }

  /// Whether a line is the name of a model and nothing else: that is found before all else.
  private func isName(_ line: String, of item: PaletteItem) -> Bool {
    guard case .model(let place) = item else { return false }
    return models[place].name.lowercased() == line.lowercased()
  }

  private struct Found {
    let score: Int
    let place: Int
    let entry: PaletteEntry
  }

  private func entry(_ item: PaletteItem, _ places: [Int]) -> PaletteEntry {
    PaletteEntry(item: item, text: language.text(phrase(for: item)), places: places)
  }

  /// Everything that can be found, in the order of the key table.
  private var paletteItems: [PaletteItem] {
    keyMap.active(in: view.context).filter { $0.command != .openPrompt }.map(PaletteItem.key)
      + Notation.Convention.allCases.map(PaletteItem.notation)
      + namedCells.map(PaletteItem.cell)
      + [.training] + (0..<givenCount).map(PaletteItem.model)
      + modelsApart.map { PaletteItem.modelApart($0.name) }
      + bookmarks.keys.sorted().map(PaletteItem.bookmark)
      + Lesson.all.indices.map(PaletteItem.lesson)
  }

  private func phrase(for item: PaletteItem) -> Phrase {
    switch item {
    case .key(let binding): return .command(binding.command)
    case .notation(let convention): return .palette(.notation(convention))
    case .cell(let entry): return .palette(.cell(entry))
    case .word(let time):
      return .palette(.word(time + 1, time <= lastTime ? words[time] : nil))
    case .training: return .training(.command)
    case .lesson(let number): return .lesson(.found(number, LessonSymbols(convention)))
    case .model(let place):
      let model = models[place]
      return .palette(
        .model(model.name, cell: model.cell.graph.name, units: model.cell.unitCount))
    case .modelApart(let name): return .palette(.modelApart(name))
    case .unit(let unit): return .palette(.unit(unit + 1))
    case .anyWord: return .palette(.anyWord(of: tokens.count))
    case .anyUnit: return .palette(.anyUnit(of: run.cell.unitCount))
    case .bookmark(let letter):
      let time = min(bookmarks[letter]?.time ?? 0, lastTime)
      return .palette(.bookmark(letter, time + 1, words[time]))
    }
  }

  /// Other names by which an item is found: a cell's name in files and fixtures.
  private func aliases(of item: PaletteItem) -> [String] {
    switch item {
    case .cell(let entry): ["variant " + entry.id]
    case .model(let place) where !models[place].reading.isOneHot: ["layer " + models[place].name]
    case .key, .notation, .word, .unit, .anyWord, .anyUnit, .bookmark, .training, .lesson, .model,
      .modelApart:
      []
    }
  }

  /// In every language a command is found by its English text too: not everybody at a keyboard
  /// can type Han characters.
  private func englishName(of item: PaletteItem) -> [String] {
    language == .english ? [] : [Language.english.text(phrase(for: item))]
  }

  /// A word or a unit by its number: `12`, `word 12`, `unit 5`.
  private func numbered(_ line: String) -> PaletteItem? {
    let parts = line.lowercased().split(separator: " ")
    guard let last = parts.last, let number = Int(last), number > 0, parts.count <= 2 else {
      return nil
    }
    let place = min(number, 99_999) - 1
    guard parts.count == 2 else { return .word(place) }
    func isNamed(_ name: PalettePhrase) -> Bool {
      names(name).contains { $0.hasPrefix(parts[0]) }
    }
    return isNamed(.wordName) ? .word(place) : isNamed(.unitName) ? .unit(place) : nil
  }

  /// What a line names that needs a number: `word`, `unit`.
  private func numberless(_ line: String) -> PaletteItem? {
    let parts = line.lowercased().split(separator: " ")
    guard let name = parts.first.map(String.init), parts.count == 1 else { return nil }
    return names(.wordName).contains(name)
      ? .anyWord : names(.unitName).contains(name) ? .anyUnit : nil
  }

  private func names(_ name: PalettePhrase) -> [String] {
    [language, .english].map { $0.text(.palette(name)) }
  }

  /// Whether the open line finds more than one command to choose from.
  var choosesCommands: Bool {
    guard case .prompt(let prompt) = popup, prompt.purpose == .command else { return false }
    return palette(prompt.text).count > 1
  }

  mutating func perform(palette command: PaletteCommand) {
    guard case .prompt(var prompt) = popup, prompt.purpose == .command else { return }
    let count = palette(prompt.text).count
    guard count > 0 else { return }
    switch command {
    case .next: prompt.choice = (prompt.choice + 1).wrapped(in: count)
    case .previous: prompt.choice = (prompt.choice - 1).wrapped(in: count)
    }
    popup = .prompt(prompt)
  }

  /// Does what a line says, or says what it may have meant.
  mutating func performLine(_ prompt: Prompt) -> Effect {
    guard !prompt.text.allSatisfy({ $0 == " " }) || prompt.choice > 0 else { return .show }
    let found = palette(prompt.text)
    guard found.indices.contains(prompt.choice) else {
      notice = .commandUnknown(prompt.text, nearest: nearestCommand(to: prompt.text))
      return .show
    }
    return perform(found[prompt.choice].item)
  }

  private mutating func perform(_ item: PaletteItem) -> Effect {
    switch item {
    case .key(let binding): return request(binding.command, after: nil)
    case .notation(let convention): perform(notation: .set(convention))
    case .training: return request(.training(.open), after: nil)
    case .lesson(let number): return give(number, step: 0)
    case .cell(let entry): take(entry)
    case .model(let place): take(model: place)
    case .modelApart(let name): notice = .find(.modelApart(name))
    case .word(let time):
      count = time + 1
      return request(.lastTimeStep, after: nil)
    case .unit(let wanted):
      unit = min(wanted, run.cell.unitCount - 1)
      if unit != wanted { notice = .find(.lastUnit(run.cell.unitCount)) }
    case .anyWord: notice = .find(.wordNumberMissing(of: tokens.count))
    case .anyUnit: notice = .find(.unitNumberMissing(of: run.cell.unitCount))
    case .bookmark(let letter): goToBookmark(letter)
    }
    return .show
  }

  /// Of several texts, the one whose beginning is written most like a line.
  private func nearest(to line: String, among texts: [String]) -> String? {
    texts.min { left, right in
      let distances = [left, right].map { String($0.prefix(line.count)).editDistance(to: line) }
      return distances[0] < distances[1]
    }
  }

  /// The command whose text has a word that is written most like the line's first; the names of lessons
  /// are sentences and have too many words for that.
  private func nearestCommand(to line: String) -> String? {
    let commands = paletteItems.filter { item in
      if case .lesson = item { false } else { true }
    }
    let texts = commands.map { language.text(phrase(for: $0)) }
    let words = Vocabulary(
      texts.flatMap { $0.split(separator: " ").map(String.init) }.filter { $0.count > 3 })
    guard let first = line.split(separator: " ").first.map(String.init),
      first.contains(where: \.isLetter),
      let near = words.nearest(to: first, count: 1).first,
      let text = nearest(
        to: line, among: texts.filter { $0.split(separator: " ").contains(near[...]) })
    else { return nil }
    let isNear = zip(near.lowercased(), first.lowercased()).contains { $0 == $1 }
    return first.count > 2 && isNear ? text : nil
  }
}
