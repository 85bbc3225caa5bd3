import CellEngine

/// A slope with as many decimals as it needs so that it is not written as 0, six at most.
struct ShownSlope: Hashable {
  /// How the slope stands to the text: `=`, or `<` and `>` where all six decimals are 0 and the text
  /// is their last digit.
  let relation: Character
  /// The digits.
  let text: String

  /// Writes a slope.
  init(_ slope: Double) {
    let decimals = Self.decimals(slope)
    let isBelow = slope != 0 && Figure.rounded(slope, decimals) == 0
    let last = (slope < 0 ? -1 : 1) / Figure.powerOfTen(decimals)
    relation = !isBelow ? "=" : slope < 0 ? ">" : "<"
    text = Figure.text(isBelow ? last : slope, decimals, sign: .always)
  }

  /// The decimals that a slope is written with.
  static func decimals(_ slope: Double) -> Int {
    let least = Figure.labelDecimals(slope)
    return (least...6).first { slope == 0 || Figure.rounded(slope, $0) != 0 } ?? 6
  }
}

/// What one signal passes back to another, with the numbers of the selected unit.
struct WorkedShare: Hashable {
  /// Who passes it on: the loss, the next word, or a signal.
  enum Source: Hashable {
    case loss
    case next(word: String)
    case signal(String)
    /// All units of a signal, through a matrix.
    case allUnits(String)
  }

  /// Who passes it on.
  let source: Source
  /// Who gets it.
  let target: String
  /// The role whose ink the target has.
  let role: Role?
  /// The rule with its numbers: `+.12 × .97`.
  let worked: String
  /// What the rule multiplies by: `tanh′ .97`; empty if it is no product.
  let factor: String
  /// The share.
  let value: Double
  /// Whether it is made of what all units pass back.
  var isOfAllUnits: Bool {
    if case .allUnits = source { true } else { false }
  }
  /// The share as it is written.
  var shown: ShownSlope { ShownSlope(value) }
}

extension Session {
  /// What the shown stage passes back; behind the loss nothing comes from the next word.
  func workedShares(_ pass: Backpass) -> [WorkedShare] {
    let shares = pass.stage.shares.filter { share in
      if case .nextStep = share.source { time < loss.step } else { true }
    }
    return shares.map { worked($0, pass) }
  }

  private func worked(_ share: AdjointShare, _ pass: Backpass) -> WorkedShare {
    let graph = run.cell.graph
    let value = pass.scaled(share.values[shownPlace(of: share.target).unit])
    let (worked, factor) = text(of: share, value: value, pass)
    return WorkedShare(
      source: source(of: share), target: adjointSymbol(of: share.target),
      role: graph.colourRole(of: share.target), worked: worked, factor: factor, value: value)
  }

  private func source(of share: AdjointShare) -> WorkedShare.Source {
    switch share.source {
    case .objective: .loss
    case .nextStep: .next(word: time < lastTime ? words[time + 1] : "")
    case .signal(let signal):
      if case .transposed = share.rule {
        .allUnits(adjointSymbol(of: signal, ofAllUnits: true))
      } else {
        .signal(adjointSymbol(of: signal))
      }
    }
  }

  /// What people write for a signal where its adjoint stands beside it; a swallowed sum is Σ.
  ///
  /// - Parameter ofAllUnits: whether it stands without the selected unit's number.
  func adjointSymbol(of signal: SignalID, ofAllUnits: Bool = false) -> String {
    if let reader = run.cell.graph.readerThatSwallows(signal) {
      return "Σ" + adjointSymbol(of: reader, ofAllUnits: ofAllUnits)
    }
    let isNamed = run.cell.graph[signal].role != nil
    if ofAllUnits || !isNamed { return symbol(ofAllUnits: signal, at: time) }
    return symbol(of: .value(shownPlace(of: signal)))
  }

  /// The rule with its numbers, which make the share as it is shown, and its second factor.
  private func text(of share: AdjointShare, value: Double, _ pass: Backpass) -> (String, String) {
    guard case .signal(let source) = share.source else {
      return (share.source == .objective && model.predicts ? notation.lossSlope : "", "")
    }
    if isHeld(source, at: time) { return (language.text(.chain(.held)), "") }
    let adjoint = pass.adjoint(source, unit: unit)
    func places(_ factor: Double) -> Int {
      let decimals = ShownSlope.decimals(value)
      let least = max(ShownSlope.decimals(adjoint), ShownSlope.decimals(factor))
      return (least...9).first { places in
        let shown = Figure.rounded(adjoint, places) * Figure.rounded(factor, places)
        return Figure.rounded(shown, decimals) == Figure.rounded(value, decimals)
      } ?? 9
    }
    func product(_ factor: Double, _ name: String = "") -> (String, String) {
      let places = places(factor)
      let second = name + Figure.text(factor, places)
      return (Figure.text(adjoint, places, sign: .always) + " × " + second, second)
    }
    switch share.rule {
    case .pass: return (Figure.text(adjoint, places(1), sign: .always) + " × 1", "")
    case .negate: return ("−(" + Figure.label(adjoint, sign: .always) + ")", "")
    case .times(let other): return product(run.trace[other, time, unit])
    case .slope(let function):
      let slope = function.derivative(atValue: run.trace[source, time, unit])
      return product(slope, notation.slope(function) + " ")
    case .peephole(let parameter):
      let name = notation.peephole(run.cell.graph[parameter].target)
      return product(Array(run.cell[parameter])[unit], name + " ")
    case .transposed(let parameter):
      let weight = notation.weight(run.cell.graph[parameter].target)
      return (weight + "ᵀ · Σ", "")
    }
  }
}
