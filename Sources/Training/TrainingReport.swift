public import CellEngine

/// What a trained model can do, measured on sentences that are not in training.
public struct TrainingReport: Hashable, Sendable {
  /// The sentences of the measurement.
  public let heldOut: HeldOutSentences
  /// How well the verb is predicted, for each gap.
  public let evaluation: Evaluation
  /// All units, the one that tells singular from plural most clearly first.
  public let probes: [UnitProbe]

  /// What 95 of 100 memories stay below in magnitude: what a full bar of the picture stands for.
  public let memoryScale: Double

  /// Measures a model.
  public init(of model: SequenceModel, on heldOut: HeldOutSentences = HeldOutSentences()) {
    self.heldOut = heldOut
    evaluation = Evaluation(of: model, on: heldOut)
    probes = UnitProbe.ranked(model, on: heldOut.groups.flatMap(\.sentences))
    memoryScale = Self.memoryScale(of: model, on: heldOut)
  }

  /// The sentence that a model of this task opens with.
  static let example = "the cats which already ate fish were full"

  private static func memoryScale(
    of model: SequenceModel, on heldOut: HeldOutSentences
  ) -> Double {
    let graph = model.cell.graph
    let memory = graph.memoryState.next
    var magnitudes: [Double] = []
    for sentence in heldOut.groups.flatMap({ $0.sentences.prefix(20) }) {
      let trace = model.trace(model.vocabulary.tokens(of: sentence.words[...]))
      for step in 0..<trace.stepCount { magnitudes += trace[memory, step].map(\.magnitude) }
    }
    magnitudes.sort()
    return magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count * 95 / 100]
  }

  /// The report as names and values, as a model file carries them; shares run from 0 to 1.
  public var findings: [String: String] {
    let overall = evaluation.overall
    var findings = [
      "held_out.seed": "\(heldOut.seed)", "held_out.sentences": "\(overall.count)",
      "accuracy": rounded(overall.accuracy), "accuracy.choice": rounded(overall.choiceAccuracy),
      "accuracy.worst_gap": rounded(evaluation.worstAccuracy),
      "accuracy.by_gap": evaluation.rows.map { row in
        "\(row.gap): \(row.verbs.right) and \(row.verbs.rightChoice) of \(row.verbs.count)"
      }.joined(separator: ", "),
      "memory_scale": rounded(memoryScale), "example": Self.example,
    ]
    guard let best = probes.first else { return findings }
    findings["focus_unit"] = "\(best.unit + 1)"
    findings["focus_unit.singular_mean"] = rounded(best.singularMean)
    findings["focus_unit.plural_mean"] = rounded(best.pluralMean)
    findings["focus_unit.separation"] = rounded(best.separation)
    findings["focus_unit.threshold_accuracy"] = rounded(best.thresholdAccuracy)
    findings["focus_unit.sign_accuracy"] = rounded(best.signAccuracy)
    findings["focus_unit.held_sign_accuracy"] = rounded(best.heldSignAccuracy)
    findings["focus_unit.smallest"] = rounded(best.smallest)
    findings["focus_unit.update_on_noun"] = rounded(best.updateOnNoun)
    findings["focus_unit.update_in_gap"] = rounded(best.updateInGap)
    findings["focus_unit.forget_in_gap"] = rounded(best.forgetInGap)
    return findings
  }

  /// Four places after the point are enough.
  private func rounded(_ value: Double) -> String {
    "\((value * 10_000).rounded() / 10_000)"
  }
}

extension Trainer {
  /// The model as it is now, with the recipe and the report in `recipe`.
  public func model(with report: TrainingReport) -> SequenceModel {
    var model = model
    model.recipe = recipe.settings.merging(report.findings) { _, finding in finding }
    model.recipe["steps"] = "\(stepCount)"
    return model
  }
}
