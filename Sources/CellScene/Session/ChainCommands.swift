import CellEngine
import Screen

extension Session {
  /// Does what a command about the chain says.
  mutating func perform(chain command: ChainCommand) {
    switch command {
    case .toggleChain: view = view == .chain ? .cell : .chain
    case .togglePeepholes: view = view == .peepholes ? .cell : .peepholes
    case .showHold(let gate): showHold(gate)
    case .holdShut: hold(.held(0))
    case .holdOpen: hold(.held(1))
    case .release: hold(.computed)
    case .toggleRange:
      guard case .hold(var hold) = popup else { return }
      hold.isOnward.toggle()
      popup = .hold(hold)
    case .typeValue:
      guard case .hold(let hold) = popup else { return }
      let symbol = notation.bareSymbol(hold.gate)
      popup = .prompt(Prompt(.chain(.gate(hold, symbol: symbol))))
    case .typeInitial: typeInitial()
    }
  }

  /// The gate's pop-up; a cell without the gate says so.
  private mutating func showHold(_ gate: Role) {
    var wanted = HoldPopup(gate: gate)
    if case .hold(let open) = popup {
      wanted.isOnward = open.isOnward
      if open.gate == gate {
        popup = nil
        return
      }
    }
    guard run.cell.graph.signal(gate) != nil else {
      notice = .chain(.noGate(gate, cell: run.cell.graph.name))
      return
    }
    popup = .hold(wanted)
  }

  /// Holds or releases the gate of the open pop-up and closes it.
  private mutating func hold(_ setting: GateClamps.Setting) {
    guard case .hold(let hold) = popup else { return }
    popup = nil
    set(hold, to: setting)
  }

  private mutating func set(_ hold: HoldPopup, to setting: GateClamps.Setting) {
    let steps: Clamp.Steps = hold.isOnward ? .from(time) : .at(time)
    change { $0.edits.clamps.set(hold.gate, to: setting, at: steps) }
    let symbol = notation.bareSymbol(hold.gate)
    switch setting {
    case .held(let value):
      notice = .chain(
        .held(
          hold.gate, symbol: symbol, value: Figure.short(value), word: time + 1,
          isOnward: hold.isOnward, coupled: gateCoupled(with: hold.gate, at: steps)))
    case .computed:
      notice = .chain(
        .released(hold.gate, symbol: symbol, word: time + 1, isOnward: hold.isOnward))
    }
  }

  /// What the gate does that a held one is coupled with; nil if there is none or it is held too.
  private func gateCoupled(with gate: Role, at steps: Clamp.Steps) -> CoupledGate? {
    let graph = run.cell.graph
    guard let held = graph.signal(gate) else { return nil }
    func isHeldToo(_ other: Role) -> Bool {
      experiment.edits.clamps.spans.contains {
        $0.gate == other && $0.first <= steps.last ?? .max && steps.first <= $0.last ?? .max
      }
    }
    if case .complement(let other) = graph[held].operation {
      return graph[other].role.flatMap {
        isHeldToo($0) ? nil : .isComputed(notation.bareSymbol($0))
      }
    }
    let complements = graph.readers(of: held).filter { graph[$0].operation == .complement(held) }
    return complements.compactMap { graph[$0].role }.first.flatMap {
      isHeldToo($0) ? nil : .follows(notation.bareSymbol($0))
    }
  }

  /// The state that can be set before the first word: the memory, or what a cell without one carries.
  private mutating func typeInitial() {
    let role = shownMemory.role
    let symbol = notation.stateSymbol(role, before: 0)
    popup = .prompt(Prompt(.chain(.initial(role, unit: unit, symbol: symbol))))
  }

  /// Does what a typed line about the memory line says.
  mutating func accept(_ prompt: ChainPrompt, _ text: String) {
    guard !text.allSatisfy({ $0 == " " }) else { return }
    let number: Double
    do throws(NumberText.Fault) {
      number = try NumberText.value(of: text.filter { $0 != " " })
    } catch {
      let why: Notice =
        if case .gate = prompt {
          .chain(.noShare(text))
        } else {
          .edit(error == .tooLarge ? .tooLarge(text) : .notANumber(text))
        }
      return refuse(text, .chain(prompt), why)
    }
    switch prompt {
    case .gate(let hold, _):
      guard (0...1).contains(number) else {
        return refuse(text, .chain(prompt), .chain(.noShare(text)))
      }
      set(hold, to: .held(number))
    case .initial(let role, let unit, let symbol):
      change { $0.edits.numbers[.initial(role, unit: unit)] = number == 0 ? nil : number }
      notice = .chain(
        .started(symbol: symbol, value: Figure.label(number, sign: .always), unit: unit + 1))
    }
  }
}

extension Session {
  /// The gates of this cell that are held at a step, with symbol and value.
  func heldGates(at step: Int) -> [(gate: Role, symbol: String, value: String)] {
    Role.allCases.compactMap { gate in
      guard case .held(let value) = experiment.edits.clamps.setting(of: gate, at: step),
        run.cell.graph.signal(gate) != nil
      else { return nil }
      return (gate, notation.bareSymbol(gate), Figure.short(value))
    }
  }

  /// Whether a signal is held at a step, or set for the selected unit, instead of computed.
  func isHeld(_ signal: SignalID, at step: Int) -> Bool {
    if isSet(signal, at: step) { return true }
    let graph = run.cell.graph
    guard let role = graph[signal].role, !graph.isGiven(signal) else { return false }
    return experiment.edits.clamps.setting(of: role, at: step) != .computed
  }

  /// What stands behind a number that was put in the place of the computed one; nil if none was.
  func markOfHand(_ place: ValuePlace) -> ChainPhrase? {
    if isSet(place) { return .setByHand }
    return run.interventions.contains(place, in: run.cell.graph) ? .held : nil
  }

  /// The wire that leads only to gates that are held: nothing reads what it carries.
  func wiresIntoHeldGates(of diagram: Diagram, at step: Int) -> [Int: Set<Point>] {
    let held = diagram.graph.signals.filter { isHeld($0, at: step) }
    return held.isEmpty
      ? [:] : diagram.points(leadingOnlyTo: Set(held.map(Diagram.Subject.signal)))
  }

  /// What stands in the box of a signal: its operation, or the value that it is held at.
  func boxLabel(of signal: SignalID, at step: Int, within columns: Int) -> String {
    let graph = run.cell.graph
    let operation = notation.boxLabel(graph[signal].operation)
    guard let role = graph[signal].role, isHeld(signal, at: step),
      case .held(let value) = experiment.edits.clamps.setting(of: role, at: step)
    else { return operation }
    let text = "=" + Figure.short(value)
    return text.columns <= columns ? text : "="
  }

  /// What is held or set, as the header says it: `Γf=1 Γu=0 t≥2`.
  var heldSummary: [Phrase] {
    var groups: [(first: Int, last: Int?, texts: [String])] = []
    for span in experiment.edits.clamps.spans where run.cell.graph.signal(span.gate) != nil {
      let text = notation.bareSymbol(span.gate) + "=" + Figure.short(span.value)
      if let place = groups.firstIndex(where: { ($0.first, $0.last) == (span.first, span.last) }) {
        groups[place].texts.append(text)
      } else {
        groups.append((span.first, span.last, [text]))
      }
    }
    return groups.map { group in
      .chain(
        .heldAt(
          group.texts.joined(separator: " "), first: group.first + 1,
          last: group.last.map { $0 + 1 }))
    }
  }
}

extension Figure {
  /// A number without zeros at its end: `1`, `0`, `.5`.
  static func short(_ value: Double) -> String {
    var text = text(value, 3)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text.isEmpty || text == "−" ? "0" : text
  }
}
