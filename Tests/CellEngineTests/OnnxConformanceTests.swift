import CellEngine
import Testing

/// ONNX Runtime's LSTM, GRU and RNN: peepholes, coupled gates, clipping, both resets, both
/// directions, several sequences.
///
/// Not here: `lstm_acts_softsign`, because x / (1 + |x|) divides and none of the seven operations
/// does.
@Suite("The numbers of ONNX Runtime")
struct OnnxConformanceTests {
  @Test("All cases but the one with a division are compared")
  func count() throws {
    let all = try ["lstm", "gru", "rnn"].flatMap { try Self.cases($0) }
    #expect(all.count == 32)
    #expect(all.filter { !$0.isCovered }.map(\.name) == ["lstm_acts_softsign"])
  }

  @Test("The operators' outputs agree", arguments: ["lstm", "gru", "rnn"], Engine.allCases)
  func agree(file: String, engine: Engine) throws {
    for known in try Self.cases(file) where known.isCovered {
      var comparison = Comparison(absolute: max(2e-6, 4 * known.error), relative: 1e-5)
      try compare(known, engine, &comparison)
      #expect(comparison.holds, "\(known.name): \(comparison)")
    }
  }

  private static func cases(_ file: String) throws -> [OnnxCase] {
    try fixture("onnxruntime/\(file).json", as: [OnnxCase].self)
  }

  /// Compares Y [T, D, N, H], Y_h and Y_c [D, N, H], sequence by sequence.
  private func compare(
    _ known: OnnxCase, _ engine: Engine, _ comparison: inout Comparison
  ) throws {
    let x = try #require(known.inputs["X"]).values.rows(of: known.inputCount)
    let y = try #require(known.outputs["Y"]).values.rows(of: known.unitCount)
    let directions = known.direction == "bidirectional" ? 2 : 1
    for direction in 0..<directions {
      let cell = try known.cell(direction)
      let isReversed = known.direction == "reverse" || direction == 1
      for sequence in 0..<known.sequenceCount {
        let place = direction * known.sequenceCount + sequence
        var order = Array(0..<known.stepCount)
        if isReversed { order.reverse() }
        var initial: [Role: [Double]] = [:]
        for (state, name) in zip(cell.graph.states, ["initial_h", "initial_c"]) {
          initial[state.role] = known.inputs[name].map {
            $0.values.rows(of: known.unitCount)[place]
          }
        }
        let trace = engine.trace(
          cell, order.map { x[$0 * known.sequenceCount + sequence] }, initial: initial)
        for (step, time) in order.enumerated() {
          let row = (time * directions + direction) * known.sequenceCount + sequence
          comparison.compare("Y<\(time)>", trace[cell.graph.output, step], y[row])
        }
        for (state, name) in zip(cell.graph.states, ["Y_h", "Y_c"]) {
          let last = try #require(known.outputs[name]).values.rows(of: known.unitCount)[place]
          comparison.compare(name, trace[state.next, known.stepCount - 1], last)
        }
      }
    }
  }
}

/// One case of `Fixtures/onnxruntime`: an operator with its weights and outputs.
private struct OnnxCase: Decodable {
  let name: String
  let op: String
  let inputCount: Int
  let unitCount: Int
  let stepCount: Int
  let sequenceCount: Int
  let direction: String
  let isCoupled: Bool
  let resetsAfter: Bool
  let clip: Double?
  let activations: [String]?
  let inputs: [String: ForeignTensor]
  let outputs: [String: ForeignTensor]
  /// ONNX Runtime's own distance from double precision.
  let error: Double

  var isCovered: Bool { activations?.contains("Softsign") != true }

  /// The cell of a direction with the operator's weights.
  func cell(_ direction: Int) throws -> Cell<Double> {
    var cell = try emptyCell()
    // LSTM: W, R i o f c and P i o f; GRU: z r h.
    let blocks: [Role] =
      switch op {
      case "LSTM": [.update, .output, .forget, .candidate]
      case "GRU": [.update, .relevance, .candidate]
      default: [.activation]
      }
    let state = op == "GRU" ? "memory" : "activation"
    func add(_ input: String, _ name: (Role) -> String) {
      guard let tensor = inputs[input] else { return }
      cell.add(tensor[direction], of: blocks.map(name))
    }
    add("W") { "\($0.rawValue).weight.input" }
    add("R") { role in
      let gated = "\(role.rawValue).weight.relevance_times_previous_memory"
      return cell.parameter(named: gated) == nil ? "\(role.rawValue).weight.\(state)" : gated
    }
    if let both = inputs["B"]?[direction].rows(of: blocks.count * unitCount) {
      cell.add(both[0], of: blocks.map { "\($0.rawValue).bias" })
      cell.add(
        both[1],
        of: blocks.map { role in
          resetsAfter && role == .candidate ? "candidate.bias.memory" : "\(role.rawValue).bias"
        })
    }
    if let peepholes = inputs["P"]?[direction] {
      cell.add(peepholes, of: blocks.prefix(3).map { "\($0.rawValue).peephole.memory" })
    }
    return cell
  }

  private func emptyCell() throws -> Cell<Double> {
    let isSaturated = clip != nil || activations?.first == "HardSigmoid"
    guard isSaturated else {
      return Cell<Double>(catalogueKind.graph, inputs: inputCount, units: unitCount)
    }
    var made = ClampedCells(name)
    made.sumBounds = clip.map { .clip($0) }
    made.hasHardGates = activations?.first == "HardSigmoid"
    made.hasPeepholes = inputs["P"] != nil
    made.isCoupled = isCoupled
    if activations?.last == "Relu" {
      made.squashing = op == "GRU" ? (.relu, .tanh) : (.tanh, .relu)
    }
    let graph = op == "GRU" ? try made.gru(resetsAfter: resetsAfter) : try made.lstm()
    return made.cell(graph, inputs: inputCount, units: unitCount)
  }

  private var catalogueKind: CellKind {
    switch op {
    case "LSTM":
      var lstm = LSTM()
      if isCoupled { lstm.coupledGate = .forget }
      if inputs["P"] != nil {
        lstm.peepholes = Set(lstm.weightedGates)
        lstm.outputReadsNewMemory = true
      }
      return .lstm(lstm)
    case "GRU":
      return .gru(GRU(reset: resetsAfter ? .after : .before, updateTakesNew: false))
    default:
      return .rnn(RNN(function: activations?.first == "Relu" ? .relu : .tanh))
    }
  }
}
