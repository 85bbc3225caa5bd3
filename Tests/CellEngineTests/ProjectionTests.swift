import CellEngine
import Testing

/// PyTorch's LSTM with a projection, whose output has P < H numbers.
///
///     a<t> = Whr (Γo ∘ tanh c<t>)
///
/// A graph has one number of units. The cell here has H of them, and rows and columns of zeros where
/// the projection has none: the numbers of a<t> from P on stay zero and reach nothing.
@Suite("A projection is one more equation") struct ProjectionTests {
  private static let projected = 3

  private static func graph() throws -> CellGraph {
    var builder = CellGraphBuilder("LSTM with a projection")
    let x = builder.input()
    let a = builder.previous(.activation)
    let c = builder.previous(.memory)
    func gate(_ role: Role) -> Formula {
      builder.define(role, σ(builder.W(role, a, x) + builder.b(role)))
    }
    let (Γu, Γf) = (gate(.update), gate(.forget))
    let candidate = builder.define(
      .candidate, tanh(builder.W(.candidate, a, x) + builder.b(.candidate)))
    let memory = builder.define(.memory, Γu ∘ candidate + Γf ∘ c)
    let shown = builder.compute(gate(.output) ∘ tanh(memory))
    let next = builder.define(.activation, builder.W(.activation, shown))
    builder.carry(a, next)
    builder.carry(c, memory)
    return try builder.validated(output: next)
  }

  /// Rows of P numbers as rows of H, and the other way round.
  private static func widened(_ numbers: [Double], to units: Int) -> [Double] {
    numbers.rows(of: projected).flatMap { $0 + Array(repeating: 0, count: units - projected) }
  }

  private static func narrowed(_ numbers: some Sequence<Double>, from units: Int) -> [Double] {
    Array(numbers).rows(of: units).flatMap { $0.prefix(projected) }
  }

  /// PyTorch's names and the blocks of our parameters that stand in them.
  private static func parameters(_ cell: Cell<Double>, _ name: String) throws -> [ParameterID] {
    let roles = [Role.update, .forget, .candidate, .output].map(\.rawValue)
    let names =
      switch name {
      case "weight_ih_l0": roles.map { "\($0).weight.input" }
      case "weight_hh_l0": roles.map { "\($0).weight.activation" }
      case "weight_hr_l0":
        cell.graph.parameters.map(\.name).filter { $0.hasPrefix("activation.weight") }
      default: roles.map { "\($0).bias" }
      }
    return try names.map { try #require(cell.parameter(named: $0)) }
  }

  private static func cell(_ known: TorchCase) throws -> Cell<Double> {
    var cell = Cell<Double>(
      try graph(), inputs: known.inputCount, units: known.unitCount)
    for (name, numbers) in known.weights {
      let missing = (known.unitCount - projected) * known.unitCount
      let all =
        switch name {
        case "weight_hh_l0": widened(numbers, to: known.unitCount)
        case "weight_hr_l0": numbers + Array(repeating: 0, count: missing)
        default: numbers
        }
      cell.add(all, of: try parameters(cell, name).map { cell.graph[$0].name })
    }
    return cell
  }

  @Test(
    "nn.LSTM with proj_size agrees in outputs, states and all gradients",
    arguments: Engine.allCases)
  func projection(engine: Engine) throws {
    let known = try #require(try fixture("torch/projection.json", as: [TorchCase].self).first)
    let (units, last) = (known.unitCount, known.stepCount - 1)
    let cell = try Self.cell(known)
    func wide(_ numbers: [Double]?) throws -> [Double] {
      Self.widened(try #require(numbers), to: units)
    }
    let trace = engine.trace(
      cell, try #require(known.inputs["x"]).rows(of: known.inputCount),
      initial: [
        .activation: try wide(known.inputs["h0"]), .memory: try #require(known.inputs["c0"]),
      ])
    let (output, memory) = (cell.graph.output, cell.graph.states[1])
    var values = engine.values()
    let outputs = (0...last).flatMap { Self.narrowed(trace[output, $0], from: units) }
    values.compare("y", outputs, try #require(known.outputs["y"]))
    values.compare("c<T>", trace[memory.next, last], try #require(known.outputs["cn"]))
    #expect(values.holds, "\(values)")

    let direct = cell.direct(
      try wide(known.upstream["dY"]).rows(of: units),
      final: [
        .activation: try wide(known.upstream["dhn"]),
        .memory: try #require(known.upstream["dcn"]),
      ])
    let gradient = engine.gradient(cell, of: trace, direct: direct)
    var slopes = engine.slopes
    for (name, numbers) in known.grads {
      slopes.compare("∂\(name)", try Self.slopes(name, gradient, cell, known), numbers)
    }
    #expect(slopes.holds, "\(slopes)")
  }

  /// What PyTorch calls the gradient of a tensor, an input or a state.
  private static func slopes(
    _ name: String, _ gradient: Gradient<Double>, _ cell: Cell<Double>, _ known: TorchCase
  ) throws -> [Double] {
    let (activation, memory) = (cell.graph.states[0], cell.graph.states[1])
    switch name {
    case "x": return (0..<known.stepCount).flatMap { cell.inputSlope(gradient, $0) }
    case "h0":
      return narrowed(gradient.adjoints[activation.previous, 0], from: known.unitCount)
    case "c0": return Array(gradient.adjoints[memory.previous, 0])
    default:
      let found = try parameters(cell, name).flatMap {
        gradient.parameters[cell.parameterLayout[$0.index]]
      }
      switch name {
      case "weight_hh_l0": return narrowed(found, from: known.unitCount)
      case "weight_hr_l0": return Array(found.prefix(projected * known.unitCount))
      default: return found
      }
    }
  }
}
