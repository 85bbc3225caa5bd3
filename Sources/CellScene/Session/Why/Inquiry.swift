public import CellEngine

/// A number that is asked why it is what it is, and the way of questions that led to it.
public struct Inquiry: Hashable, Sendable {
  /// One question of the way.
  public struct Level: Hashable, Sendable {
    /// The number.
    public let question: Question
    /// With how many decimals the number stood where it was asked.
    public let decimals: Int
    /// Whether the terms are listed; before that the equation stands alone.
    public internal(set) var showsTerms: Bool
    /// The chosen term, from 0.
    public internal(set) var chosen = 0

    /// Asks a number.
    public init(_ question: Question, decimals: Int, showsTerms: Bool) {
      self.question = question
      self.decimals = decimals
      self.showsTerms = showsTerms
    }
  }

  /// The questions from the first to the present one; at least one.
  public private(set) var levels: [Level]

  /// Begins with a number.
  public init(_ first: Level) { levels = [first] }

  /// The present question.
  public internal(set) var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  /// Goes into a term.
  mutating func descend(to next: Level) { levels.append(next) }

  /// Goes one back: to the question before, from the terms of the first one to its equation.
  ///
  /// - Returns: whether there was a way back.
  mutating func climb() -> Bool {
    if levels.count > 1 {
      levels.removeLast()
      return true
    }
    guard level.showsTerms else { return false }
    level.showsTerms = false
    return true
  }
}

extension Question {
  /// The time step of the number, from 0.
  public var step: Int {
    switch self {
    case .value(let place): place.step
    case .score(_, let step), .probability(_, let step): step
    }
  }
}
