/// What the picture's room shows.
public enum View: CaseIterable, Hashable, Sendable {
  /// One cell, built up micro-step by micro-step.
  case cell
  /// Cells side by side in time, and what the memory is made of.
  case chain
  /// The peepholes, unit by unit.
  case peepholes
  /// All units over all steps.
  case timeline

  /// Two cells in lock-step.
  case compare
  /// A model that is being trained.
  case training

  /// Where the keys act.
  var context: KeyMap.Context {
    switch self {
    case .cell, .chain, .peepholes, .compare: .cell
    case .timeline: .timeline
    case .training: .training
    }
  }
}
