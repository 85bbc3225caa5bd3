import CellEngine
import Testing
import Training

@Suite struct EvaluationTests {
  let heldOut = HeldOutSentences(gaps: [2, 4, 9], count: 10)

  @Test func `a model that always says were is right for plural subjects only`() {
    let evaluation = Evaluation(of: constant("were"), on: heldOut)
    let plurals = heldOut.groups.map { $0.sentences.count { $0.number == .plural } }
    #expect(evaluation.rows.map(\.gap) == [2, 4, 9])
    #expect(evaluation.rows.map(\.verbs.count) == heldOut.groups.map(\.sentences.count))
    #expect(evaluation.rows.map(\.verbs.right) == plurals)
    #expect(evaluation.rows.map(\.verbs.rightChoice) == plurals)
    #expect(evaluation.overall.right == plurals.reduce(0, +))
  }

  @Test func `a model that always says fish is never right`() {
    let overall = Evaluation(of: constant("fish"), on: heldOut).overall
    #expect(overall.accuracy == 0)
    #expect(overall.choiceAccuracy == 0, "was and were are equally likely")
  }

  @Test func `the likeliest word must be the verb, not only likelier than the other verb`() {
    let overall = Evaluation(of: constant("fish", then: "was"), on: heldOut).overall
    #expect(overall.right == 0)
    #expect(overall.rightChoice > 0 && overall.rightChoice < overall.count)
  }

  @Test func `a unit that keeps the noun's number is found`() throws {
    var model = constant("were")
    try set("forget.bias", of: &model, at: 2, to: 20)
    try set("update.bias", of: &model, at: 2, to: 20)
    for noun in AgreementWords().nouns {
      for (form, value) in [(noun.singular, -1.0), (noun.plural, 1.0)] {
        let column = try #require(model.vocabulary.index(of: form))
        let place = 2 * model.vocabulary.count + column
        try set("candidate.weight.input", of: &model, at: place, to: value)
      }
    }
    let heldOut = HeldOutSentences(gaps: [2], count: 10)
    let best = try #require(
      UnitProbe.ranked(model, on: heldOut.groups.flatMap(\.sentences)).first)
    #expect(best.unit == 2)
    #expect(best.heldSignAccuracy == 1 && best.thresholdAccuracy == 1)
    #expect(best.singularMean < -0.7 && best.pluralMean > 0.7, "\(best)")
    #expect(best.forgetInGap > 0.99)
  }

  private func set(
    _ name: String, of model: inout SequenceModel, at place: Int, to value: Double
  ) throws {
    let parameter = try #require(model.cell.parameter(named: name))
    model.cell.parameters[model.cell.parameterLayout[parameter.index].lowerBound + place] = value
  }

  @Test func `the finished model carries recipe, accuracy and focus unit`() {
    var trainer = Trainer(recipe: TrainingRecipe(units: 3, seed: 1, steps: 2, batch: 2))
    trainer.finish()
    let model = trainer.model(with: TrainingReport(of: trainer.model, on: heldOut))
    #expect(model.recipe["task"] == "agreement")
    #expect(model.recipe["seed"] == "1")
    #expect(model.recipe["steps"] == "2")
    #expect(model.recipe["held_out.sentences"] == "\(heldOut.groups.flatMap(\.sentences).count)")
    #expect(model.recipe["accuracy"] != nil)
    #expect(model.recipe["focus_unit"] == "\(model.focusUnit + 1)")
  }

  /// A model whose prediction is the same after every word.
  private func constant(_ word: String, then second: String? = nil) -> SequenceModel {
    var model = SequenceModel(
      name: "constant", kind: .lecture, units: 3, vocabulary: AgreementWords().vocabulary)
    for (word, score) in [(word, 9.0), (second ?? word, second == nil ? 9 : 5)] {
      guard let place = model.vocabulary.index(of: word) else { continue }
      model.readout.parameters[model.readout.biasRange.lowerBound + place] = score
    }
    return model
  }
}
