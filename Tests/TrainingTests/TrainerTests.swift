import CellEngine
import Testing
import Training

@Suite struct TrainerTests {
  /// Small enough for a debug build.
  let recipe = TrainingRecipe(units: 4, seed: 3, steps: 60, batch: 4, rate: 0.05, longestGap: 4)

  @Test func `two runs of one recipe give the same weights, bit for bit`() {
    var (first, second) = (Trainer(recipe: recipe), Trainer(recipe: recipe))
    first.finish()
    second.finish()
    #expect(
      first.model.flatParameters.map(\.bitPattern) == second.model.flatParameters.map(\.bitPattern))
  }

  @Test(arguments: CatalogueEntry.all)
  func `a cell gets as many units as the shipped model of its family`(_ entry: CatalogueEntry) {
    let units =
      switch entry.kind {
      case .lstm: TrainingRecipe.agreement.units
      case .gru: TrainingRecipe.agreementGRU.units
      case .rnn: TrainingRecipe.agreementRNN.units
      }
    let recipe = TrainingRecipe.agreement(for: entry.kind)
    #expect(recipe.units == units && recipe.kind == entry.kind)
  }

  @Test func `a run kept at some step goes on as the run that was not kept`() {
    var whole = Trainer(recipe: recipe)
    var part = Trainer(recipe: recipe)
    for _ in 0..<13 { part.step() }
    let kept = part
    part.finish()
    whole.finish()
    var resumed = kept
    resumed.finish()
    #expect(kept.stepCount == 13)
    #expect(resumed.model.flatParameters == whole.model.flatParameters)
    #expect(resumed.model.flatParameters == part.model.flatParameters)
  }

  @Test func `another seed gives other weights`() {
    var other = recipe
    other.seed = 4
    #expect(
      Trainer(recipe: recipe).model.flatParameters != Trainer(recipe: other).model.flatParameters)
  }

  @Test func `a cell with peepholes starts as the cell without them`() {
    var peeping = recipe
    peeping.kind = .lstm(LSTM(peepholes: Set(LSTM.gates)))
    var (plain, other) = (Trainer(recipe: recipe), Trainer(recipe: peeping))
    #expect(plain.step().loss == other.step().loss)
    #expect(plain.step().loss != other.step().loss)
  }

  @Test func `a short training lowers the loss`() {
    var trainer = Trainer(recipe: recipe)
    var losses: [Double] = []
    while !trainer.isFinished { losses.append(trainer.step().loss) }
    let first = losses.prefix(5).reduce(0, +) / 5
    let last = losses.suffix(5).reduce(0, +) / 5
    #expect(last < 0.8 * first, "from \(first) to \(last)")
    #expect(losses.count == recipe.steps && trainer.stepCount == recipe.steps)
  }

  @Test func `the learning rate falls from the first to the last`() {
    let recipe = TrainingRecipe(steps: 11, rate: 1, finalRate: 0)
    expectClose([0, 5, 10].map(recipe.rate(at:)), [1, 0.5, 0])
  }

  @Test func `the two recipes differ only in their name and their cell`() {
    var plain = TrainingRecipe.agreement
    plain.name = TrainingRecipe.agreementPeephole.name
    plain.kind = TrainingRecipe.agreementPeephole.kind
    #expect(plain == .agreementPeephole)
    #expect(plain.kind != TrainingRecipe.agreement.kind)
  }

  @Test func `the recipes of the other cells differ in name, cell and units alone`() {
    for recipe in [TrainingRecipe.agreementGRU, .agreementRNN] {
      var plain = TrainingRecipe.agreement
      (plain.name, plain.kind, plain.units) = (recipe.name, recipe.kind, recipe.units)
      #expect(plain == recipe)
    }
  }

  @Test func `no other number of units comes nearer to the weights of the LSTM`() {
    func weights(_ recipe: TrainingRecipe) -> Int {
      Trainer(recipe: recipe).model.flatParameters.count
    }
    let aim = weights(.agreement)
    #expect(aim == 1764)
    for (recipe, count) in [(TrainingRecipe.agreementGRU, 1806), (.agreementRNN, 1784)] {
      #expect(weights(recipe) == count)
      for step in [-1, 1] {
        var other = recipe
        other.units += step
        #expect(abs(weights(other) - aim) > abs(count - aim))
      }
    }
  }
}

extension Trainer {
  /// Does all updates that are left.
  mutating func finish() {
    while !isFinished { step() }
  }
}
