public import CellEngine
import RealModule

/// Training on a text as a value: it advances by one update at a time and can be kept at any point.
///
/// Single precision, truncated windows with carried states, cross entropy of the next character,
/// Adam. An update is a fixed amount of work, so a program can make some of them between two
/// pictures and show the model as it is. A copy of the trainer goes on exactly as the original does.
/// Source: truncated backpropagation through time, Williams & Peng 1990.
public struct TextTrainer: Sendable {
  /// What is trained, and how.
  public let recipe: TextRecipe
  /// The words of the model: characters.
  public let vocabulary: Vocabulary
  /// The number of updates so far.
  public var stepCount: Int { trainer.updateCount }
  /// The cross entropy of the last updates on average, in nats, the last ones counting most; nil
  /// before the first.
  public private(set) var recentLoss: Double?
  /// The same in bits.
  public var recentBits: Double? { recentLoss.map { $0 / Double.log(2) } }
  private var trainer: BatchTrainer<Float>
  private var streams: TextStreams
  private let heldOut: ArraySlice<Int32>
  private let start: SequenceModel

  /// Starts a run on a text of at least `recipe.shortestText` characters.
  public init(recipe: TextRecipe, text: CharacterText) {
    precondition(text.tokens.count >= recipe.shortestText, "the text is too short")
    self.recipe = recipe
    vocabulary = text.vocabulary
    heldOut = text.heldOut
    streams = TextStreams(text.training, streams: recipe.streams, window: recipe.window)
    var model = SequenceModel(
      name: recipe.name, kind: recipe.kind, units: recipe.units, vocabulary: text.vocabulary)
    var random = SplitMix64(seed: recipe.seed)
    recipe.initialization.fill(&model, using: &random)
    model.recipe = recipe.settings
    start = model
    var gradient = BatchGradient<Float>(
      model.cell.graph, inputs: vocabulary.count, units: recipe.units,
      outputs: vocabulary.count, steps: recipe.window, sequences: recipe.streams)
    gradient.cellParameters = model.cell.parameters.map { Float($0) }
    gradient.readoutParameters = model.readout.parameters.map { Float($0) }
    trainer = BatchTrainer(gradient, adam: recipe.adam, clipping: recipe.clipping)
  }

  /// Whether all updates of the recipe are done.
  public var isFinished: Bool { stepCount >= recipe.steps }

  /// Reads one window of all streams and updates the weights once.
  public mutating func step() {
    let (inputs, targets, goesOn) = streams.next()
    let rate = recipe.rate(at: stepCount)
    let progress = trainer.update(
      .tokens(inputs), .tokens(targets), rate: rate, decay: recipe.weightDecay,
      carriesStates: goesOn)
    recentLoss = recentLoss.map { 0.98 * $0 + 0.02 * progress.loss } ?? progress.loss
  }

  /// The model as it is now, with the recipe.
  public var model: SequenceModel {
    var model = start
    model.cell.parameters = trainer.gradient.cellParameters.map { Double($0) }
    model.readout.parameters = trainer.gradient.readoutParameters.map { Double($0) }
    model.recipe["steps"] = "\(stepCount)"
    return model
  }

  /// The cross entropy of one character of the part that training never sees, in bits.
  ///
  /// The text is read in one window after the other, the states carried on.
  public func heldOutBits() -> Double {
    var windows = TextStreams(heldOut, streams: recipe.streams, window: recipe.window)
    var reader = trainer.gradient
    var total = 0.0
    for _ in 0..<windows.windowCount {
      let (inputs, targets, goesOn) = windows.next()
      total += reader.compute(.tokens(inputs), .tokens(targets), carriesStates: goesOn)
    }
    return total / Double(max(1, windows.windowCount)) / Double.log(2)
  }

  /// The model as it is now, with the recipe and what was measured in `recipe`.
  public func measuredModel() -> SequenceModel {
    var model = model
    model.recipe["held_out.characters"] = "\(heldOut.count)"
    model.recipe["held_out.bits_per_character"] = "\((heldOutBits() * 10_000).rounded() / 10_000)"
    return model
  }
}
