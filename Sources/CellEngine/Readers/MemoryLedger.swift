/// How one unit's memory is made up: what is left of the first state and of every write.
///
///     c<T> = (Π Γf<1…T>) c<0> + Σ over k of (Π Γf<k+1…T>) · write<k>,   write<k> = Γu<k> c~<k>
///
/// Exact for every state that passes from step to step through sums and products only; Γf stands for
/// what multiplies the old value there, read off the graph. It attributes what was written; the
/// gates are taken as they are, though they depend on earlier words themselves.
public struct MemoryLedger: Hashable, Sendable {
  /// Where an entry comes from.
  public enum Source: Hashable, Sendable {
    /// The state before the first step.
    case initial
    /// What a step added, through the signal that met the line.
    case write(step: Int, SignalID)
    /// A number on the line that a clamp set; nothing earlier is left behind it.
    case clamp(step: Int, SignalID)
  }

  /// One summand of c<T>.
  public struct Entry: Hashable, Sendable {
    /// Where it comes from.
    public let source: Source
    /// What was written at its step.
    public let write: Double
    /// The product of all later gates: the share that is left at the end.
    public let remaining: Double

    /// What is left of the write at the end.
    public var share: Double { write * remaining }
  }

  /// The step at whose end the memory is split, from 0.
  public let step: Int
  /// The unit, from 0.
  public let unit: Int
  /// c<T>.
  public let total: Double
  /// The summands in the order of time, the initial state first.
  public let entries: [Entry]
  /// What each step keeps of the memory it finds (Γf), steps 0 … T; 0 where a clamp cuts the line.
  public let kept: [Double]
  /// What is left at the end of what stood in the memory before step k; index T + 1 is 1.
  ///
  /// So `remaining[0]` is the share of c<0>.
  public let remaining: [Double]
  /// What stood in the memory before the first step and is still there.
  public let initialShare: Double
  /// What is left of the writes of each step, steps 0 … T.
  public let shares: [Double]
  /// The steps at which a clamp set the memory, so that its words have written nothing.
  public let setSteps: Set<Int>

  /// Puts a ledger together from what was read off a run.
  ///
  /// - Complexity: O(T): the shares of all steps are added up in one pass.
  init(
    step: Int, unit: Int, total: Double, entries: [Entry], kept: [Double], remaining: [Double]
  ) {
    (self.step, self.unit, self.total) = (step, unit, total)
    (self.entries, self.kept, self.remaining) = (entries, kept, remaining)
    var initialShare = 0.0
    var shares = Array(repeating: 0.0, count: step + 1)
    var setSteps: Set<Int> = []
    for entry in entries {
      switch entry.source {
      case .initial: initialShare = entry.share
      case .write(let step, _): shares[step] += entry.share
      case .clamp(let step, _):
        shares[step] += entry.share
        setSteps.insert(step)
      }
    }
    (self.initialShare, self.shares, self.setSteps) = (initialShare, shares, setSteps)
  }

  /// What is left of a step's writes; 0 of a step that is not in the ledger.
  ///
  /// - Complexity: O(1).
  public func share(ofStep step: Int) -> Double {
    shares.indices.contains(step) ? shares[step] : 0
  }
}

extension CellGraph {
  /// Why a state has no ledger; nil if it has one.
  public func ledgerObstacle(of role: Role = .memory) -> NoMemoryLine? {
    do throws(NoMemoryLine) {
      _ = try MemorySplit(role, in: self)
      return nil
    } catch { return error }
  }
}

extension Cell<Double> {
  /// Splits a state of one unit into what is left of each write.
  ///
  /// - Parameters:
  ///   - role: the state, c<t> if nothing is said.
  ///   - step: from 0; the state is split as this step leaves it.
  ///   - interventions: those of the trace.
  /// - Throws: `NoMemoryLine` if the old value does not reach the new one through sums and products.
  /// - Complexity: O(T).
  public func ledger(
    of role: Role = .memory, unit: Int, at step: Int, in trace: Trace<Double>,
    interventions: Interventions = .none
  ) throws(NoMemoryLine) -> MemoryLedger {
    let split = try MemorySplit(role, in: graph)
    var entries: [MemoryLedger.Entry] = []
    var remaining = Array(repeating: 1.0, count: step + 2)
    var kept = Array(repeating: 0.0, count: step + 1)
    for time in (0...step).reversed() {
      let numbers = split.numbers(unit: unit, at: time, in: trace, interventions)
      let later = remaining[time + 1]
      for write in numbers.writes.reversed() {
        let place = ValuePlace(write.signal, unit: unit, step: time)
        let isClamped = split.isOnLine(write.signal) && interventions.contains(place, in: graph)
        entries.append(
          MemoryLedger.Entry(
            source: isClamped
              ? .clamp(step: time, write.signal) : .write(step: time, write.signal),
            write: write.value, remaining: later))
      }
      kept[time] = numbers.kept
      remaining[time] = later * numbers.kept
    }
    entries.append(
      MemoryLedger.Entry(
        source: .initial, write: trace[split.state.previous, 0, unit], remaining: remaining[0]))
    return MemoryLedger(
      step: step, unit: unit, total: trace[split.state.next, step, unit],
      entries: entries.reversed(), kept: kept, remaining: remaining)
  }
}
