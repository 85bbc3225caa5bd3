import CellEngine
import Screen

/// Lessons: the lecture's claims, shown by the very keys that show them.
extension Session {
  mutating func perform(lesson command: LessonCommand) -> Effect {
    switch command {
    case .list:
      if case .lessons = popup {
        popup = nil
      } else {
        let counted = count.map { min($0, Lesson.all.count) - 1 }
        popup = .lessons(line: counted ?? lesson?.number ?? 0)
      }
    case .nextLine: choose(by: 1)
    case .previousLine: choose(by: -1)
    case .digit(let digit): type(digit)
    case .begin:
      guard case .lessons(let line, _) = popup else { return .show }
      popup = nil
      return give(line, step: 0)
    case .next: return goOn()
    case .previous: return goBack()
    case .leave: leaveLesson()
    }
    return .show
  }

  private mutating func choose(by lines: Int) {
    guard case .lessons(let line, _) = popup else { return }
    popup = .lessons(line: (line + lines).wrapped(in: Lesson.all.count))
  }

  /// Goes to the lesson of a number; a digit goes on with those before or begins a new number.
  private mutating func type(_ digit: Int) {
    guard case .lessons(let line, let typed) = popup else { return }
    let numbers = 1...Lesson.all.count
    let number = [typed * 10 + digit, digit].first(where: numbers.contains)
    popup = .lessons(line: number.map { $0 - 1 } ?? line, typed: number ?? 0)
  }

  /// The next step; behind the last one the next lesson is offered.
  private mutating func goOn() -> Effect {
    guard let lesson else { return .show }
    let last = Lesson.all[lesson.number].steps.count - 1
    guard lesson.step < last else {
      popup = .lessons(line: (lesson.number + 1) % Lesson.all.count)
      return .show
    }
    return give(lesson.number, step: min(lesson.step + (count ?? 1), last))
  }

  /// The step before; if somebody has gone elsewhere, the step that was left.
  private mutating func goBack() -> Effect {
    guard let lesson else { return .show }
    let step = lesson.step - (count ?? 1) + (lesson.isUntouched ? 0 : 1)
    guard step >= 0 else {
      notice = .lesson(.firstStep)
      return .show
    }
    return give(lesson.number, step: step)
  }

  /// Shows a lesson up to a step, both counted from 0.
  ///
  /// Always from the beginning, so that a step shows the same screen whatever was done before.
  mutating func give(_ number: Int, step: Int) -> Effect {
    guard var taught = blackboard else {
      notice = .lesson(.noModels)
      return .show
    }
    let steps = Lesson.all[number].steps
    var effect = Effect.show
    var shown = ShownKeys()
    for keys in steps[...step] {
      shown = ShownKeys()
      for key in keys {
        shown.append(key, in: taught, as: keyMap)
        effect = taught.handle(key)
      }
    }
    var here = self
    (here.popup, here.lesson, here.count) = (nil, nil, nil)
    taught.lesson = GivenLesson(
      number: number, step: step, keys: shown.text, interrupted: lesson?.interrupted ?? [here])
    taught.keyMap = keyMap
    self = taught
    return effect
  }

  private mutating func leaveLesson() {
    guard var back = lesson?.interrupted.first else { return }
    back.takeLook(of: self)
    back.notice = .lesson(.left)
    self = back
  }

  /// What a key asks of the lesson that is given; nil if it is not about the lesson.
  ///
  /// Where the lesson itself has opened a pop-up, the keys that step go on with the lesson.
  func lessonCommand(for key: Key) -> Command? {
    guard let lesson, popup == nil || lesson.isUntouched, context != .training else { return nil }
    switch popup {
    case .lessons, .prompt, .bookmarks: return nil
    case nil, .variants, .help, .hold, .edit, .why, .check, .export: break
    }
    switch keyMap.command(for: key, in: popup == nil ? context : .cell) {
    case .nextMicroStep: return .lesson(.next)
    case .previousMicroStep: return .lesson(.previous)
    case .dismiss where popup == nil: return .lesson(.leave)
    case _: return nil
    }
  }

  /// What acts here; while a lesson is given, also how to leave it, and in a pop-up that it has opened
  /// itself the keys that go on with it.
  var activeBindings: [KeyMap.Binding] {
    let own = keyMap.active(in: context)
    guard lesson != nil else { return own }
    let cell = keyMap.bindings(in: .cell)
    guard popup == nil else {
      return own + cell.filter { $0.keys.first.flatMap(lessonCommand) != nil }
    }
    return own
      + cell.filter { $0.command == .dismiss }.map { binding in
        KeyMap.Binding(
          keys: binding.keys, command: .lesson(.leave), group: binding.group,
          context: binding.context, footerRank: 1)
      }
  }

  /// Whether a command leads away from what the lesson shows.
  func leadsAway(_ command: Command) -> Bool {
    switch command {
    case .appearance, .redraw, .suspend, .export, .lesson: false
    case _: true
    }
  }
}
