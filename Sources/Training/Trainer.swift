public import CellEngine

/// A training run as a value: it advances by one batch at a time and can be kept at any point.
///
/// A copy of the trainer goes on exactly as the original does.
public struct Trainer: Sendable {
  /// What one update tells.
  public struct Progress: Hashable, Sendable {
    /// The number of updates so far.
    public let step: Int
    /// The cross entropy of one prediction on average, before the update, in nats.
    public let loss: Double
    /// How the batch's verbs are predicted before the update.
    public let verbs: VerbCount
  }

  /// What is trained, and how.
  public let recipe: TrainingRecipe
  /// The model as it is now.
  public private(set) var model: SequenceModel
  /// The number of updates so far.
  public private(set) var stepCount = 0
  private var adam: Adam
  private var random: SplitMix64

  /// Starts a run.
  public init(recipe: TrainingRecipe) {
    self.recipe = recipe
    var source = SplitMix64(seed: recipe.seed)
    var weights = source.split()
    random = source.split()
    model = SequenceModel(
      name: recipe.name, kind: recipe.kind, units: recipe.units,
      vocabulary: recipe.grammar.words.vocabulary)
    recipe.initialization.fill(&model, using: &weights)
    model.recipe = recipe.settings
    adam = Adam(count: model.flatParameters.count, settings: recipe.adam)
  }

  /// Whether all updates of the recipe are done.
  public var isFinished: Bool { stepCount >= recipe.steps }

  /// Draws one batch and updates the weights once.
  @discardableResult
  public mutating func step() -> Progress {
    var gradient = ModelGradient(for: model, writingCost: recipe.writingCost)
    var verbs = VerbCount()
    for _ in 0..<recipe.batch {
      let sentence = recipe.grammar.trainingSentence(
        longestGap: recipe.longestGap, using: &random)
      let trace = gradient.add(model.vocabulary.tokens(of: sentence.words[...]), model: model)
      verbs.add(sentence, trace: trace, model: model)
    }
    var slopes = gradient.mean
    recipe.clipping.clip(&slopes)
    let rate = recipe.rate(at: stepCount)
    var parameters = model.flatParameters
    adam.update(&parameters, gradient: slopes, rate: rate, decay: recipe.weightDecay)
    model.flatParameters = parameters
    stepCount += 1
    return Progress(step: stepCount, loss: gradient.meanLoss, verbs: verbs)
  }
}
