import Screen

/// What is open over the picture, and where it stands.
extension Scene {
  /// Draws what is open over the picture.
  func drawPopup(_ layout: ScreenLayout, on canvas: inout Canvas) {
    let footer = layout.footer
    let narration = sentenceAbovePopups(layout)
    switch session.popup {
    case nil: break
    case .variants(let line):
      VariantsPanel(session, language).draw(
        chosen: line, below: narration, above: footer, on: &canvas)
    case .help(let page):
      HelpPanel(session.keyMap, in: session.view.context, language).draw(
        page: page, above: footer, on: &canvas)
    case .hold(let hold):
      HoldPanel(session, language, hold).draw(
        below: narration, above: footer, on: &canvas)
    case .prompt(let prompt):
      switch prompt.purpose {
      case .command: PalettePanel(session, prompt, language).draw(above: footer, on: &canvas)
      case .search, .chain, .edit: drawLine(prompt, layout, on: &canvas)
      }
    case .bookmarks:
      BookmarksPanel(session, language).draw(above: footer, on: &canvas)
    case .edit(let line):
      EditPanel(session, language).draw(chosen: line, below: narration, above: footer, on: &canvas)
    case .why(let inquiry):
      WhyPanel(session, inquiry, language).draw(
        in: layout.roomForQuestion, below: narration, on: &canvas)
    case .lessons(let line, _):
      LessonsPanel(session, language).draw(chosen: line, above: footer, on: &canvas)
    case .export: ExportPanel(session, language).draw(above: footer, on: &canvas)
    case .check(let place):
      CheckPanel(session, place, language).draw(
        above: footer, below: narration, on: &canvas)
    }
  }

  /// Where the view has its sentence.
  private func narration(_ layout: ScreenLayout) -> Rectangle {
    switch session.view {
    case .cell, .gradient: layout.narration
    case .chain: chainLayout?.narration ?? size.lastLine
    case .timeline: heatMapLayout.narration
    case .compare: CompareLayout(session, above: layout.footer).narration
    case .peepholes, .reach, .training: size.lastLine
    }
  }

  /// The line below which pop-ups stand: where the sentence is the last line, they cover half of
  /// the picture as in the cell's view.
  private func sentenceAbovePopups(_ layout: ScreenLayout) -> Rectangle {
    switch session.view {
    case .chain, .compare: narration(layout)
    case .cell, .gradient, .timeline, .peepholes, .reach, .training: layout.narration
    }
  }

  /// A typed line stands where the view has its sentence.
  private func drawLine(_ prompt: Prompt, _ layout: ScreenLayout, on canvas: inout Canvas) {
    var remark = ""
    if prompt.purpose == .search {
      let count = session.textSearch(for: prompt.text)?.places(in: session.tokens).count ?? 0
      remark = language.text(.find(.matches(count)))
    }
    PromptPanel(prompt, session, remark: remark, language).draw(
      in: narration(layout), on: &canvas)
  }
}
