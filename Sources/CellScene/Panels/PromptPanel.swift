import Screen

/// The line that is being typed, over the sentence below the picture.
struct PromptPanel {
  private let prompt: Prompt
  private let language: Language

  init(_ prompt: Prompt, _ language: Language) {
    self.prompt = prompt
    self.language = language
  }

  /// Draws what was typed with a cursor behind it; the end stays in sight.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let style = Style(on: .popup)
    canvas.fill(area, Glyph(" ", style))
    let mark = language.text(.promptMark(prompt.purpose))
    var x = canvas.write(mark, at: Point(area.left, area.top), style.with(.strong)) + 1
    var text = Substring(prompt.text)
    while text.columns + x + 2 > area.right, !text.isEmpty { text.removeFirst() }
    x = canvas.write(text, at: Point(x, area.top), style.with(.strong))
    canvas.write(" ", at: Point(x, area.top), style.with(.reversed))
    guard prompt.text.isEmpty else { return }
    canvas.write(
      language.text(.promptHint(prompt.purpose)), at: Point(x + 2, area.top),
      Style(.faint, on: .popup), limit: area.right)
  }
}
