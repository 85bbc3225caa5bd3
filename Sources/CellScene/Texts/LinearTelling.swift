import CellEngine
import Screen

/// A session told line by line, with nothing drawn over: for screen readers, braille displays and
/// terminals that cannot move their cursor.
public struct LinearTelling: Sendable {
  /// Tells in the session's language.
  public init() {}

  /// What is told first.
  public func greeting(_ session: Session) -> String {
    let heading = Story(session).heading
    let invitation = session.language.text(.linear(.invitation))
    return [heading, invitation, place(session)].joined(separator: "\n")
  }

  /// What a line of keys has changed.
  public func answer(_ session: Session) -> String {
    switch session.popup {
    case .help: return help(session)
    case nil:
      let notice = session.notice.map { [session.language.text(.notice($0, session.keyMap))] } ?? []
      return (notice + [place(session)]).joined(separator: "\n")
    case .some: return popup(session)
    }
  }

  /// What stands in the open pop-up, line by line, without its frame and its bars.
  private func popup(_ session: Session) -> String {
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    let rows = (0..<canvas.size.rows).map { y in
      (0..<canvas.size.columns).map { canvas[$0, y] }.filter { !$0.isContinuation }
    }
    let lines = rows.filter { $0.contains { $0.style.ground == .popup } }.map { glyphs in
      let text = String(glyphs.map { Self.isDrawn($0.character) ? " " : $0.character })
      return text.split(separator: " ").joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Whether a character is a line or a block of a drawing.
  private static func isDrawn(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) }
  }

  /// Everything that the screen would show, for those who ask for it, without the lines that only draw.
  public func screen(_ session: Session) -> String {
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    return canvas.lines.filter { line in line.contains { $0.isLetter || $0.isNumber } }
      .joined(separator: "\n")
  }

  /// Where the session is, and the sentence of the micro-step.
  private func place(_ session: Session) -> String {
    let place = LinearPhrase.place(
      word: session.words[session.time], number: session.time + 1, of: session.lastTime + 1,
      step: session.microStep + 1, ofSteps: session.lastMicroStep + 1)
    let language = session.language
    return language.text(.linear(place)) + " " + language.text(.narration(session.narration))
  }

  private func help(_ session: Session) -> String {
    let groups = HelpPanel(session.keyMap, in: .cell, session.language).groups()
    let lines = groups.flatMap { $0 }.map { line in
      line.isHeading ? line.text : "  \(line.keys): \(line.text)"
    }
    return lines.joined(separator: "\n")
  }
}

/// What only the linear telling says.
public enum LinearPhrase: Hashable, Sendable {
  /// How to go on.
  case invitation
  /// Where in the sentence, and at which of its micro-steps.
  case place(word: String, number: Int, of: Int, step: Int, ofSteps: Int)
}

extension English {
  static func text(_ phrase: LinearPhrase) -> String {
    switch phrase {
    case .invitation:
      "Enter goes one step on. Keys by name and Enter, such as: L, or 3 Space; ? lists them, "
        + "screen prints the whole screen, q quits."
    case .place(let word, let number, let count, let step, let steps):
      "Word \(number) of \(count), \(word), step \(step) of \(steps):"
    }
  }
}
