import Screen

/// The line that is being typed, over the sentence below the picture.
struct PromptPanel {
  private let prompt: Prompt
  private let remark: String
  private let language: Language

  /// - Parameter remark: what there is to say about what has been typed.
  init(_ prompt: Prompt, remark: String = "", _ language: Language) {
    self.prompt = prompt
    self.remark = remark
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
    canvas.write(
      prompt.text.isEmpty ? language.text(.promptHint(prompt.purpose)) : remark,
      at: Point(x + 2, area.top), Style(.faint, on: .popup), limit: area.right)
  }
}
