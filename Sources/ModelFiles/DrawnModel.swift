public import CellEngine

extension CellModel {
  /// Which cell of the stack is looked at.
  public struct Place: Hashable, Sendable {
    /// The layer, from 0.
    public var layer: Int
    /// 0 for the cell that reads forward, 1 for the one that reads backward.
    public var direction: Int

    /// Makes a place.
    public init(layer: Int, direction: Int = 0) {
      (self.layer, self.direction) = (layer, direction)
    }

    /// What it is called: `l0`, `l1_reverse`.
    public var name: String { "l\(layer)" + (direction == 1 ? "_reverse" : "") }
  }

  /// The cells that there are, from the lowest layer up, in the order of the directions.
  public var places: [Place] {
    stack.layers.indices.flatMap { layer in
      (0..<stack.directionCount).map { Place(layer: layer, direction: $0) }
    }
  }

  /// One of the cells.
  public subscript(place: Place) -> Cell<Double> { stack.layers[place.layer][place.direction] }

  /// The models of all cells, the lowest layer first (see `places`), each with the layers below it,
  /// over the numbers of a sequence.
  ///
  /// The words are the steps: `#1`, `#2` and so on. If one linear layer and nothing else stands beside
  /// the cells, the top layer's model puts out what it makes, where the stack reads forward alone.
  ///
  /// - Parameter sequence: numbers for the whole stack.
  /// - Throws: `ModelFileError` if that layer's numbers are integers.
  public func models(over sequence: SequenceInput) throws(ModelFileError) -> [SequenceModel] {
    let names = sequence.inputs.indices.map { "#\($0 + 1)" }
    let behind = try linearLayer?.readout()
    return places.map { place in
      model(
        at: place, vocabulary: Vocabulary(names),
        readout: place.layer == stack.layers.count - 1 ? behind : nil, predictsWords: false,
        .sequence(sequence.inputs), initial: sequence.initial)
    }
  }

  /// The only layer beside the cells, if it is a linear one behind them.
  private var linearLayer: LinearLayer? {
    let layers = aside.compactMap { LinearLayer($0, among: aside) }
    guard stack.directionCount == 1, let layer = layers.first, layer.names.count == aside.count,
      layer.weight.name.hasSuffix("weight"), layer.weight.shape[1] == stack.outputCount
    else { return nil }
    return layer
  }

  /// The model of one of the cells, with the layers below it.
  ///
  /// - Parameter initial: the states of all cells before their first step.
  func model(
    at place: Place, vocabulary: Vocabulary, readout: Readout<Double>?, predictsWords: Bool = true,
    _ source: Reading.Source, initial: CellStack<Double>.States = []
  ) -> SequenceModel {
    let lower = stack.layers.prefix(place.layer)
    let isStack = places.count > 1
    let own = initial.isEmpty ? [:] : initial[place.layer][place.direction]
    return SequenceModel(
      name: isStack ? place.name : visible(name, limit: 30),
      kind: kind, cell: self[place], vocabulary: vocabulary,
      readout: readout, predictsWords: predictsWords,
      reading: Reading(
        source, below: lower.isEmpty ? nil : CellStack(Array(lower)),
        isReversed: place.direction == 1, initial: initial),
      initial: own)
  }
}
