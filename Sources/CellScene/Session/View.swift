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
  /// The same cell, with the gradient flowing back through it.
  case gradient
  /// How far back the gradient reaches, in all kinds of cells.
  case reach
  /// Two cells in lock-step.
  case compare
  /// A model that is being trained.
  case training

  /// Where the keys act.
  var context: KeyMap.Context {
    switch self {
    case .cell, .chain, .peepholes, .compare: .cell
    case .timeline: .timeline
    case .gradient, .reach: .gradient
    case .training: .training
    }
  }

  /// Whether the picture is one cell with its words, and little else has to be shown.
  var isOneCell: Bool {
    switch self {
    case .cell, .gradient: true
    case .chain, .peepholes, .timeline, .reach, .compare, .training: false
    }
  }

  /// Whether the next micro-step is the one before: the backward pass.
  var isBackward: Bool {
    switch self {
    case .cell, .chain, .peepholes, .timeline, .reach, .compare, .training: false
    case .gradient: true
    }
  }
}
