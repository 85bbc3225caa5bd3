import CellEngine
import Screen

/// The first row: which cell, which model, where we are.
struct HeaderPanel {
  private let session: Session
  private let language: Language

  init(_ session: Session, _ language: Language) {
    self.session = session
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, Glyph(" ", Style(on: .bar)))
    let identity = identity
    let least = identity.reduce(1) { $0 + $1.text.columns + $1.gap }
    let mustStay = least - (identity.last.map { $0.text.columns + $0.gap } ?? 0)
    var right = position
    func width() -> Int { right.reduce(0) { $0 + $1.text.columns + 2 } }
    // Where the peephole weights come from comes first: the tape names the unit, the sentence below
    // the picture the step.
    if least + width() > area.size.columns { right.removeFirst() }
    if mustStay + width() > area.size.columns { right.removeLast() }
    let start = area.right - width()
    var x = start
    for part in right {
      x = canvas.write(part.text, at: Point(x, area.top), part.style) + 2
    }
    x = 1
    for part in identity {
      guard x + part.text.columns < start else { break }
      x = canvas.write(part.text, at: Point(x, area.top), part.style) + part.gap
    }
  }

  private typealias Part = (text: String, style: Style, gap: Int)

  private var identity: [Part] {
    let plain = Style(on: .bar)
    let strong = Style(.memory, on: .bar, .strong)
    var parts: [Part] = [(session.run.cell.graph.name, strong, 2)]
    if session.view.context == .gradient {
      let name = language.text(.gradient(.title))
      parts.append(("← " + name, Style(.alert, on: .bar, .strong), 2))
    }
    if !session.run.kind.peepholeGates.isEmpty { parts += peepholes }
    let changed = Style(.alert, on: .bar, [.strong, .reversed])
    if session.isWhatIf { parts.append((language.text(.whatIf), changed, 2)) }
    if let updates = session.takenUpdates {
      parts.append((language.text(.training(.taken(updates: updates))), changed, 2))
    }
    for phrase in session.heldSummary {
      parts.append((language.text(phrase), Style(.alert, on: .bar, .strong), 2))
    }
    parts.append((session.model.name, plain, 2))
    return parts
  }

  /// Whether there are peepholes, and where their weights come from.
  private var peepholes: [Part] {
    let plain = Style(on: .bar)
    let peephole = Style(.peephole, on: .bar, .strong)
    let name: Part = (language.text(.peepholes), plain, 1)
    guard let origin = session.peepholeOrigin else {
      let state = language.text(session.peepholesAreCut ? .cut : .off)
      return [name, ("○", plain, 1), (state, plain, 2)]
    }
    return [
      name, ("●", peephole, 1), (gatesWithPeephole, peephole, 1),
      (language.text(.origin(origin)), plain, 2),
    ]
  }

  /// “on”, or the gates that have a peephole if not all have.
  private var gatesWithPeephole: String {
    let kind = session.run.kind
    let on = kind.peepholeGates.filter { kind.isOn(.peephole($0)) }
    guard on.count < kind.peepholeGates.count else { return language.text(.on) }
    return on.map(session.notation.bareSymbol).joined(separator: " ")
  }

  private var position: [Part] {
    let plain = Style(on: .bar)
    let strong = plain.with(.strong)
    var parts: [Part] = []
    parts.append(
      (language.text(.unitOf(session.unit + 1, session.run.cell.unitCount)), plain, 2))
    if session.isPlaying {
      let rate = language.text(.playRate(Session.speeds[session.speed]))
      parts.append((rate, Style(.alert, on: .bar, .strong), 2))
    }
    if let count = session.count {
      parts.append((language.text(.countTyped(count)), Style(.alert, on: .bar, .strong), 2))
    }
    parts.append((language.text(.timeOf(session.time + 1, session.tokens.count)), strong, 2))
    parts.append(
      (language.text(.stepOf(stepNumber, session.lastMicroStep + 1)), plain, 2))
    let names = session.run.microSteps.map(name)
    let widest = names.map(\.columns).max() ?? 0
    let stage = names[session.microStep]
    let filled = stage + String(repeating: " ", count: widest - stage.columns)
    parts.append((filled, Style(.memory, on: .bar, .strong), 1))
    return parts
  }

  /// The number of the micro-step in the order of the view, from 1.
  private var stepNumber: Int {
    session.view.isBackward
      ? session.lastMicroStep - session.microStep + 1 : session.microStep + 1
  }

  /// The symbol of what a micro-step computes.
  private func name(_ stage: MicroStep) -> String {
    switch stage {
    case .arrival: return language.text(.arrivalName)
    case .prediction: return session.notation.prediction(.general)
    case .computation(let signal):
      return session.run.cell.graph.expression(of: signal, session.notation, at: .general)
        .map(\.text).joined().replacingSpaces
    }
  }
}

extension String {
  /// The same text without spaces, where room is dear.
  var replacingSpaces: String { String(filter { $0 != " " }) }
}

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
    entries(within: 78).map { $0.key + " " + $0.label }.joined(separator: ", ")
  }

  /// As many keys as fit, the most useful ones, in the order of the table.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    canvas.fill(area, Glyph(" ", Style(on: .bar)))
    var x = area.left + 1
    for entry in entries(within: area.size.columns - 2) {
      x = canvas.write(entry.key, at: Point(x, area.top), Style(.key, on: .bar, .strong)) + 1
      x = canvas.write(entry.label, at: Point(x, area.top), Style(on: .bar)) + 2
    }
  }

  /// A key's place in the footer: a view's own keys come after those for stepping.
  private func rank(of binding: KeyMap.Binding) -> Int? {
    if binding.command == .toggleAllPeepholes, session.run.kind.peepholeGates.isEmpty {
      return nil
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
      && [.showHelp, .showVariants, .whatIf(.edit), .gradient(.check)].contains(binding.command)
    let leaves = binding.context == .timeline && binding.command == .timeline(.toggle)
    if closes || leaves { return language.text(.footerClose) }
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
    return language.text(.footer(binding.command))
  }

  private func entries(within columns: Int) -> [(key: String, label: String)] {
    let context = session.context
    let ranked = session.keyMap.active(in: context)
      .compactMap { binding in rank(of: binding).map { (rank: $0, binding: binding) } }
      .sorted { left, right in
        (left.binding.context == context ? 0 : 1, left.rank)
          < (right.binding.context == context ? 0 : 1, right.rank)
      }
    var used = 0
    var chosen: [(key: String, label: String)] = []
    var help: (key: String, label: String)?
    let holds = ranked.map(\.binding).filter(\.command.holdsGate)
    for (_, binding) in ranked where !binding.command.holdsGate || binding == holds.first {
      let keys = (binding == holds.first ? holds : [binding]).compactMap(\.keys.first)
      guard !keys.isEmpty else { continue }
      let entry = (
        key: keys.map(\.shortName).joined(separator: " "),
        label: holds.count > 1 && binding == holds.first
          ? language.text(.chain(.holdGates)) : label(of: binding)
      )
      if binding.command == .showHelp, context.isView {
        help = entry
      }
      let width = entry.key.columns + entry.label.columns + 3
      guard used + width <= columns + 2 else { continue }
      used += width
      chosen.append(entry)
    }
    if let help, !chosen.contains(where: { $0.key == help.key }) {
      while used + help.key.columns + help.label.columns + 3 > columns + 2,
        let last = chosen.popLast()
      {
        used -= last.key.columns + last.label.columns + 3
      }
      chosen.append(help)
    }
    return chosen
  }
}

extension Command {
  /// Whether it opens the pop-up of a gate: the footer names these keys together.
  fileprivate var holdsGate: Bool {
    if case .chain(.showHold) = self { true } else { false }
  }
}
