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
  private let complete: Set<SignalID>
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
    time = session.time
    let direct = objective.directSlopes(in: trace, of: cell.graph).values
    exponent = Self.exponent(of: direct.map(\.magnitude).max() ?? 0)
  }

  /// The power of ten in which a size has one digit before the point; 0 from a tenth on.
  private static func exponent(of size: Double) -> Int {
    guard size > 0, size < 0.1 else { return 0 }
    return (1...15).first { size * Figure.powerOfTen($0) >= 1 }.map { -$0 } ?? -15
  }

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
