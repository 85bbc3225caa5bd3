import CKernels
public import CellEngine
import RealModule

/// Training on batches: forward, backward through time, clipping and Adam, without allocation.
///
/// A value: a copy goes on exactly as the original does.
public struct BatchTrainer<Scalar: CellScalar>: Sendable {
  /// What one update tells.
  public struct Progress: Hashable, Sendable {
    /// The mean loss before the update.
    public let loss: Double
    /// The norm of the gradient before it was clipped.
    public let gradientNorm: Double
  }

  /// The parameters, and the gradient of the last update.
  public var gradient: BatchGradient<Scalar>
  /// What the optimiser is set to.
  public let adam: Adam.Settings
  /// The norm that the gradient is clipped to; nil for none.
  public var clipping: Clipping?
  /// The number of updates so far, t.
  public private(set) var updateCount = 0
  private var firstMoments: AlignedNumbers<Scalar>
  private var secondMoments: AlignedNumbers<Scalar>

  /// Starts training from the parameters of a gradient, with all moments at 0.
  public init(
    _ gradient: BatchGradient<Scalar>, adam: Adam.Settings = Adam.Settings(),
    clipping: Clipping? = nil
  ) {
    self.gradient = gradient
    self.adam = adam
    self.clipping = clipping
    firstMoments = AlignedNumbers(count: gradient.plan.parameterCount)
    secondMoments = AlignedNumbers(count: gradient.plan.parameterCount)
  }

  /// Computes the gradient of a batch and moves the parameters one step of Adam.
  ///
  /// - Parameters:
  ///   - rate: the learning rate α of this update.
  ///   - decay: λ, the share of each parameter that decays, times the rate.
  ///   - carriesStates: see `BatchGradient.compute`.
  @discardableResult
  public mutating func update(
    _ inputs: BatchGradient<Scalar>.Inputs, _ targets: BatchGradient<Scalar>.Targets,
    rate: Double, decay: Double = 0, carriesStates: Bool = false
  ) -> Progress {
    let loss = gradient.compute(inputs, targets, carriesStates: carriesStates)
    updateCount += 1
    let norm = move(rate: rate, decay: decay)
    return Progress(loss: loss, gradientNorm: norm)
  }

  /// One step of Adam with the clipped gradient.
  ///
  /// - Returns: the norm of the gradient before.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private mutating func move(rate: Double, decay: Double) -> Double {
    let (memory, count) = (gradient.memory, gradient.plan.parameterCount)
    let kernels = Kernels<Scalar>(set: gradient.instructionSet.rawValue)
    let (adam, limit, updates) = (adam, clipping?.limit, updateCount)
    return gradient.numbers.withMutableNumbers { all in
      firstMoments.withMutableNumbers { first in
        secondMoments.withMutableNumbers { second in
          guard let start = all.baseAddress, let first = first.baseAddress,
            let second = second.baseAddress
          else { preconditionFailure("there are parameters") }
          let slopes = start + memory.gradient
          let norm = kernels.sumOfSquares(count, slopes).squareRoot()
          let scale = limit.map { norm > $0 ? $0 / norm : 1 } ?? 1
          kernels.adam(
            count, adam.kernel(updates: updates, rate: rate, decay: decay, scale: scale),
            parameters: start + memory.parameters, gradient: slopes, first: first, second: second)
          return norm
        }
      }
    }
  }
}

extension Adam.Settings {
  /// The settings of one update for the kernel; `updates` counts it already.
  fileprivate func kernel(
    updates: Int, rate: Double, decay: Double, scale: Double
  ) -> kernels_adam {
    kernels_adam(
      gradient_scale: scale, first_decay: firstDecay, second_decay: secondDecay,
      first_correction: 1 - Double.pow(firstDecay, updates),
      second_correction: 1 - Double.pow(secondDecay, updates), epsilon: epsilon, rate: rate,
      weight_decay: decay)
  }
}
