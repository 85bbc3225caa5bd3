/// What the picture's room shows.
public enum View: CaseIterable, Hashable, Sendable {
  /// One cell, built up micro-step by micro-step.
  case cell
  /// All units over all steps.
  case timeline

  /// Where the keys act.
  var context: KeyMap.Context {
    switch self {
    case .cell: .cell
    case .timeline: .timeline
    }
  }
}
