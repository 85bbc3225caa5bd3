import CellEngine

extension Session {
  private static let updatesKey = "live_updates"

  /// After how many updates the present model was taken over from a training; nil if it is one that
  /// the session began with.
  var takenUpdates: Int? {
    guard experiment.model >= givenCount else { return nil }
    return model.recipe[Self.updatesKey].flatMap { Int($0) }
  }

  /// The places of the models that the session began with, the first one of each cell.
  var cellModels: [Int] {
    var cells: Set<String> = []
    return (0..<givenCount).filter { cells.insert(models[$0].cell.graph.name).inserted }
  }

  /// Where the present model's cell stands among those of `cellModels`.
  var familyPlace: Int {
    let family = model.cell.graph.name
    return cellModels.firstIndex { models[$0].cell.graph.name == family } ?? 0
  }

  /// Goes on in the cell with the model as it was at the shown update; that can be undone.
  ///
  /// Edits of the other model's numbers go, words stay.
  mutating func takeOver(_ training: LiveTraining) {
    guard training.model.vocabulary == model.vocabulary else {
      notice = .training(.otherWords)
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
    before = nil
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
