import CellEngine
import Screen

/// The pop-up that holds a gate: which values, from when, and the first memory.
struct HoldPanel {
  private let session: Session
  private let language: Language
  private let hold: HoldPopup

  init(_ session: Session, _ language: Language, _ hold: HoldPopup) {
    self.session = session
    self.language = language
    self.hold = hold
  }

  /// Draws below the picture; the picture with its gate stays in sight.
  func draw(below narration: Rectangle, above footer: Rectangle, on canvas: inout Canvas) {
    let box = Rectangle.popup(
      below: narration, on: footer, rows: 5, mostColumns: .max, sparing: 3)
    let symbol = session.notation.bareSymbol(hold.gate)
    drawPopup(box, title: text(.holdTitle(hold.gate, symbol: symbol)), on: &canvas)
    let setting = session.experiment.edits.clamps.setting(of: hold.gate, at: session.time)
    var point = Point(box.left + 2, box.top + 1)
    for (command, phrase, isOn) in choices(setting) {
      write(keyOf: command, at: &point, on: &canvas)
      write(phrase, isOn: isOn, at: &point, on: &canvas)
    }
    point = Point(box.left + 2, box.top + 2)
    let word = session.words[session.time]
    write(keyOf: .toggleRange, at: &point, on: &canvas)
    write(.holdOnward(word: word), isOn: hold.isOnward, at: &point, on: &canvas)
    write(.holdHere(word: word), isOn: !hold.isOnward, at: &point, on: &canvas)
    point = Point(box.left + 2, box.top + 3)
    write(keyOf: .typeInitial, at: &point, on: &canvas)
    canvas.write(text(initial), at: point, Style(on: .popup), limit: box.right - 1)
  }

  /// The title and what can be chosen, one to a line.
  var told: [String] {
    let setting = session.experiment.edits.clamps.setting(of: hold.gate, at: session.time)
    let word = session.words[session.time]
    let range: [(ChainCommand, ChainPhrase, Bool)] = [
      (.toggleRange, .holdOnward(word: word), hold.isOnward),
      (.toggleRange, .holdHere(word: word), !hold.isOnward),
    ]
    let choices = (choices(setting) + range).map { command, phrase, isOn in
      key(of: command) + mark(isOn) + text(phrase)
    }
    let title = ChainPhrase.holdTitle(
      hold.gate, symbol: session.notation.bareSymbol(hold.gate))
    return [text(title)] + choices + [key(of: .typeInitial) + text(initial)]
  }

  /// The key of a choice with a space behind it; empty if it was given away.
  private func key(of command: ChainCommand) -> String {
    let key = session.keyMap.shortName(of: .chain(command), in: .hold)
    return key.isEmpty ? "" : key + " "
  }

  private func mark(_ isOn: Bool) -> String { isOn ? "● " : "○ " }

  private func write(keyOf command: ChainCommand, at point: inout Point, on canvas: inout Canvas) {
    let key = String(key(of: command).dropLast())
    guard !key.isEmpty else { return }
    point.x = canvas.write(key, at: point, Style(.key, on: .popup, .strong)) + 1
  }

  /// A choice with its dot: full if it is the one that holds.
  private func write(
    _ phrase: ChainPhrase, isOn: Bool, at point: inout Point, on canvas: inout Canvas
  ) {
    point.x = canvas.write(mark(isOn) + text(phrase), at: point, style(isOn)) + 2
  }

  private func text(_ phrase: ChainPhrase) -> String { language.text(.chain(phrase)) }

  private func style(_ isOn: Bool) -> Style {
    isOn ? Style(.plain, on: .popup, .strong) : Style(.faint, on: .popup)
  }

  private func choices(_ setting: GateClamps.Setting) -> [(ChainCommand, ChainPhrase, Bool)] {
    let isOther = ![.computed, .held(0), .held(1)].contains(setting)
    return [
      (.holdShut, .holdShut, setting == .held(0)), (.holdOpen, .holdOpen, setting == .held(1)),
      (.typeValue, .holdValue, isOther), (.release, .holdRelease, setting == .computed),
    ]
  }

  /// What the memory line begins with.
  private var initial: ChainPhrase {
    .holdInitial(
      symbol: session.notation.stateSymbol(session.shownMemory.role, before: 0),
      unit: session.unit + 1, value: Figure.label(session.memoryAtStart, sign: .always))
  }
}
