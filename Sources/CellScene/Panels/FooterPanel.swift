import CellEngine
import Screen

/// The last row: the keys that work now.
struct FooterPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  /// The keys of an 80-column screen in words.
  var told: String {
    entries(in: Rectangle(x: 0, y: 23, columns: 80, rows: 1))
      .map { $0.key + " " + $0.label }.joined(separator: ", ")
  }

  /// As many keys as fit, the most useful ones, in the order of the table.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, Glyph(" ", Style(on: .bar)))
    var x = area.left + 1
    for entry in entries(in: area) {
      x = canvas.write(entry.key, at: Point(x, area.top), Style(.key, on: .bar, .strong)) + 1
      x = canvas.write(entry.label, at: Point(x, area.top), Style(on: .bar)) + 2
    }
  }

  /// Whether nothing lies before what is shown: where a session begins.
  private var isAtStart: Bool {
    session.time == 0 && session.microStep == 0 && session.lesson == nil
      && !session.view.isBackward
  }

  /// A key's place in the footer: a view's own keys come after those for stepping; where a session
  /// begins, the lessons come before what changes the cell.
  private func rank(of binding: KeyMap.Binding) -> Int? {
    if binding.command == .toggleAllPeepholes, session.run.kind.peepholeGates.isEmpty {
      return nil
    }
    if binding.command == .quiz(.toggle) { return session.quiz.isOn ? 1 : nil }
    if binding.command == .lesson(.list), binding.context == .cell, session.view == .cell, isAtStart
    {
      return 4
    }
    guard binding.context == .cell, session.view != .cell else {
      return session.footerRank(of: binding)
    }
    if case .chain(.showHold(let gate)) = binding.command,
      session.run.cell.graph.signal(gate) == nil
    {
      return nil
    }
    if case .chain(let command) = binding.command, let rank = command.rank(in: session.view) {
      return 3 + rank
    }
    return session.footerRank(of: binding).map { $0 < 3 ? $0 : $0 + 10 }
  }

  private func label(of binding: KeyMap.Binding) -> String {
    let closes =
      !binding.context.isView
      && [.showHelp, .showVariants, .whatIf(.edit), .gradient(.check), .lesson(.list)]
        .contains(binding.command)
    let leaves = binding.context == .timeline && binding.command == .timeline(.toggle)
    if closes || leaves { return language.text(.footerClose) }
    if binding.command == .quiz(.toggle) { return language.text(.footerAskNoMore) }
    let isWayBack =
      session.view == .chain && binding.command == .chain(.toggleChain)
      || session.view == .peepholes && binding.command == .chain(.togglePeepholes)
    if isWayBack { return language.text(.chain(.oneCell)) }
    if case .whatIf(.choose) = binding.command {
      let last = Command.whatIf(.choose(min(10, session.editTargets.count)))
      let key = session.keyMap.shortName(of: last, in: .edit)
      return language.text(.edit(.choices(last: key)))
    }
    if binding.command == .toggleNumbers, session.showsNumbers {
      return language.text(.footerSymbols)
    }
    return language.text(.footer(binding.command, session.model.piece))
  }

  /// An entry of the footer.
  private struct Entry {
    let key: String
    let label: String
    /// Whether it stays where others have to go: how to get help, or out of a pop-up.
    let stays: Bool
    var columns: Int { key.columns + label.columns + 3 }
  }

  /// The entries in the order of their use, as many as fit.
  private func entries(in area: Rectangle) -> [Entry] {
    let all = allEntries(in: area)
    let room = area.size.columns
    var used = 0
    var chosen: [Entry] = []
    for entry in all where used + entry.columns <= room {
      used += entry.columns
      chosen.append(entry)
    }
    guard let last = all.last(where: \.stays), !chosen.contains(where: \.stays) else {
      return chosen
    }
    while used + last.columns > room, let gone = chosen.popLast() { used -= gone.columns }
    return chosen + [last]
  }

  /// All that act, the most useful first; the keys that hold gates are one entry.
  private func allEntries(in area: Rectangle) -> [Entry] {
    let context = session.context
    let ranked = session.activeBindings
      .compactMap { binding in rank(of: binding).map { (rank: $0, binding: binding) } }
      .filter { acts($0.binding, in: area) }
      .enumerated().sorted { left, right in
        let (first, second) = (left.element, right.element)
        return (first.binding.context == context ? 0 : 1, first.rank, left.offset)
          < (second.binding.context == context ? 0 : 1, second.rank, right.offset)
      }
      .map(\.element)
    let holds = ranked.map(\.binding).filter(\.command.holdsGate)
    return ranked.map(\.binding).compactMap { binding in
      guard !binding.command.holdsGate || binding == holds.first else { return nil }
      let keys = (binding == holds.first ? holds : [binding]).compactMap(\.keys.first)
      guard !keys.isEmpty else { return nil }
      return Entry(
        key: keys.map(\.shortName).joined(separator: " "),
        label: holds.count > 1 && binding == holds.first
          ? language.text(.chain(.holdGates)) : label(of: binding),
        stays: context.isView ? binding.command == .showHelp : binding.command == .dismiss)
    }
  }

  /// Whether a key does anything here now that can be seen.
  private func acts(_ binding: KeyMap.Binding, in area: Rectangle) -> Bool {
    switch binding.command {
    case .toggleNumbers: return session.view == .cell
    case .previousMicroStep: return !isAtStart
    case .palette: return session.choosesCommands
    case .whatIf(.complete): return session.completesWord
    case .scrollDown, .scrollUp:
      let panel = HelpPanel(session.keyMap, in: session.view.context, language)
      return binding.context != .help || panel.pageCount(above: area) > 1
    case _: return true
    }
  }
}

extension Command {
  /// Whether it opens the pop-up of a gate: the footer names these keys together.
  fileprivate var holdsGate: Bool {
    if case .chain(.showHold) = self { true } else { false }
  }
}
