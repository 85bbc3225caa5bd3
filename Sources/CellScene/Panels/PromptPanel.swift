import Screen

/// The line that is being typed, over the sentence below the picture.
struct PromptPanel {
  private let prompt: Prompt
  private let session: Session
  private let language: Language

  init(_ prompt: Prompt, _ session: Session, _ language: Language) {
    self.prompt = prompt
    self.session = session
    self.language = language
  }

  /// Draws what was typed with a cursor behind it; the end stays in sight.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let style = Style(on: .popup)
    canvas.fill(area, Glyph(" ", style))
    let mark = language.text(mark)
    var x = canvas.write(mark, at: Point(area.left, area.top), style.with(.strong)) + 1
    var text = Substring(prompt.text)
    while text.columns + x + 2 > area.right, !text.isEmpty { text.removeFirst() }
    x = canvas.write(text, at: Point(x, area.top), style.with(.strong))
    canvas.write(" ", at: Point(x, area.top), style.with(.reversed))
    guard prompt.text.isEmpty || prompt.purpose != .command else { return }
    let room = area.right - x - 3
    var hint = session.hint(for: prompt)
    while case .edit(.completions(let words)) = hint, language.text(hint).columns > room,
      words.count > 1
    {
      hint = .edit(.completions(words.dropLast()))
    }
    let long = language.text(hint)
    canvas.write(
      long.columns <= room ? long : language.shortText(hint), at: Point(x + 2, area.top),
      Style(.faint, on: .popup), limit: area.right - 1)
  }

  private var mark: Phrase {
    switch prompt.purpose {
    case .command: .promptMark(.command)
    case .edit(let target): .edit(session.mark(for: target))
    }
  }
}
