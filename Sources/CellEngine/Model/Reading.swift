/// How the words of a sentence become the inputs x<1> … x<T> of a model's cell.
///
/// Layers may lie between the words' numbers and the cell, and the cell may read from the end: then
/// the words come in its order.
public struct Reading: Sendable {
  /// What numbers a word stands for.
  public enum Source: Sendable {
    /// A 1 at its place in the vocabulary, 0 elsewhere.
    case oneHot
    /// Its row of an embedding, [V][E].
    case embedding([[Double]])
    /// The words are the steps of a sequence of numbers, [T][I].
    case sequence([[Double]])
  }

  /// What numbers a word stands for.
  public let source: Source
  /// The layers between those and the cell; nil if there are none.
  public let below: CellStack<Double>?
  /// Whether the cell reads from the end of time.
  public let isReversed: Bool
  /// The states of the layers below before their first step; empty for zeros.
  private let initial: CellStack<Double>.States

  /// Makes a reading.
  ///
  /// - Parameter initial: the states of the layers below; what is said of other layers is not read.
  public init(
    _ source: Source, below: CellStack<Double>? = nil, isReversed: Bool = false,
    initial: CellStack<Double>.States = []
  ) {
    (self.source, self.below, self.isReversed, self.initial) = (source, below, isReversed, initial)
  }

  /// Whether a number of x<t> belongs to a word of the vocabulary.
  public var isOneHot: Bool { if case .oneHot = source { below == nil } else { false } }

  /// Whether words can be typed: the steps of a sequence are no words.
  public var takesWords: Bool { if case .sequence = source { false } else { true } }

  /// The numbers of a word, before any layer.
  public func row(of token: Int, in vocabulary: Vocabulary) -> [Double] {
    switch source {
    case .oneHot: vocabulary.oneHot(token)
    case .embedding(let rows), .sequence(let rows): rows[token]
    }
  }

  /// The inputs of the cell in the order in which it reads, [T][I].
  ///
  /// - Parameters:
  ///   - tokens: the words in that order, as places in the vocabulary.
  ///   - vocabulary: the words that there are.
  public func inputs(of tokens: [Int], in vocabulary: Vocabulary) -> [[Double]] {
    let read = tokens.map { row(of: $0, in: vocabulary) }
    guard let below else { return read }
    let outputs = below.trace(isReversed ? read.reversed() : read, initial: initial).outputs
    return isReversed ? outputs.reversed() : outputs
  }
}
