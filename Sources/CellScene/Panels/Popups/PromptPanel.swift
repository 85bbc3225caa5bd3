import CellEngine
import Screen

/// The line that is being typed, over the sentence below the picture.
struct PromptPanel {
  private let prompt: Prompt
  private let session: Session
  private let remark: String
  private let language: Language

  /// - Parameter remark: what there is to say about what has been typed.
  init(_ prompt: Prompt, _ session: Session, remark: String = "", _ language: Language) {
    self.prompt = prompt
    self.session = session
    self.remark = remark
    self.language = language
  }

  /// Draws what was typed with a cursor behind it; the end stays in sight.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let style = Style(on: .popup)
    canvas.fill(area, Glyph(" ", style))
    let mark = language.text(mark)
    var x = canvas.write(mark, at: Point(area.left, area.top), style.with(.strong)) + 1
    var text = Substring(prompt.text)
    // What is wrong with a line must be seen whole; its end is what is typed on.
    let fault = fault(within: area.size.columns / 2)
    let end = area.right - 2 - (fault.map { $0.columns + 2 } ?? 0)
    while text.columns + x > end, !text.isEmpty { text.removeFirst() }
    x = canvas.write(String(text), at: Point(x, area.top), style.with(.strong))
    canvas.write(" ", at: Point(x, area.top), style.with(.reversed))
    if let fault {
      canvas.write(
        fault, at: Point(x + 2, area.top), Style(.alert, on: .popup, .strong), limit: area.right)
    } else if case .edit = prompt.purpose {
      writeHint(at: Point(x + 2, area.top), limit: area.right - 1, on: &canvas)
    } else {
      canvas.write(
        prompt.text.isEmpty ? language.text(session.hint(for: prompt)) : remark,
        at: Point(x + 2, area.top), Style(.faint, on: .popup), limit: area.right)
    }
  }

  /// Why the line that stays open could not be taken.
  private func fault(within room: Int) -> String? {
    session.notice.map {
      language.text(.notice($0, session.keyMap, session.model.piece), within: room).shortened(
        to: room)
    }
  }

  /// What can be typed here, as far as it fits.
  private func writeHint(at point: Point, limit: Int, on canvas: inout Canvas) {
    let room = limit - point.x
    var hint = session.hint(for: prompt)
    // Each takes two columns at least.
    if case .edit(.completions(let words)) = hint {
      hint = .edit(.completions(Array(words.prefix(max(1, room)))))
    }
    while case .edit(.completions(let words)) = hint, language.text(hint).columns > room,
      words.count > 1
    {
      hint = .edit(.completions(words.dropLast()))
    }
    canvas.write(
      language.text(hint, within: room), at: point, Style(.faint, on: .popup), limit: limit)
  }

  private var mark: Phrase {
    if case .edit(let target) = prompt.purpose { return .edit(session.mark(for: target)) }
    return .promptMark(prompt.purpose)
  }
}
