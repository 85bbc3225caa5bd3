import RealModule

/// The layer that turns the cell's output into a probability for each word.
///
///     ŷ<t> = softmax(Wy a<t> + by)
public struct Readout<Scalar: CellScalar>: Sendable, Equatable {
  /// The number of words, V.
  public let wordCount: Int
  /// The number of units, H.
  public let unitCount: Int
  /// Wy [V, H] row by row, then by [V].
  public var parameters: [Scalar]

  /// Makes a readout with all weights 0.
  public init(words: Int, units: Int) {
    wordCount = words
    unitCount = units
    parameters = Array(repeating: 0, count: words * (units + 1))
  }

  /// Where Wy stands in `parameters`.
  public var weightRange: Range<Int> { 0..<(wordCount * unitCount) }
  /// Where by stands in `parameters`.
  public var biasRange: Range<Int> { (wordCount * unitCount)..<parameters.count }

  /// The probability of each word, [V]; they add up to 1.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func probabilities(_ activation: ArraySlice<Scalar>) -> [Scalar] {
    Self.softmax(scores(activation))
  }

  /// The score of each word, Wy a<t> + by, [V].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func scores(_ activation: ArraySlice<Scalar>) -> [Scalar] {
    precondition(activation.count == unitCount, "\(activation.count) for \(unitCount) units")
    var scores = Array(parameters[biasRange])
    for word in 0..<wordCount {
      let row = parameters[(word * unitCount)..<((word + 1) * unitCount)]
      scores[word] += zip(row, activation).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return scores
  }

  /// e^(s − max s), scaled to add up to 1.
  static func softmax(_ scores: [Scalar]) -> [Scalar] {
    let powers = powers(scores)
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// e^(s − max s) of each score: what a softmax adds up.
  static func powers(_ scores: [Scalar]) -> [Scalar] {
    let top = scores.max() ?? 0
    return scores.map { Scalar.exp($0 - top) }
  }
}
