/// What the picture's room shows.
public enum View: CaseIterable, Hashable, Sendable {
  /// One cell, built up micro-step by micro-step.
  case cell
  /// Two cells in lock-step.
  case compare
}
