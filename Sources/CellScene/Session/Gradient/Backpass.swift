import CellEngine
import Screen

/// The backward pass as far as the shown place: which adjoints are complete, and what flows now.
///
/// The micro-step of the session is the one that is being undone: the prediction first.
struct Backpass {
  /// The stage that is shown.
  let stage: BackwardMicroStep
  /// All adjoints of all steps; only those that are complete may be shown.
  let gradient: Gradient<Double>
  /// The numbers are shown in tens to this power, so that the first ones can be read.
  let exponent: Int
  /// The magnitude that a full bar stands for, in the shown power of ten.
  ///
  /// The largest slope of the loss by what it reads itself, rounded up to a 1, 2 or 5 with zeros: the same at every
  /// word.
  let fullBar: Double
  private let complete: Set<SignalID>
  private let passed: [AdjointShare]
  private let time: Int

  /// Goes back to the shown place of a session.
  init(_ session: Session) {
    let (cell, trace) = (session.run.cell, session.run.trace)
    let objective = session.objective
    let clamps = session.run.interventions
    gradient = cell.gradient(
      of: objective, in: trace, interventions: clamps, backTo: session.time)
    let stages = cell.backwardMicroSteps(
      at: session.time, of: objective, in: trace, gradient: gradient,
      interventions: clamps)
    let last = session.lastMicroStep - session.microStep
    stage = stages[last]
    complete = Set(stages[...last].flatMap(\.completed))
    passed = stages[...last].flatMap(\.shares)
    time = session.time
    let direct = objective.directSlopes(in: trace, of: cell.graph).values
    let largest = direct.map(\.magnitude).max() ?? 0
    exponent = Self.exponent(of: largest)
    fullBar = Self.roundedUp(largest * Figure.powerOfTen(-exponent))
  }

  /// The power of ten in which a size has one digit before the point; 0 from a tenth on.
  private static func exponent(of size: Double) -> Int {
    guard size > 0, size < 0.1 else { return 0 }
    return (1...15).first { size * Figure.powerOfTen($0) >= 1 }.map { -$0 } ?? -15
  }

  /// The next of 1, 2, 5, 10 and so on, a tenth at least; 1 where the size is 0 or no number.
  private static func roundedUp(_ size: Double) -> Double {
    guard size.isFinite, size > 0 else { return 1 }
    let tenths = (0...16).lazy.flatMap { power in
      [1, 2, 5].map { $0 * Figure.powerOfTen(power) }
    }
    return tenths.map { $0 / 10 }.first { $0 >= size } ?? 1
  }

  /// What the signals of the shown step have passed back to one of them so far.
  func shares(to signal: SignalID) -> [AdjointShare] { passed.filter { $0.target == signal } }

  /// Whether the adjoint of a signal of the shown step is complete.
  func isComplete(_ signal: SignalID) -> Bool { complete.contains(signal) }

  /// ∂loss/∂value of a signal of the shown step, in the shown power of ten.
  func adjoint(_ signal: SignalID, unit: Int) -> Double {
    scaled(gradient.adjoints[signal, time, unit])
  }

  /// A slope in the shown power of ten.
  func scaled(_ slope: Double) -> Double { slope * Figure.powerOfTen(-exponent) }

  /// The text of a slope in the shown power of ten.
  func figure(_ slope: Double) -> String { Figure.label(scaled(slope), sign: .always) }

  /// A slope that is already in the shown power of ten, as a sentence says it: with that power.
  func told(_ scaled: Double) -> String {
    guard scaled != 0 else { return "0" }
    let shown = ShownSlope(scaled)
    return (shown.relation == "=" ? "" : "\(shown.relation) ") + shown.text + unitText
  }

  /// What flows, with its power of ten: the slopes of the loss by all that is shown.
  var flow: String { Notation.slope(by: "…") + unitText }

  /// What a full bar stands for as people write it: `2`, `.5 · 10⁻³`.
  var fullBarText: String { Figure.text(fullBar, fullBar < 1 ? 1 : 0) + unitText }

  /// The power of ten as people write it; empty if it is 1.
  var unitText: String {
    exponent == 0 ? "" : " · " + Notation.powerOfTen(exponent)
  }
}

extension Session {
  /// ∂loss/∂state of the selected unit after a step, where it is complete by now.
  func flowedBack(_ signal: SignalID, at time: Int, _ pass: Backpass) -> StyledFigure? {
    guard time <= loss.step, time > self.time || time == self.time && pass.isComplete(signal)
    else { return nil }
    let slope = pass.gradient.adjoints[signal, time, unit]
    return StyledFigure(
      text: pass.figure(slope), style: Style(Ink(of: slope)))
  }
}
