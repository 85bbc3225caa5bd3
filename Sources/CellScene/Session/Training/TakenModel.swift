import CellEngine

extension Session {
  private static let updatesKey = "live_updates"

  /// After how many updates the present model was taken over from a training; nil if it is one that
  /// the session began with.
  var takenUpdates: Int? {
    guard experiment.model >= givenCount else { return nil }
    return model.recipe[Self.updatesKey].flatMap { Int($0) }
  }

  /// The present model's place among those that are gone through in turn; of another one that of
  /// the first of the same family.
  var placeInTurn: Int {
    guard experiment.model >= turnCount else { return experiment.model }
    let family = model.kind.family
    return models[..<turnCount].firstIndex { $0.kind.family == family } ?? 0
  }

  /// Goes on in the cell with the model as it was at the shown update; that can be undone.
  ///
  /// Edits of the other model's numbers go, words stay.
  mutating func takeOver(_ training: LiveTraining) {
    guard training.model.vocabulary == model.vocabulary else {
      notice = .training(.otherWords(choices: training.choices))
      return
    }
    var taken = training.model
    taken.name = "live-\(training.shown)"
    taken.recipe["memory_scale"] = model.recipe["memory_scale"]
    taken.recipe["focus_unit"] = "\(unit + 1)"
    taken.recipe[Self.updatesKey] = "\(training.shown)"
    let place = place(of: taken)
    view = .cell
    change {
      $0.model = place
      $0.kind = taken.kind
      $0.edits = Edits()
    }
    notice = .training(.taken(updates: training.shown))
  }

  /// The place of a model that was taken over; one that was taken before has its place already.
  private mutating func place(of taken: SequenceModel) -> Int {
    let known = models[givenCount...].firstIndex { model in
      model.name == taken.name && model.kind == taken.kind && model.recipe == taken.recipe
    }
    if let known { return known }
    models.append(taken)
    return models.count - 1
  }
}
