public import CellEngine
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
    return ([heading, invitation] + ViewTelling(session).sentences).joined(separator: "\n")
  }

  /// What a line of keys has changed: what there is to say about the keys, the view and what it lists
  /// where they are new, and its sentence.
  ///
  /// - Parameter before: the session before the line; without one it is the cell’s view.
  public func answer(_ session: Session, after before: Session? = nil) -> String {
    let notice =
      lesson(session, after: before) + (said(session).map { [session.language.text($0)] } ?? [])
    let lines: [String] =
      switch session.popup {
      case .help: [help(session)]
      case nil: view(session, after: before)
      case .some: popup(session, after: before)
      }
    return (notice + lines).joined(separator: "\n")
  }

  /// What the lesson's step says where it is another one.
  private func lesson(_ session: Session, after before: Session?) -> [String] {
    guard session.lesson?.place != before?.lesson?.place,
      let bar = LessonBar(session, session.language)
    else { return [] }
    return [session.language.text(.linear(bar.told))]
  }

  /// What there is to say about the keys; what a star would mark is named.
  private func said(_ session: Session) -> Phrase? {
    guard !session.isPlaying else { return .linear(.waits) }
    if case .switched(let change, isVisible: true) = session.notice {
      return .linear(
        .changed(change, differing: session.differingSymbols, session.model.piece))
    }
    return session.notice.map { .notice($0, session.keyMap, session.model.piece) }
  }

  /// What is told where a word of a line is no key.
  public func answer(_ session: Session, toUnknown word: String) -> String {
    session.language.text(.linear(.noKey(word)))
  }

  /// What the open pop-up tells; where it is a list that was told before, the lines that are new or
  /// chosen now.
  private func popup(_ session: Session, after before: Session?) -> [String] {
    let lines = popup(session)
    guard let before, before.popup != nil, before.context == session.context,
      [.variants, .lessons, .edit].contains(session.context)
    else { return lines }
    let told = Set(popup(before).map(unmarked))
    return lines.filter { $0 != unmarked($0) || !told.contains($0) }
  }

  /// A line of a list without the mark of the chosen one.
  private func unmarked(_ line: String) -> String {
    line.hasPrefix("▸") ? String(line.dropFirst().drop { $0 == " " }) : line
  }

  /// What the open pop-up lists, and the keys that it waits for.
  private func popup(_ session: Session) -> [String] {
    let lines: [String] =
      switch session.popup {
      case .edit(let line): EditPanel(session, session.language).told(chosen: line)
      case .hold(let hold): HoldPanel(session, session.language, hold).told
      case nil, .variants, .help, .prompt, .bookmarks, .why, .check, .lessons, .export:
        drawnLines(session)
      }
    let isTyping = session.context == .prompt
    return lines + [FooterPanel(session, session.language).told]
      + (isTyping ? [session.language.text(.linear(.typing))] : [])
  }

  /// What stands in the open pop-up, line by line, without its frame and its bars.
  private func drawnLines(_ session: Session) -> [String] {
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    let rows = (0..<canvas.size.rows).map { y in
      (0..<canvas.size.columns).map { canvas[$0, y] }.filter { !$0.isContinuation }
    }
    let lines = rows.filter { $0.contains { $0.style.ground == .popup } }.map { glyphs in
      let text = String(glyphs.map { Self.isDrawn($0.character) ? " " : $0.character })
      return text.split(separator: " ").joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }
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

  /// What the view shows, without what was told before; a number that was typed waits for its key.
  private func view(_ session: Session, after before: Session?) -> [String] {
    let now = ViewTelling(session)
    let isSame = before.map { $0.view == session.view } ?? (session.view == .cell)
    let told = isSame ? before.map { ViewTelling($0) } ?? now : nil
    let count = session.count.map { [session.language.text(.countTyped($0))] } ?? []
    return now.headings.filter { told?.headings.contains($0) != true }
      + unit(session, after: before) + now.sentences
      + now.details.filter { told?.details.contains($0) != true } + count
  }

  /// The selected unit where it is another; the heading of the training names it anyway.
  private func unit(_ session: Session, after before: Session?) -> [String] {
    guard let before, before.unit != session.unit, session.view != .training else { return [] }
    let phrase = LinearPhrase.unit(session.unit + 1, of: session.run.cell.unitCount)
    return [session.language.text(.linear(phrase))]
  }

  private func help(_ session: Session) -> String {
    let language = session.language
    let groups = HelpPanel(session.keyMap, in: session.view.context, language).groups()
    let lines = groups.flatMap { $0 }.map { line in
      line.isHeading ? line.text : "  \(line.keys): \(line.text)"
    }
    let rules: [Phrase] = [.helpCounts(session.keyMap), .linear(.typing)]
    return (lines + rules.map(language.text)).joined(separator: "\n")
  }
}

/// What only the linear telling says.
public enum LinearPhrase: Hashable, Sendable {
  /// How to go on.
  case invitation
  /// Where in the sentence, and at which of its micro-steps.
  case place(Vocabulary.Piece, String, number: Int, of: Int, step: Int, ofSteps: Int)
  /// The unit that is selected now.
  case unit(Int, of: Int)
  /// The step of a lesson, both counted from 1, with the keys that it has pressed and what it says.
  case lesson(Int, step: Int, of: Int, keys: String, String)
  /// A title and what stands below it; things beside one another.
  case titled(String, String)
  case listed([String])
  /// A change, and the symbols of what is another after it.
  case changed(Change, differing: [String], Vocabulary.Piece)
  /// What was asked to run by itself does not here.
  case waits
  /// How a text is typed.
  case typing
  /// A word of a line is no key.
  case noKey(String)
}

extension English {
  static func text(_ phrase: LinearPhrase) -> String {
    switch phrase {
    case .invitation:
      "Enter goes one step on. Keys by name and Enter, such as: L, or 3 Space; ? lists them, "
        + "screen prints the texts of the whole screen, q quits."
    case .place(let piece, let word, let number, let count, let step, let steps):
      "\(English.name(piece).capitalizingFirst) \(number) of \(count), \(word), step \(step) of \(steps):"
    case .unit(let unit, let count): "Unit \(unit) of \(count)."
    case .lesson(let number, let step, let count, let keys, let sentence):
      "Lesson \(number), step \(step) of \(count) (\(keys)): \(sentence)"
    case .titled(let title, let text): "\(title): \(text)"
    case .listed(let texts): texts.joined(separator: ", ")
    case .changed(let change, let differing, let piece):
      "\(text(change, piece)); \(list(differing)) \(differing.count == 1 ? "differs" : "differ")."
    case .waits: "Nothing runs by itself here; a number before Space goes many steps: 9 Space."
    case .typing:
      "In a typed text a word that is no key’s name stands for its letters; "
        + "a line that begins with : or / is done at its end, any other text with Enter."
    case .noKey(let word): "There is no key \(word); ? lists all keys."
    }
  }
}
