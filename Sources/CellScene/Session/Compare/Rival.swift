public import CellEngine

/// What the present cell can be compared with.
public enum Rival: Hashable, Sendable {
  /// Another model, as it was trained, by its place in the session.
  case model(Int)
  /// The same cell with its peepholes the other way.
  case peepholes
  /// The same cell with one switch the other way.
  case variant(CellSwitch)
  /// The same cell without the edits.
  case original
  /// What there was before the last change.
  case lastChange
}

/// What keys ask for to compare.
public enum CompareCommand: Hashable, Sendable {
  /// Opens or closes the comparison.
  case toggle
  /// Compares with the next thing there is.
  case nextRival
  /// Measures what a time step takes.
  case measure
}

/// What there is to say about a comparison.
public enum CompareNotice: Hashable, Sendable {
  /// The cell is compared with something.
  case comparing(Rival, cell: String, model: String)
  /// It is compared with itself, one switch set otherwise.
  case comparingVariant(CellSwitch, symbol: String, choice: Choice)
  /// There is nothing that it could be compared with.
  case nothing
  /// It can only be measured there.
  case measuredThere
  /// The time of a step was measured, for this cell and the other.
  case measured
}

/// A second run in lock-step with the session's own.
struct Comparison: Sendable {
  /// What it is.
  let rival: Rival
  /// What was run.
  let experiment: Experiment
  /// Its values.
  let run: Run
  /// For each word here its place there; nil for a word that is not there.
  let places: [Int?]
  /// Whether both have the weights of one model, so that unit stands for unit.
  let isSameModel: Bool
}

extension Session {
  /// What there is to compare with now, in the order of the key.
  public var rivals: [Rival] {
    let inTurn = (0..<turnCount).map { (placeInTurn + $0) % turnCount }
    let isInStep = { (model: Int) in !reads(model, againstTheOrderOf: experiment.model) }
    var rivals = inTurn.filter { $0 != experiment.model && isInStep($0) }.map(Rival.model)
    if !run.kind.peepholeGates.isEmpty { rivals.append(.peepholes) }
    rivals += run.kind.contrasts.map(Rival.variant).filter { self.experiment(of: $0) != experiment }
    if isWhatIf { rivals.append(.original) }
    if let last = history.past.last, isInStep(last.experiment.model) { rivals.append(.lastChange) }
    return rivals
  }

  /// What is run for a rival.
  private func experiment(of rival: Rival) -> Experiment? {
    switch rival {
    case .model(let place):
      return Experiment(model: place, kind: models[place].kind, tokens: tokens)
    case .peepholes:
      var other = experiment
      other.kind = run.kind.withPeepholesToggled
      return other
    case .variant(let option):
      var other = experiment
      other.kind = other.kind.setting(option, to: !other.kind.isOn(option))
      return other
    case .original: return experiment.unedited
    case .lastChange: return history.past.last?.experiment
    }
  }

  /// Runs what the cell is compared with anew; without anything to compare with, one cell is shown.
  ///
  /// What the user chose stays chosen while it is not there, so that undo brings it back.
  mutating func refreshComparison() {
    comparison = nil
    guard view == .compare else { return }
    let rivals = rivals
    let wanted = rival.flatMap { rivals.contains($0) ? $0 : nil } ?? rivals.first
    guard let wanted, let other = experiment(of: wanted) else {
      view = .cell
      return
    }
    comparison = Comparison(
      rival: wanted, experiment: other, run: Run(models[other.model], other),
      places: Alignment.places(of: tokens, in: other.tokens),
      isSameModel: other.model == experiment.model)
  }

  /// Does what a key of the comparison asks for.
  mutating func perform(compare command: CompareCommand) -> Effect {
    switch command {
    case .toggle where view == .compare:
      view = .cell
      refreshComparison()
    case .toggle: openComparison()
    case .nextRival where view == .compare:
      let rivals = rivals
      let next =
        comparison.flatMap { rivals.firstIndex(of: $0.rival) }.map { ($0 + 1) % rivals.count } ?? 0
      rival = rivals[next]
      openComparison()
    case .nextRival: openComparison()
    case .measure:
      if view == .compare { return .measure }
      notice = .compare(.measuredThere)
    }
    return .show
  }

  private mutating func openComparison() {
    view = .compare
    refreshComparison()
    guard let comparison else {
      notice = .compare(.nothing)
      return
    }
    if case .variant(let option) = comparison.rival {
      notice = .compare(
        .comparingVariant(
          option, symbol: symbol(of: option),
          choice: choice(option, isOn: comparison.run.kind.isOn(option))))
      return
    }
    notice = .compare(
      .comparing(
        comparison.rival, cell: comparison.run.cell.graph.name,
        model: models[comparison.experiment.model].name))
  }
}
