import CellEngine

/// What the session's view shows as its one idea, in words.
struct ViewTelling {
  /// The view's name and headings, told where they are new.
  private(set) var headings: [String] = []
  /// What is told after every line of keys.
  private(set) var sentences: [String] = []
  /// What is listed, told where it is new.
  private(set) var details: [String] = []

  private let session: Session
  private var language: Language { session.language }

  init(_ session: Session) {
    self.session = session
    switch session.view {
    case .cell: tellCell()
    case .chain: tellChain()
    case .peepholes: tellPeepholes()
    case .timeline: tellTimeline()
    case .gradient: tellGradient()
    case .reach: tellReach()
    case .compare: tellComparison()
    case .training: tellTraining()
    }
  }

  private mutating func tellCell() {
    headings = [language.text(.chain(.oneCell))]
    sentences = [placed(.narration(session.narration))]
  }

  private mutating func tellGradient() {
    headings = [titled(.gradient(.title), language.text(.gradient(session.lossPhrase)))]
    let narration = session.backwardNarration(Backpass(session))
    sentences = [placed(.gradient(.narration(narration)))]
  }

  private mutating func tellReach() {
    let panel = ReachPanel(session, language)
    headings = [language.text(panel.heading)]
    sentences = [language.text(panel.narration)]
    details = panel.told
  }

  private mutating func tellChain() {
    headings = [language.text(.command(.chain(.toggleChain)))]
    sentences = [placed(.narration(session.narration))]
    details = LedgerPanel(session, language).told
  }

  private mutating func tellPeepholes() {
    let panel = PeepholesPanel(session, language)
    headings = [titled(.footer(.chain(.togglePeepholes)), language.text(.chain(panel.heading)))]
    sentences = [placed(.narration(session.narration))]
    details = panel.told
  }

  private mutating func tellTimeline() {
    let title = HeatMapTitle(session, steps: session.tokens.indices, language)
    headings = [titled(.footer(.timeline(.toggle)), title.told)]
    sentences = [placed(.timeline(session.timelineNarration(hasArrows: false)))]
  }

  private mutating func tellComparison() {
    sentences = [placed(.narration(session.narration))]
    guard let other = session.other, let comparison = session.comparison else { return }
    headings = [session.sideTitle(isOther: false), other.sideTitle(isOther: true)].map {
      language.text($0)
    }
    let table = CompareTable(session, other, language)
    sentences += table.told.map { [$0] } ?? []
    details = table.toldCosts + [language.text(session.tie(to: other, comparison))]
  }

  private mutating func tellTraining() {
    guard let training = session.training else { return }
    let unit = Phrase.unitOf(min(session.unit + 1, training.unitCount), training.unitCount)
    headings = [
      titled(
        .training(.header), listed([training.kind.graph.name, language.text(unit)]))
    ]
    sentences = TrainingScene.told(session, training, language)
  }

  /// A sentence behind the place in the text and the step in the order of the view.
  private func placed(_ sentence: Phrase) -> String {
    let last = session.lastMicroStep
    let place = LinearPhrase.place(
      session.model.piece, session.words[session.time], number: session.time + 1,
      of: session.lastTime + 1,
      step: (session.view.isBackward ? last - session.microStep : session.microStep) + 1,
      ofSteps: last + 1)
    return language.text(.linear(place)) + " " + language.text(sentence)
  }

  private func titled(_ title: Phrase, _ text: String) -> String {
    language.text(.linear(.titled(language.text(title), text)))
  }

  private func listed(_ texts: [String]) -> String { language.text(.linear(.listed(texts))) }
}
