/// Where two runs differ, step by step: an edited run beside the original.
///
/// Steps are compared as far as both runs have them. Signals are those of the original's graph.
public struct Divergence: Sendable {
  /// When two numbers count as equal.
  public enum Agreement: Hashable, Sendable {
    /// Bit for bit, but for the sign of 0; two NaN agree.
    case exact
    /// If they round to the same number with so many decimals.
    case shown(decimals: Int)

    /// Whether two numbers count as equal.
    public func holds(_ left: Double, _ right: Double) -> Bool {
      if left == right || (left.isNaN && right.isNaN) { return true }
      switch self {
      case .exact: return false
      case .shown(let decimals):
        return Figure.rounded(left, decimals) == Figure.rounded(right, decimals)
      }
    }
  }

  /// Which signal of one run is held against which of the other.
  public let pairs: SignalPairs
  /// When two numbers count as equal.
  public let agreement: Agreement
  /// The signals that differ in any unit, for each common step.
  public let signals: [[SignalID]]
  private let original: Trace<Double>
  private let edited: Trace<Double>

  /// Compares two runs.
  ///
  /// Signals that have different numbers of units in the two runs are not compared.
  public init(
    original: Trace<Double>, of graph: CellGraph, edited: Trace<Double>, of other: CellGraph,
    agreement: Agreement = .exact
  ) {
    let pairs = SignalPairs(graph, other)
    let comparable = pairs.pairs.filter {
      original.layout[$0.original.index].count == edited.layout[$0.edited.index].count
    }
    signals = (0..<min(original.stepCount, edited.stepCount)).map { step in
      comparable.filter { pair in
        !zip(original[pair.original, step], edited[pair.edited, step])
          .allSatisfy(agreement.holds)
      }.map(\.original)
    }
    self.pairs = pairs
    self.agreement = agreement
    self.original = original
    self.edited = edited
  }

  /// Compares two runs of the same graph.
  public init(
    original: Trace<Double>, edited: Trace<Double>, of graph: CellGraph,
    agreement: Agreement = .exact
  ) {
    self.init(
      original: original, of: graph, edited: edited, of: graph, agreement: agreement)
  }

  /// The first step at which anything differs; nil if the runs agree throughout.
  public var firstStep: Int? { signals.firstIndex { !$0.isEmpty } }

  /// The step from which on nothing differs any more.
  ///
  /// The number of common steps if the last of them differs; 0 if the runs agree throughout.
  public var agreesFrom: Int { (signals.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// Whether the last common step differs.
  public var lasts: Bool { signals.last?.isEmpty == false }

  /// edited − original for one number; nil if the edited run does not have it.
  public func difference(at place: ValuePlace) -> Double? {
    guard place.step < signals.count, let partner = pairs.partner(of: place.signal),
      original.layout[place.signal.index].count > place.unit,
      edited.layout[partner.index].count > place.unit
    else { return nil }
    return edited[partner, place.step, place.unit] - original[place]
  }

  /// The units of a signal that differ at a step, those with the largest difference first.
  public func units(of signal: SignalID, at step: Int) -> [Int] {
    guard step < signals.count, signals[step].contains(signal),
      let partner = pairs.partner(of: signal)
    else { return [] }
    let (before, after) = (Array(original[signal, step]), Array(edited[partner, step]))
    func size(_ unit: Int) -> Double {
      let difference = (after[unit] - before[unit]).magnitude
      return difference.isNaN ? .infinity : difference
    }
    return before.indices.filter { !agreement.holds(before[$0], after[$0]) }
      .sorted { (size($1), $0) < (size($0), $1) }
  }
}
