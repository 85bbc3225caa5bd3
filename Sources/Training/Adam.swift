/// The optimiser Adam over one flat array, with decoupled weight decay.
///
///     m ← β₁ m + (1 − β₁) g            v ← β₂ v + (1 − β₂) g²
///     θ ← θ − α ( m̂ / (√v̂ + ε) + λ θ )    m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
///
/// Source: Kingma & Ba 2015; the decay λ, Loshchilov & Hutter 2019.
public struct Adam: Hashable, Sendable {
  /// What the optimiser is set to.
  public struct Settings: Hashable, Sendable {
    /// β₁, how much of the mean gradient is kept at each update.
    public var firstDecay: Double
    /// β₂, how much of the mean squared gradient is kept at each update.
    public var secondDecay: Double
    /// ε, what keeps the quotient finite.
    public var epsilon: Double

    /// Makes settings; without arguments, the paper's.
    public init(firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8) {
      self.firstDecay = firstDecay
      self.secondDecay = secondDecay
      self.epsilon = epsilon
    }

    /// The settings as names and values, as a model file carries them.
    var named: [String: String] {
      [
        "optimizer": "adam", "adam.first_decay": "\(firstDecay)",
        "adam.second_decay": "\(secondDecay)", "adam.epsilon": "\(epsilon)",
      ]
    }
  }

  /// What the optimiser is set to.
  public let settings: Settings
  private var firstMoments: [Double]
  private var secondMoments: [Double]
  private var firstPower = 1.0
  private var secondPower = 1.0

  /// Starts with all moments at 0.
  public init(count: Int, settings: Settings = Settings()) {
    self.settings = settings
    firstMoments = Array(repeating: 0, count: count)
    secondMoments = Array(repeating: 0, count: count)
  }

  /// Moves the parameters one step down the gradient.
  ///
  /// - Parameters:
  ///   - rate: the learning rate α of this update.
  ///   - decay: λ, the share of each parameter that decays, times the rate.
  public mutating func update(
    _ parameters: inout [Double], gradient: [Double], rate: Double, decay: Double = 0
  ) {
    precondition(
      parameters.count == firstMoments.count && gradient.count == firstMoments.count,
      "\(parameters.count) parameters, \(gradient.count) slopes for \(firstMoments.count)")
    let (first, second) = (settings.firstDecay, settings.secondDecay)
    firstPower *= first
    secondPower *= second
    for index in parameters.indices {
      let slope = gradient[index]
      firstMoments[index] = first * firstMoments[index] + (1 - first) * slope
      secondMoments[index] = second * secondMoments[index] + (1 - second) * slope * slope
      let mean = firstMoments[index] / (1 - firstPower)
      let spread = (secondMoments[index] / (1 - secondPower)).squareRoot()
      parameters[index] -= rate * (mean / (spread + settings.epsilon) + decay * parameters[index])
    }
  }
}
