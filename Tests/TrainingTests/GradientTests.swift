import CellEngine
import RealModule
import Testing
import Training

@Suite struct GradientTests {
  @Test func `the readout's gradient is that of the cross entropy`() {
    var readout = Readout<Double>(words: 3, units: 2)
    readout.parameters = [0.2, -0.4, 0.7, 0.1, -0.3, 0.5, 0.1, -0.2, 0.3]
    let activation = [0.6, -0.9]
    var slopes = Array(repeating: 0.0, count: readout.parameters.count)
    let (loss, adjoint) = readout.backward(activation[...], target: 1, addingTo: &slopes)
    func lossOf(_ parameters: [Double], _ activation: [Double]) -> Double {
      var changed = readout
      changed.parameters = parameters
      return -Double.log(changed.probabilities(activation[...])[1])
    }
    expectClose([loss], [lossOf(readout.parameters, activation)])
    expectClose(slopes, centralDifferences(readout.parameters) { lossOf($0, activation) })
    expectClose(adjoint, centralDifferences(activation) { lossOf(readout.parameters, $0) })
  }

  @Test(arguments: [[], LSTM.gates], [0, 0.3])
  func `the model's gradient is that of its objective`(peepholes: [Role], cost: Double) {
    var model = SequenceModel(
      name: "small", kind: .lstm(LSTM(peepholes: Set(peepholes))), units: 3,
      vocabulary: Vocabulary(["a", "b", "c", "d"]))
    var random = SplitMix64(seed: 5)
    model.flatParameters = model.flatParameters.map { _ in random.nextUniform(within: 1) }
    let tokens = [0, 2, 1, 1, 3, 0]
    var gradient = ModelGradient(for: model, writingCost: cost)
    gradient.add(tokens, model: model)
    let differences = centralDifferences(model.flatParameters) { parameters in
      var changed = model
      changed.flatParameters = parameters
      var probe = ModelGradient(for: changed, writingCost: cost)
      probe.add(tokens, model: changed)
      return probe.loss + probe.cost
    }
    expectClose(gradient.parameters, differences)
  }

  @Test func `the loss of a model without knowledge is the logarithm of its words`() {
    let model = SequenceModel(
      name: "empty", kind: .lecture, units: 2, vocabulary: Vocabulary(["a", "b", "c"]))
    var gradient = ModelGradient(for: model)
    gradient.add([0, 1, 2, 0], model: model)
    #expect(gradient.predictionCount == 3)
    expectClose([gradient.meanLoss], [Double.log(3)])
  }

  @Test func `the flat parameters are the cell's and then the readout's`() {
    var model = SequenceModel(
      name: "small", kind: .lecture, units: 2, vocabulary: Vocabulary(["a", "b"]))
    let count = model.flatParameters.count
    model.flatParameters = (0..<count).map(Double.init)
    #expect(model.cell.parameters.first == 0)
    #expect(model.readout.parameters.last == Double(count - 1))
    #expect(model.flatParameters == (0..<count).map(Double.init))
  }
}

/// (f(θ + h) − f(θ − h)) / 2h for every element of θ.
private func centralDifferences(
  _ point: [Double], of function: ([Double]) -> Double
) -> [Double] {
  let step = 1e-5
  return point.indices.map { index in
    var (above, below) = (point, point)
    above[index] += step
    below[index] -= step
    return (function(above) - function(below)) / (2 * step)
  }
}
