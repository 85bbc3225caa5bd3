import CellEngine
import Testing

@Suite("From the cell's output to the prediction")
struct ReadoutTests {
  private func readout(weights: [Double], biases: [Double]) -> Readout<Double> {
    var readout = Readout<Double>(words: biases.count, units: weights.count / biases.count)
    readout.parameters = weights + biases
    return readout
  }

  @Test("The probabilities are the softmax of Wy a + by")
  func softmax() {
    let readout = readout(weights: [1, 0, 0, 1, 1, 1], biases: [0, 0.5, -1])
    // The scores are 2, −0.5 and 0.
    let found = readout.probabilities([2, -1])
    let expected = [0.821_409_019_465_125_9, 0.067_425_358_232_452_92, 0.111_165_622_302_421_14]
    for (probability, target) in zip(found, expected) { #expect(abs(probability - target) < 1e-15) }
  }

  @Test("The probabilities add up to 1")
  func sum() {
    var draw = Draw(seed: 21)
    var readout = Readout<Double>(words: 50, units: 8)
    for scale in [0.0, 1, 30, 1e6] {
      readout.parameters = draw.numbers(readout.parameters.count).map { $0 * scale }
      let total = readout.probabilities(draw.numbers(8)[...]).reduce(0, +)
      #expect(abs(total - 1) < 1e-14)
    }
  }

  @Test("Huge scores neither overflow nor vanish")
  func huge() {
    let readout = readout(weights: [0, 0, 0], biases: [1e308, 1e308, -1e308])
    #expect(readout.probabilities([1]) == [0.5, 0.5, 0])
  }

  @Test("Without weights every word is as likely as the others")
  func uniform() {
    #expect(
      Readout<Double>(words: 4, units: 3).probabilities([1, 2, 3]) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test("A model reads words one by one and predicts after each")
  func model() {
    var model = SequenceModel(
      name: "test", kind: .lecture, units: 3, vocabulary: Vocabulary(["a", "b"]))
    var draw = Draw(seed: 22)
    model.cell.parameters = draw.numbers(model.cell.parameters.count)
    model.readout.parameters = draw.numbers(model.readout.parameters.count)
    let trace = model.trace([0, 1, 0])
    #expect(trace.stepCount == 3)
    let direct = model.cell.trace([[1, 0], [0, 1], [1, 0]])
    #expect(trace == direct)
    #expect(
      model.prediction(after: 1, in: trace)
        == model.readout.probabilities(trace[model.cell.graph.output, 1]))
  }
}
