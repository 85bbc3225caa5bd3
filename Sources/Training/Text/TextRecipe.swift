public import CellEngine

/// Everything that decides what training on a text gives.
///
/// Equal recipes and texts give equal models on one machine, bit for bit.
public struct TextRecipe: Hashable, Sendable {
  /// What the model is called.
  public var name: String
  /// Which cell of the catalogue is trained.
  public var kind: CellKind
  /// The number of units, H.
  public var units: Int
  /// What the first weights come from.
  public var seed: UInt64
  /// The number of updates.
  public var steps: Int
  /// The characters that the gradient goes back over, T; the states are carried further.
  public var window: Int
  /// The number of streams that are read side by side, B.
  public var streams: Int
  /// The learning rate of the first update.
  public var rate: Double
  /// The learning rate of the last update; between the two it falls on a straight line.
  public var finalRate: Double
  /// What the optimiser is set to.
  public var adam: Adam.Settings
  /// The share of each weight that decays at each update, times the learning rate.
  public var weightDecay: Double
  /// The norm that a gradient is clipped to.
  public var clipping: Clipping
  /// How the weights start.
  public var initialization: Initialization

  /// Makes a recipe; without arguments, the lecture's LSTM with 96 units.
  public init(
    name: String = "text", kind: CellKind = .lecture, units: Int = 96, seed: UInt64 = 1,
    steps: Int = 8000, window: Int = 64, streams: Int = 32, rate: Double = 0.01,
    finalRate: Double = 0.0002, adam: Adam.Settings = Adam.Settings(),
    weightDecay: Double = 0.001, clipping: Clipping = Clipping(limit: 1),
    initialization: Initialization = Initialization()
  ) {
    self.name = name
    self.kind = kind
    self.units = units
    self.seed = seed
    self.steps = steps
    self.window = window
    self.streams = streams
    self.rate = rate
    self.finalRate = finalRate
    self.adam = adam
    self.weightDecay = weightDecay
    self.clipping = clipping
    self.initialization = initialization
  }

  /// The fewest characters that a text must have.
  public var shortestText: Int { 20 * (window + 1) * streams }

  /// The learning rate of an update, from 0.
  public func rate(at step: Int) -> Double {
    rate.falling(to: finalRate, at: step, of: steps)
  }

  /// The recipe as names and values, as a model file carries them.
  public var settings: [String: String] {
    let own = [
      "task": "next character", "units": "\(units)", "seed": "\(seed)", "steps": "\(steps)",
      "window": "\(window)", "streams": "\(streams)", "rate": "\(rate)",
      "final_rate": "\(finalRate)", "weight_decay": "\(weightDecay)",
      "clip_norm": "\(clipping.limit)",
    ]
    return own.merging(adam.named) { own, _ in own }.merging(initialization.named) { own, _ in own }
  }
}
