public import CellEngine

/// What can be asked about how signals are written.
public enum NotationCommand: Hashable, Sendable {
  /// The next notation.
  case next
  /// This one.
  case set(Notation.Convention)
}

/// What there is to say about how signals are written.
public enum NotationNotice: Hashable, Sendable {
  /// The notation that is used now, and what the gate between old and new does when it is 1.
  case set(Notation.Convention, UpdateReading?)
}

/// What an update gate of 1 means here, and whether its symbol means the same where it comes from.
public struct UpdateReading: Hashable, Sendable {
  /// The gate's symbol.
  public let symbol: String
  /// What it does in the cell that is shown.
  public let sense: UpdateSense
  /// Whose symbol it is.
  public let convention: Notation.Convention
  /// Whether the cell uses the symbol the other way round than those who use it.
  public var isFlipped: Bool { convention.updateSense.map { $0 != sense } ?? false }
}

extension Session {
  /// What the gate that weighs old against new means; nil where there is no such gate.
  public var updateReading: UpdateReading? {
    run.cell.graph.updateSense.map { sense in
      UpdateReading(
        symbol: notation.symbol(.update, .general), sense: sense, convention: convention)
    }
  }

  /// The time that symbols carry on the screen.
  public var timeLabel: TimeLabel { .step(time + 1) }

  mutating func perform(notation command: NotationCommand) {
    switch command {
    case .next: convention = convention.next
    case .set(let wanted): convention = wanted
    }
    notice = .notation(.set(convention, updateReading))
  }
}
