/// How a state's next value is made of its previous one, read off the graph.
///
///     next = B ∘ previous + A
///
/// Found where only sums and products lie between the two: in an LSTM B is Γf, in a GRU 1 − Γu (or
/// Γu, if it keeps the old value), with no forget gate 1. What multiplies may itself depend on the
/// previous value; it is taken as it is.
struct MemorySplit {
  let graph: CellGraph
  let state: CellGraph.State
  /// The signals between the previous and the next value, both included.
  private let line: Set<SignalID>

  /// Reads the split of a state off a graph.
  init(_ role: Role, in graph: CellGraph) throws(NoMemoryLine) {
    guard let state = graph.states.first(where: { $0.role == role }) else {
      throw .notAState(role, of: graph.name)
    }
    var line: Set<SignalID> = [state.previous]
    for signal in graph.signals where signal > state.previous {
      let carried = graph[signal].operation.operands.filter(line.contains)
      switch graph[signal].operation {
      case .sum:
        if !carried.isEmpty { line.insert(signal) }
      case .product:
        if carried.count == 1 { line.insert(signal) }
      case .input, .state, .affine, .activation, .complement:
        continue
      }
    }
    guard line.contains(state.next) else { throw .noLine(role, of: graph.name) }
    self.graph = graph
    self.state = state
    self.line = line
  }

  /// Whether a signal carries the state on its way from the previous to the next value.
  func isOnLine(_ signal: SignalID) -> Bool { line.contains(signal) }

  /// B and the summands of A for one unit at one step.
  struct Numbers {
    /// B, what is kept of the previous value.
    var kept: Double
    /// The summands of A.
    var writes: [Write]
  }

  /// One summand of A: a signal that meets the line, times what multiplies it from there on.
  struct Write {
    let signal: SignalID
    var value: Double
  }

  /// The split at a step; a clamped signal is a write of its own, with nothing behind it.
  func numbers(unit: Int, at step: Int, in trace: Trace<Double>, _ interventions: Interventions)
    -> Numbers
  {
    func split(_ signal: SignalID) -> Numbers {
      let place = ValuePlace(signal, unit: unit, step: step)
      guard line.contains(signal), !interventions.contains(place, in: graph) else {
        return Numbers(kept: 0, writes: [Write(signal: signal, value: trace[place])])
      }
      switch graph[signal].operation {
      case .sum(let left, let right):
        let (first, second) = (split(left), split(right))
        return Numbers(kept: first.kept + second.kept, writes: first.writes + second.writes)
      case .product(let left, let right):
        let (inner, factor) = line.contains(left) ? (left, right) : (right, left)
        let (numbers, gate) = (split(inner), trace[factor, step, unit])
        return Numbers(
          kept: numbers.kept * gate,
          writes: numbers.writes.map { Write(signal: $0.signal, value: $0.value * gate) })
      case .input, .state, .affine, .activation, .complement:
        return Numbers(kept: 1, writes: [])
      }
    }
    return split(state.next)
  }

  /// The signals whose product B is, from the next value back; nil if the line parts and meets again.
  var factors: [SignalID]? {
    var (signal, factors) = (state.next, [SignalID]())
    while signal != state.previous {
      let operands = graph[signal].operation.operands
      let carried = operands.filter(line.contains)
      guard carried.count == 1 else { return nil }
      if case .product = graph[signal].operation {
        factors += operands.filter { !line.contains($0) }
      }
      signal = carried[0]
    }
    return factors
  }

  /// B for all units at one step.
  func kept(at step: Int, in trace: Trace<Double>, _ interventions: Interventions) -> [Double] {
    func kept(_ signal: SignalID) -> [Double] {
      var numbers: [Double]
      switch graph[signal].operation {
      case .sum(let left, let right):
        let carried = [left, right].filter(line.contains).map(kept)
        numbers = carried.count == 1 ? carried[0] : zip(carried[0], carried[1]).map(+)
      case .product(let left, let right):
        let (inner, factor) = line.contains(left) ? (left, right) : (right, left)
        numbers = zip(kept(inner), trace[factor, step]).map(*)
      case .input, .state, .affine, .activation, .complement:
        numbers = trace[signal, step].map { _ in 1 }
      }
      guard !interventions.isEmpty else { return numbers }
      for unit in numbers.indices
      where interventions.contains(ValuePlace(signal, unit: unit, step: step), in: graph) {
        numbers[unit] = 0
      }
      return numbers
    }
    return kept(state.next)
  }
}

extension CellGraph {
  /// What multiplies a state's old value on its line, the last factor first: B = Π factors.
  ///
  /// Γf in an LSTM, 1 − Γu in a GRU (or Γu, if it keeps the old value), nothing without a forget gate.
  /// - Returns: nil if the state has no line, or more than one way along it.
  public func keptFactors(of role: Role = .memory) -> [SignalID]? {
    (try? MemorySplit(role, in: self))?.factors
  }
}

/// Why a cell's state has no line on which it passes from step to step.
public enum NoMemoryLine: Error, Hashable, Sendable, CustomStringConvertible {
  /// The cell does not carry such a state.
  case notAState(Role, of: String)
  /// The old value reaches the new one only through functions or matrices.
  case noLine(Role, of: String)

  /// One sentence that names the cell and the state.
  public var description: String {
    switch self {
    case .notAState(let role, let name):
      "The \(name) does not carry a state called \(role.rawValue) from step to step."
    case .noLine(let role, let name):
      "In the \(name) the old \(role.rawValue) reaches the new one only through a function or a "
        + "matrix, so there is no share of it that could be kept."
    }
  }
}
