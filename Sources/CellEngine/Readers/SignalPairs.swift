/// The signals that two cells have in common, by their names free of any notation.
///
/// An LSTM and a GRU both have `update`, `candidate` and `memory`; only one has `forget`.
public struct SignalPairs: Hashable, Sendable {
  /// One signal of each cell.
  public struct Pair: Hashable, Sendable {
    /// The name that both have.
    public let name: String
    /// The signal of the first cell.
    public let original: SignalID
    /// The signal of the second cell.
    public let edited: SignalID
  }

  /// The common signals in the first cell's order.
  public let pairs: [Pair]
  /// The signals that the second cell does not have.
  public let onlyOriginal: [SignalID]
  /// The signals that the first cell does not have.
  public let onlyEdited: [SignalID]

  /// Pairs the signals of two cells, or of one with itself.
  public init(_ original: CellGraph, _ edited: CellGraph) {
    let (first, second) = (SignalNames(original), SignalNames(edited))
    pairs = original.signals.compactMap { signal in
      guard let other = second.signal(named: first[signal]),
        original[signal].width == edited[other].width
      else { return nil }
      return Pair(name: first[signal], original: signal, edited: other)
    }
    let (found, foundAgain) = (Set(pairs.map(\.original)), Set(pairs.map(\.edited)))
    onlyOriginal = original.signals.filter { !found.contains($0) }
    onlyEdited = edited.signals.filter { !foundAgain.contains($0) }
  }

  /// The second cell's partner of a signal.
  public func partner(of signal: SignalID) -> SignalID? {
    pairs.first { $0.original == signal }?.edited
  }
}
