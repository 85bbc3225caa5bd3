import CellEngine

extension Session {
  /// One of the numbers that a step puts out: the probability of a word that may come next, a score of
  /// the layer behind the cell, or where there is none what a unit shows.
  public struct Output: Hashable, Sendable {
    /// Its place in the vocabulary, or the row or unit, from 0.
    public let place: Int
    /// The word, or the index of the row or unit.
    public let label: String
    /// How likely the word is, or the number itself.
    public let value: Double
    /// Whether the value has a sign to show.
    let sign: Figure.Sign

    /// The label, or what stands in its place where the value is not a number.
    var name: String { value.isNaN ? Figure.label(value) : label }
    /// Whether it is worth naming: two decimals do not show 0.
    var isLikely: Bool { value.magnitude >= 0.005 }
    /// The value as it is shown.
    var figure: String { Figure.label(value, sign: sign) }
  }

  /// The outputs of a step, the largest first, whatever their sign; those that are not numbers last.
  public func rankedOutputs(at time: Int) -> [Output] {
    let values = run.outputs[time]
    let predicts = model.predicts
    let sign = model.output == .scores ? .always : run.cell.sign(of: run.cell.graph.output)
    return values.indices.map { place in
      Output(
        place: place, label: predicts ? model.vocabulary.words[place] : outputIndex(place),
        value: values[place], sign: predicts ? .negative : sign)
    }.sorted {
      $0.value.magnitude > $1.value.magnitude || $1.value.isNaN && !$0.value.isNaN
    }
  }

  /// The outputs that the screen names after a step, the largest first; at least one.
  func likelyOutputs(after step: Int) -> [Int] {
    let ranked = rankedOutputs(at: step).prefix(3)
    return ranked.filter { $0.isLikely || $0.place == ranked.first?.place }.map(\.place)
  }

  /// The index of one of the outputs; a number that is alone needs none.
  func outputIndex(_ place: Int) -> String {
    model.output == .scores && model.readout.wordCount == 1 ? "" : notation.index(place)
  }

  /// What the outputs are called at a time: ŷ<t>, or what the cell shows.
  func outputSymbol(_ time: TimeLabel) -> String {
    guard model.output == .activation else { return notation.prediction(time) }
    return run.cell.graph[run.cell.graph.output].role.map { notation.symbol($0, time) } ?? ""
  }
}
