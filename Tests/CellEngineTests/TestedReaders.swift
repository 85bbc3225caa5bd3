@testable import CellEngine

extension Explanation {
  /// The number, made from its terms anew.
  var recombined: Double { combine(terms.map(\.value)) }
}

extension CellGraph {
  /// The signals on a state's line, from the previous to the next value; empty if it has none.
  func memoryLine(of role: Role = .memory) -> [SignalID] {
    guard let split = try? MemorySplit(role, in: self) else { return [] }
    return signals.filter(split.isOnLine)
  }
}
