import CellEngine
import Screen

/// A number on the screen with its style.
struct StyledFigure: Hashable {
  let text: String
  let style: Style
}

extension Session {
  /// The selected unit's value with a star if the last switch changed it; nil if not yet computed.
  func remembered(_ signal: SignalID, at time: Int, unit: Int? = nil) -> StyledFigure? {
    guard isKnown(signal, at: time) else { return nil }
    let unit = unit ?? self.unit
    let value = run.trace[signal, time, unit]
    let star = differs(signal, at: time, unit: unit) ? "*" : ""
    let text = Figure.label(value, sign: run.cell.sign(of: signal)) + star
    return StyledFigure(
      text: text,
      style: Style(Ink(of: value), on: .plain, star.isEmpty ? [] : [.underlined, .strong]))
  }
}
