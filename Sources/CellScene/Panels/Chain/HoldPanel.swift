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
    let height = 5
    let box = Rectangle(
      x: 0, y: min(narration.bottom, footer.top - height), columns: min(footer.size.columns, 80),
      rows: height)
    let symbol = session.notation.bareSymbol(hold.gate)
    drawPopup(box, title: text(.holdTitle(hold.gate, symbol: symbol)), on: &canvas)
    var x = box.left + 2
    let setting = session.experiment.edits.clamps.setting(of: hold.gate, at: session.time)
    for (key, phrase, isOn) in choices(setting) {
      x = canvas.write(key, at: Point(x, box.top + 1), Style(.key, on: .popup, .strong)) + 1
      x =
        canvas.write((isOn ? "● " : "○ ") + text(phrase), at: Point(x, box.top + 1), style(isOn))
        + 2
    }
    x =
      canvas.write("Tab", at: Point(box.left + 2, box.top + 2), Style(.key, on: .popup, .strong))
      + 1
    let word = session.words[session.time]
    for (phrase, isOn) in [
      (ChainPhrase.holdOnward(word: word), hold.isOnward),
      (ChainPhrase.holdHere(word: word), !hold.isOnward),
    ] {
      x =
        canvas.write((isOn ? "● " : "○ ") + text(phrase), at: Point(x, box.top + 2), style(isOn))
        + 2
    }
    x =
      canvas.write("c", at: Point(box.left + 2, box.top + 3), Style(.key, on: .popup, .strong)) + 1
    canvas.write(text(initial), at: Point(x, box.top + 3), Style(on: .popup), limit: box.right - 1)
  }

  private func text(_ phrase: ChainPhrase) -> String { language.text(.chain(phrase)) }

  private func style(_ isOn: Bool) -> Style {
    isOn ? Style(.plain, on: .popup, .strong) : Style(.faint, on: .popup)
  }

  private func choices(_ setting: GateClamps.Setting) -> [(String, ChainPhrase, Bool)] {
    let isOther = ![.computed, .held(0), .held(1)].contains(setting)
    return [
      ("0", .holdShut, setting == .held(0)), ("1", .holdOpen, setting == .held(1)),
      ("v", .holdValue, isOther), ("x", .holdRelease, setting == .computed),
    ]
  }

  /// What the memory line begins with.
  private var initial: ChainPhrase {
    let (role, _) = session.shownMemory
    let state = session.run.cell.graph.states.first { $0.role == role }
    let value = state.map { session.run.trace[$0.previous, 0, session.unit] } ?? 0
    return .holdInitial(
      symbol: session.notation.symbol(role, .step(1), previous: true), unit: session.unit + 1,
      value: Figure.label(value, sign: .always))
  }
}
