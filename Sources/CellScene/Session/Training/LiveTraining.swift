public import CellEngine
import Training

/// A small model that is trained while it is watched, with what it was at its checkpoints.
///
/// A value: so many updates always give the same weights, and a checkpoint shows the very weights
/// that were there.
public struct LiveTraining: Sendable {
  /// The number of updates from one checkpoint to the next.
  public static let interval = 20
  /// The number of updates of the whole training: few enough to watch, enough to learn the task.
  public static let updates = 800
  /// The number of updates whose verbs are counted together.
  static let recent = 10

  private var trainer: Trainer
  private var verbs: [VerbCount] = []
  private var checkpoints: [[Double]]
  /// The loss of each update, in nats for a word.
  public private(set) var losses: [Double] = []
  /// The update after which the model is shown: a checkpoint, or the last one.
  public private(set) var shown = 0

  /// Starts with random weights, the same at every start.
  ///
  /// The recipe is that of the shipped models with a tenth of the updates.
  public init(_ kind: CellKind) {
    var recipe = TrainingRecipe.agreement(for: kind)
    recipe.steps = Self.updates
    recipe.name += "-live"
    trainer = Trainer(recipe: recipe)
    checkpoints = [trainer.model.flatParameters]
  }

  /// The cell that is trained.
  public var kind: CellKind { trainer.recipe.kind }
  /// The number of units, H.
  public var unitCount: Int { trainer.recipe.units }
  /// The words that the task chooses between.
  public var choices: [String] { trainer.recipe.grammar.words.choices }
  /// The number of updates that are done.
  public var count: Int { losses.count }
  /// Whether all updates are done.
  public var isFinished: Bool { trainer.isFinished }

  /// The model at the shown update.
  public var model: SequenceModel {
    var model = trainer.model
    if shown < count { model.flatParameters = checkpoints[shown / Self.interval] }
    return model
  }

  /// How often the right verb was likelier than the other in the updates up to the shown one; nil
  /// before the first.
  ///
  /// The likeliest word of all would not do: after “the cats” also “which” is right.
  public var share: Double? {
    guard shown > 0 else { return nil }
    var sum = VerbCount()
    for count in verbs[max(0, shown - Self.recent)..<shown] { sum.add(count) }
    return sum.choiceAccuracy
  }

  /// The words as places in the model's vocabulary; nil if it does not know one of them.
  public func tokens(of words: some Sequence<String>) -> [Int]? {
    var tokens: [Int] = []
    for word in words {
      guard let token = trainer.model.vocabulary.index(of: word) else { return nil }
      tokens.append(token)
    }
    return tokens
  }

  /// Does so many updates or what is left of them, and shows the last one.
  public mutating func train(_ updates: Int) {
    for _ in 0..<updates where !isFinished {
      let progress = trainer.step()
      losses.append(progress.loss)
      verbs.append(progress.verbs)
      if count % Self.interval == 0 { checkpoints.append(trainer.model.flatParameters) }
    }
    shown = count
  }

  /// Shows a checkpoint so many on or back; beyond the last one is the model as it is now.
  public mutating func scrub(_ steps: Int) {
    let (whole, part) = shown.quotientAndRemainder(dividingBy: Self.interval)
    let place = whole + steps + (steps < 0 && part > 0 ? 1 : 0)
    shown = min(max(0, place) * Self.interval, count)
  }

  /// Shows the first checkpoint, or the model as it is now.
  public mutating func show(first: Bool) { shown = first ? 0 : count }
}
