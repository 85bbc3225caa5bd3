import CellEngine

/// Cells whose sums are cut off at two bounds, made of the seven operations.
///
///     clamp(α s + β, low, high) = low + relu(α s + β − low) − relu(α s + β − high)
///
/// α, β and the bounds are weights of the graph that nobody trains: `constants` in the order in
/// which the graph's table names them.
struct ClampedCells {
  /// α, β and the bounds.
  struct Bounds {
    var slope = 1.0
    var shift = 0.0
    let low: Double
    let high: Double

    /// ONNX's HardSigmoid, max(0, min(1, 0.2 s + 0.5)).
    static let hardSigmoid = Bounds(slope: 0.2, shift: 0.5, low: 0, high: 1)

    /// From −limit to limit.
    static func clip(_ limit: Double) -> Bounds { Bounds(low: -limit, high: limit) }
  }

  private(set) var constants: [Double] = []
  private var builder: CellGraphBuilder
  /// What cuts off the sums of gates and candidate before their functions.
  var sumBounds: Bounds?
  /// What cuts off the memory.
  var memoryBounds: Bounds?
  var hasHardGates = false
  var hasPeepholes = false
  var isCoupled = false
  /// The functions of the candidate and of the memory on its way out.
  var squashing: (candidate: Activation, memory: Activation) = (.tanh, .tanh)

  init(_ name: String) { builder = CellGraphBuilder(name) }

  mutating func lstm() throws(GraphError) -> CellGraph {
    let x = builder.input()
    let a = builder.previous(.activation)
    let c = builder.previous(.memory)
    let Γu = gate(.update, a, x, sees: c)
    let Γf = isCoupled ? builder.define(.forget, 1 - Γu) : gate(.forget, a, x, sees: c)
    let candidate = candidate(builder.W(.candidate, a, x) + builder.b(.candidate))
    var memory = builder.compute(Γu ∘ candidate + Γf ∘ c)
    if let memoryBounds { memory = clamp(memory, .memory, memoryBounds) }
    memory = builder.define(.memory, memory)
    let Γo = gate(.output, a, x, sees: memory)
    let next = builder.define(.activation, Γo ∘ .activation(squashing.memory, memory))
    builder.carry(a, next)
    builder.carry(c, memory)
    return try builder.validated(output: next)
  }

  mutating func gru(resetsAfter: Bool) throws(GraphError) -> CellGraph {
    let x = builder.input()
    let c = builder.previous(.memory)
    let Γr = gate(.relevance, c, x, sees: c)
    let Γu = gate(.update, c, x, sees: c)
    let candidate = candidate(gatedSum(Γr, c, x, resetsAfter))
    let memory = builder.define(.memory, Γu ∘ c + (1 - Γu) ∘ candidate)
    builder.carry(c, memory)
    return try builder.validated(output: memory)
  }

  private mutating func gatedSum(
    _ Γr: Formula, _ c: Formula, _ x: Formula, _ resetsAfter: Bool
  ) -> Formula {
    guard resetsAfter else {
      return builder.W(.candidate, Γr ∘ c, x) + builder.b(.candidate)
    }
    let seen = builder.compute(builder.W(.candidate, c) + builder.b(.candidate, beside: c))
    return builder.W(.candidate, x) + builder.b(.candidate) + Γr ∘ seen
  }

  /// A cell with its constants set.
  func cell(_ graph: CellGraph, inputs: Int, units: Int) -> Cell<Double> {
    var cell = Cell<Double>(graph, inputs: inputs, units: units)
    let fixed = graph.parameters.indices.filter {
      graph.parameters[$0].kind != .weight && graph.parameters[$0].source.contains("_")
    }
    precondition(fixed.count == constants.count, "\(fixed.count) for \(constants.count)")
    for (index, constant) in zip(fixed, constants) {
      cell[ParameterID(index)] = Array(repeating: constant, count: units)[...]
    }
    return cell
  }

  private mutating func gate(
    _ role: Role, _ state: Formula, _ x: Formula, sees c: Formula
  ) -> Formula {
    var sum = builder.W(role, state, x)
    if hasPeepholes { sum = sum + builder.v(role, c) }
    sum = sum + builder.b(role)
    if let sumBounds { sum = clamp(sum, role, sumBounds) }
    return builder.define(role, hasHardGates ? clamp(sum, role, .hardSigmoid) : σ(sum))
  }

  private mutating func candidate(_ sum: Formula) -> Formula {
    let bounded = sumBounds.map { clamp(sum, .candidate, $0) } ?? sum
    return builder.define(.candidate, .activation(squashing.candidate, bounded))
  }

  private mutating func clamp(_ sum: Formula, _ role: Role, _ bounds: Bounds) -> Formula {
    let s = builder.compute(sum)
    let above = builder.compute(
      .activation(.relu, builder.v(role, s) + builder.b(role, beside: s)))
    let complement = builder.compute(1 - s)
    let beyond = builder.compute(
      .activation(.relu, builder.v(role, complement) + builder.b(role, beside: complement)))
    constants += [bounds.slope, bounds.shift - bounds.low]
    constants += [-bounds.slope, bounds.slope + bounds.shift - bounds.high]
    constants += [1, -1, bounds.low]
    return builder.v(role, above) + builder.v(role, beyond) + builder.b(role, beside: beyond)
  }
}
