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
    let mustStay = identity.dropLast().reduce(1) { $0 + $1.text.columns + $1.gap }
    var right = position
    func width() -> Int { right.reduce(0) { $0 + $1.text.columns + 2 } }
    // Where the peephole weights come from and the unit come first: the model's name stands in few
    // places, but changes seldom, and the sentence below the picture names the step.
    if mustStay + width() > area.size.columns { right.removeLast() }
    if mustStay + width() > area.size.columns {
      // On a narrow screen the tape alone names the unit.
      right.remove(at: area.size.columns < Self.unitColumns ? 0 : right.count - 1)
    }
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

  /// From this width on the header always names the unit.
  private static let unitColumns = 80

  private typealias Part = (text: String, style: Style, gap: Int)

  private var identity: [Part] {
    let plain = Style(on: .bar)
    let strong = Style(.memory, on: .bar, .strong)
    var parts: [Part] = [(session.run.cell.graph.name, strong, 2)]
    // Weights of 0 are nothing that the model has learnt, however lively the numbers around them; where
    // none are named, the name of the model alone would be taken for the whole truth.
    let zeros = session.untrainedMatrices
    if session.isAltered, zeros.isEmpty {
      parts.append((language.text(.altered), Style(.alert, on: .bar), 2))
    }
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
    if !zeros.isEmpty {
      let names = zeros.prefix(2).joined(separator: ", ") + (zeros.count > 2 ? " …" : "")
      parts.append((names + " = 0", Style(.alert, on: .bar), 2))
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
    let on = kind.gatesWithPeephole
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
    case .prediction: return session.outputSymbol(.general)
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
