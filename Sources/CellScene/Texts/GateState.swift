import CellEngine

/// How far a gate is open, in words.
public enum GateState: Hashable, Sendable {
  /// At least .9.
  case open
  /// Around a half, from .4 to .6.
  case halfOpen
  /// Between.
  case partlyOpen
  /// Below .1.
  case shut
  /// Held at its value from outside.
  case held

  /// The words for a gate's value, from 0 to 1, as it is shown.
  init(_ value: Double) {
    switch Figure.rounded(value, Figure.labelDecimals(value)) {
    case ..<0.1: self = .shut
    case 0.9...: self = .open
    case 0.4...0.6: self = .halfOpen
    default: self = .partlyOpen
    }
  }
}
