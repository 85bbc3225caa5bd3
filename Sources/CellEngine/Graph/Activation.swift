import RealModule

/// A function of one number, applied to each unit.
public enum Activation: String, CaseIterable, Hashable, Sendable {
  /// σ(x) = 1 / (1 + e⁻ˣ), from 0 to 1.
  case sigmoid
  /// tanh(x), from −1 to 1.
  case tanh
  /// max(0, x).
  case relu
  /// 4σ(x) − 2, from −2 to 2: the input squashing of Hochreiter & Schmidhuber 1997.
  case doubleBipolarSigmoid
  /// 2σ(x) − 1, from −1 to 1: the output squashing of Hochreiter & Schmidhuber 1997.
  case bipolarSigmoid

  /// The function's value at `x`.
  ///
  /// Finite for every finite `x`; NaN stays NaN.
  public func callAsFunction<Scalar: CellScalar>(_ x: Scalar) -> Scalar {
    switch self {
    case .sigmoid: Self.logistic(x)
    case .tanh: Scalar.tanh(x)
    case .relu: x > 0 || x.isNaN ? x : 0
    case .doubleBipolarSigmoid: 4 * Self.logistic(x) - 2
    case .bipolarSigmoid: 2 * Self.logistic(x) - 1
    }
  }

  /// The derivative, from the function's value `y`.
  ///
  ///     σ: y (1 − y)    tanh: 1 − y²    relu: 0 where y ≤ 0, else 1
  ///     4σ−2: (2 + y)(2 − y) / 4        2σ−1: (1 + y)(1 − y) / 2
  public func derivative<Scalar: CellScalar>(atValue y: Scalar) -> Scalar {
    switch self {
    case .sigmoid: y * (1 - y)
    case .tanh: 1 - y * y
    case .relu: y <= 0 ? 0 : 1
    case .doubleBipolarSigmoid: (2 + y) * (2 - y) / 4
    case .bipolarSigmoid: (1 + y) * (1 - y) / 2
    }
  }

  /// What reaches x of the adjoint ȳ of y: ȳ times the derivative.
  ///
  /// relu lets ȳ through or stops it, as in PyTorch: an infinite one times 0 would be NaN.
  public func adjoint<Scalar: CellScalar>(of adjoint: Scalar, atValue y: Scalar) -> Scalar {
    let slope = derivative(atValue: y)
    return self == .relu && slope == 0 ? 0 : adjoint * slope
  }

  /// The smallest and the largest value the function can take.
  public var range: ClosedRange<Double> {
    switch self {
    case .sigmoid: 0...1
    case .tanh, .bipolarSigmoid: -1...1
    case .relu: 0...Double.infinity
    case .doubleBipolarSigmoid: -2...2
    }
  }

  /// The exponent is never positive, so nothing overflows.
  private static func logistic<Scalar: CellScalar>(_ x: Scalar) -> Scalar {
    if x >= 0 { return 1 / (1 + Scalar.exp(-x)) }
    let power = Scalar.exp(x)
    return power / (1 + power)
  }
}
