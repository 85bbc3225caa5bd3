public import CellEngine
import RealModule

extension Readout<Double> {
  /// The loss of one prediction and its gradient: softmax and cross entropy together.
  ///
  ///     loss = − ln ŷ[target]      s̄ = ŷ − onehot(target)
  ///     W̄y += s̄ aᵀ     b̄y += s̄     ā = Wyᵀ s̄
  ///
  /// - Parameters:
  ///   - activation: a<t>, [H].
  ///   - target: the word that comes next, from 0.
  ///   - slopes: the array that W̄y [V, H] and b̄y [V] are added to.
  ///   - start: where W̄y begins in it.
  /// - Returns: the loss in nats and ā, [H].
  public func backward(
    _ activation: ArraySlice<Double>, target: Int, addingTo slopes: inout [Double],
    from start: Int = 0
  ) -> (loss: Double, adjoint: [Double]) {
    precondition(
      slopes.count >= start + parameters.count,
      "\(slopes.count) slopes do not hold \(parameters.count) from \(start)")
    let inputs = Array(activation)
    var scores = probabilities(activation)
    let loss = -Double.log(max(scores[target], .leastNormalMagnitude))
    scores[target] -= 1
    var adjoint = Array(repeating: 0.0, count: unitCount)
    for word in 0..<wordCount {
      let row = word * unitCount
      for unit in 0..<unitCount {
        slopes[start + row + unit] += scores[word] * inputs[unit]
        adjoint[unit] += scores[word] * parameters[row + unit]
      }
      slopes[start + biasRange.lowerBound + word] += scores[word]
    }
    return (loss, adjoint)
  }
}
