import CellEngine
import Screen

/// Below the sentence: how far the edited run is from the original, and since which word.
struct ForkPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// The rows that the panel wants; none while nothing is edited.
  static func rows(_ session: Session) -> Int { session.fork == nil ? 0 : 2 }

  /// Draws the sentence, and above it the differences if there are two rows.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard session.fork != nil, area.size.rows > 0 else { return }
    if area.size.rows > 1 { drawDifferences(in: area, on: &canvas) }
    guard let phrase = session.forkPhrase else { return }
    canvas.write(
      language.text(.edit(phrase), within: area.size.columns - 2),
      at: Point(area.left + 1, area.bottom - 1),
      Style(.alert, on: .plain, .strong), limit: area.right)
  }

  private func drawDifferences(in area: Rectangle, on canvas: inout Canvas) {
    let memory = session.shownMemory
    let label = Notation.difference + session.notation.symbol(memory.role, .general)
    canvas.write(
      label + session.notation.index(session.unit), at: area.origin, Style(.alert))
    let tape = TapePanel(session)
    for (time, column) in tape.columns(in: area).places
    where session.isKnown(memory.signal, at: time) {
      // Between characters there is no room for numbers: the present one's alone is told.
      guard !tape.isNarrow || time == session.time else { continue }
      let point = Point(area.left + TapePanel.labelColumns + column + 1, area.top)
      guard let distance = session.distance(memory.signal, at: time, unit: session.unit) else {
        canvas.write(language.text(.edit(.newWord)), at: point, Style(.alert), limit: area.right)
        continue
      }
      canvas.write(distance.text, at: point, distance.style, limit: area.right)
    }
  }
}

extension Difference {
  /// What is shown as a number stands out.
  var style: Style { isShown ? Style(.alert, on: .plain, .strong) : Style(.faint) }
}

extension Session {
  /// How the edited run stands to the original, as a sentence.
  var forkPhrase: EditPhrase? {
    switch forkState {
    case nil: nil
    case .together: .together
    case .apart(let since, let isEnd):
      .apart(since: since + 1, word: words[since], isEnd: isEnd, unitState, model.piece)
    case .again(let since, let from):
      .again(
        since: since + 1, word: words[since], from: from + 1, fromWord: words[from], model.piece)
    }
  }

  /// How the selected unit's memory stands, as far as it has been computed.
  private var unitState: EditPhrase.State {
    let memory = shownMemory
    let known = (0...time).filter { isKnown(memory.signal, at: $0) }
    let apart = known.filter { time in
      distance(memory.signal, at: time, unit: unit)?.isShown ?? true
    }
    let symbol = notation.symbol(memory.role, .general) + notation.index(unit)
    guard let last = known.last else { return .apart }
    guard let end = apart.last else { return .same(symbol) }
    return end == last ? .apart : .again(symbol, from: end + 2, word: words[end + 1])
  }
}
