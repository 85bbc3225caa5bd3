/// How much each unit carries from step to step.
///
///     carried = mean over t of |Γf<t> c<t-1>|
///
/// The memory that a step finds, as far as it keeps it: large only in units that hold something and
/// let it pass. The variance of c<t> would also count a unit that writes at every step and keeps
/// nothing, and |c<t>| one that sits at a constant and is never asked. Γf stands for what multiplies
/// the old value on the memory line, so every cell that has such a line can be asked.
public struct CarriedMemory: Sendable {
  /// |Γf<t> c<t-1>| of every unit over all steps seen; its means are what is carried.
  public private(set) var moments: UnitMoments
  private let split: MemorySplit

  /// Starts with nothing seen.
  ///
  /// - Throws: `NoMemoryLine` if the cell's state has none.
  public init(of role: Role = .memory, in cell: Cell<Double>) throws(NoMemoryLine) {
    split = try MemorySplit(role, in: cell.graph)
    moments = UnitMoments(units: cell.unitCount)
  }

  /// Adds all steps of a trace, or some.
  public mutating func add(
    _ trace: Trace<Double>, steps: Range<Int>? = nil, interventions: Interventions = .none
  ) {
    for step in steps ?? 0..<trace.stepCount {
      let kept = split.kept(at: step, in: trace, interventions)
      moments.add(zip(kept, trace[split.state.previous, step]).map { ($0 * $1).magnitude })
    }
  }

  /// What each unit carries, in the units of c<t>.
  public var carried: [Double] { moments.means }
}

extension Cell<Double> {
  /// How much each unit carries in a signal: of a state with a memory line what is kept at each step,
  /// of any other signal its mean magnitude.
  public func carried(
    in signal: SignalID, of trace: Trace<Double>, steps: Range<Int>? = nil,
    interventions: Interventions = .none
  ) -> [Double] {
    if let role = graph.states.first(where: { $0.next == signal })?.role,
      var line = try? CarriedMemory(of: role, in: self)
    {
      line.add(trace, steps: steps, interventions: interventions)
      return line.carried
    }
    var moments = UnitMoments(units: unitCount)
    moments.add(trace, signal, steps: steps ?? 0..<trace.stepCount)
    return moments.meanMagnitudes
  }
}
