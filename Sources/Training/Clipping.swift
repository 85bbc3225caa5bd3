/// Keeps one steep batch from throwing the weights far away.
///
///     g ← g · min(1, limit / ‖g‖₂)
///
/// Source: Pascanu, Mikolov & Bengio 2013.
public struct Clipping: Hashable, Sendable {
  /// The largest norm that a gradient keeps.
  public var limit: Double

  /// Makes a limit.
  public init(limit: Double) {
    precondition(limit > 0, "a gradient cannot be clipped to a norm of \(limit)")
    self.limit = limit
  }

  /// Scales the gradient down to the limit if it is longer.
  ///
  /// - Returns: the norm before.
  @discardableResult
  public func clip(_ gradient: inout [Double]) -> Double {
    let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard norm > limit else { return norm }
    let scale = limit / norm
    for index in gradient.indices { gradient[index] *= scale }
    return norm
  }
}
