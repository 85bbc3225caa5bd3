import CellEngine
import Testing

@Suite("Why a prediction is what it is")
struct PredictionExplanationTests {
  private func model() -> SequenceModel {
    var draw = Draw(seed: 69)
    var model = SequenceModel(
      name: "drawn", kind: .lecture, units: 3, vocabulary: Vocabulary(["a", "b", "c", "d"]))
    model.cell.parameters = draw.numbers(model.cell.parameters.count)
    model.readout.parameters = draw.numbers(model.readout.parameters.count)
    return model
  }

  @Test("Its scores make the probability, and the weighted activations each score")
  func readout() throws {
    let model = model()
    let trace = model.trace([2, 0, 3])
    for step in 0..<3 {
      for word in 0..<4 {
        let question = Question.probability(word: word, step: step)
        let probability = model.explanation(of: question, in: trace)
        #expect(abs(probability.recombined - probability.value) < 1e-15)
        #expect(probability.value == model.prediction(after: step, in: trace)[word])
        #expect(probability.terms.count == 4)
        #expect(probability.terms.first?.origin == .number(.score(word: word, step: step)))
        for term in probability.terms {
          guard case .number(let next) = term.origin else { continue }
          let score = model.explanation(of: next, in: trace)
          #expect(abs(score.recombined - term.value) < 1e-15)
          #expect(score.terms.count == 4)
        }
      }
    }
  }

  @Test("A score leads to the cell's output, and so to the words")
  func leads() throws {
    let model = model()
    let trace = model.trace([1, 1])
    let score = model.explanation(of: .score(word: 0, step: 1), in: trace)
    let places = score.terms.compactMap { term in
      if case .number(.value(let place)) = term.origin { place } else { nil as ValuePlace? }
    }
    #expect(places.count == 3)
    #expect(places.allSatisfy { $0.signal == model.cell.graph.output && $0.step == 1 })
    let place = try #require(places.first)
    let explanation = model.explanation(of: .value(place), in: trace)
    #expect(explanation == model.cell.explanation(of: place, in: trace))
  }
}
