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

/// Where the relevance gate acts here, and whether it does so where its symbol comes from.
public struct ResetReading: Hashable, Sendable {
  /// The gate's symbol.
  public let symbol: String
  /// Where it acts in the cell that is shown.
  public let place: ResetPlace
  /// Whose symbol it is.
  public let convention: Notation.Convention
  /// Whether those who use the symbol let the gate act elsewhere.
  public var isMoved: Bool { convention.resetPlace.map { $0 != place } ?? false }
}

/// What a cell does otherwise than those whose symbols it is written in.
public enum NotationGap: Hashable, Sendable {
  /// The update gate's 1 means the opposite.
  case update(UpdateReading)
  /// The relevance gate acts elsewhere.
  case reset(ResetReading)
  /// Both.
  case both(UpdateReading, ResetReading)
}

extension Session {
  /// Where the cell and its symbols disagree; nil where they do not.
  public var notationGap: NotationGap? {
    let update = updateReading.flatMap { $0.isFlipped ? $0 : nil }
    let reset = run.cell.graph.resetPlace.map { place in
      ResetReading(
        symbol: notation.symbol(.relevance, .general), place: place, convention: convention)
    }.flatMap { $0.isMoved ? $0 : nil }
    guard let reset else { return update.map(NotationGap.update) }
    return update.map { NotationGap.both($0, reset) } ?? .reset(reset)
  }

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
