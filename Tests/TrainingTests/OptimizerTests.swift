import CellEngine
import Testing
import Training

@Suite struct OptimizerTests {
  @Test func `Adam's first update moves each parameter by the rate against its slope`() {
    var parameters = [1.0, 1.0, 1.0]
    var adam = Adam(count: 3)
    adam.update(&parameters, gradient: [0.3, -20, 0], rate: 0.1)
    expectClose(parameters, [0.9, 1.1, 1.0])
  }

  @Test func `Adam's second update is what the paper's formula gives by hand`() {
    var parameters = [0.0]
    var adam = Adam(count: 1)
    adam.update(&parameters, gradient: [1], rate: 0.1)
    adam.update(&parameters, gradient: [3], rate: 0.1)
    // m: 0.1·1, then 0.9·0.1 + 0.1·3 = 0.39, over 1 − 0.9² = 0.19.
    // v: 0.001·1, then 0.999·0.001 + 0.001·9 = 0.009999, over 1 − 0.999² = 0.001999.
    let second = (0.39 / 0.19) / (0.009_999 / 0.001_999).squareRoot()
    expectClose(parameters, [-0.1 - 0.1 * second])
  }

  @Test func `decay shrinks a parameter without a slope by rate times decay`() {
    var parameters = [2.0]
    var adam = Adam(count: 1)
    adam.update(&parameters, gradient: [0], rate: 0.1, decay: 0.5)
    expectClose(parameters, [1.9])
  }

  @Test func `clipping scales a long gradient down to the limit`() {
    var gradient = [3.0, 4.0]
    let norm = Clipping(limit: 1).clip(&gradient)
    #expect(norm == 5)
    expectClose(gradient, [0.6, 0.8])
  }

  @Test func `clipping leaves a short gradient alone`() {
    var gradient = [0.3, 0.4]
    Clipping(limit: 1).clip(&gradient)
    #expect(gradient == [0.3, 0.4])
  }

  @Test func `weights start inside the bound, the forget bias at one, peepholes at zero`() throws {
    let kind = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates)))
    var model = SequenceModel(
      name: "small", kind: kind, units: 4, vocabulary: Vocabulary(["a", "b"]))
    var random = SplitMix64(seed: 1)
    Initialization().fill(&model, using: &random)
    let forgetBias = try #require(model.cell.parameter(named: "forget.bias"))
    let updateBias = try #require(model.cell.parameter(named: "update.bias"))
    let peephole = try #require(model.cell.parameter(named: "forget.peephole.memory"))
    let matrix = try #require(model.cell.parameter(named: "forget.weight.activation"))
    #expect(model.cell[forgetBias].allSatisfy { $0 == 1 })
    #expect(model.cell[updateBias].allSatisfy { $0 == 0 })
    #expect(model.cell[peephole].allSatisfy { $0 == 0 })
    #expect(model.cell[matrix].allSatisfy { abs($0) <= 0.5 && $0 != 0 })
  }
}

/// Expects numbers to agree.
func expectClose(
  _ numbers: [Double], _ expected: [Double], within tolerance: Double = 1e-7,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let agree = zip(numbers, expected).allSatisfy { abs($0 - $1) <= tolerance }
  #expect(
    numbers.count == expected.count && agree, "\(numbers) against \(expected)",
    sourceLocation: sourceLocation)
}
